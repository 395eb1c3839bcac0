using LanguageExt;

namespace Kehu.Api;

/// <summary>The bank's outlets, a view of its units: what their codes stand for, and the names of where they belong.</summary>
internal sealed class OutletRoutes(AnswerArchive answers, OrganisationArchive organisation)
    : RegisterRoutes<Outlet>(Texts, Outlet.Contract, answers, organisation)
{
    private static readonly RegisterTexts Texts = new("outlets", "outlet", "outlet", "Outlets", "Outlet", "OutletList", Examples.Outlet)
    {
        Told = ("outlet", "outlets"),
        Codes = ("The code of the outlet, as customers' records have it.", "OUT-001", "OUT-900"),
        CodeFaults = text => Domain.Codes.IsCode(text, 64) ? Seq<Fault>.Empty : Prelude.Seq1(Fault.Of(
            "code",
            "outlet.code",
            "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
            "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头")),
        Enter = new("Enter an outlet",
            "What the code stands for: its name, and the sub-branch and the branch that it belongs to. "
            + "It is a view of the units (/v1/units): the outlet is put below the units of these names, which are made where there are none. "
            + "Customers' records may name outlets that are not in the register."),
        Find = new("One outlet of the register", "With the entity tag that changing it needs."),
        Strike = new("Strike an outlet off the register",
            "Its customers stay as they are. One that staff belongs to, or that binds somebody's access, stays."),
        List = new("The register of outlets", "By code."),
    };

    /// <summary>A unit of another level may have the code.</summary>
    protected override (bool MayConflict, bool MayRefuse) Entering => (true, false);

    protected override BodyReading<Outlet> Reading(string code) => (body, out outlet) => OrganisationCodecs.ReadOutlet(body, code, out outlet);

    protected override Option<Outlet> Among(Organisation bank, string code) => bank.Units.Outlet(code);

    protected override Option<Problem> TakenBy(Organisation bank, string code) =>
        bank.Units.Find(code).Filter(unit => unit.Level != UnitLevel.Outlet).Map(unit => Problem.Conflict(OfOtherLevel(unit)));

    protected override Either<Problem, Arr<Write>> Filed(OrganisationOnFile onFile, Outlet sent) => onFile.Filed(sent);

    protected override Either<Problem, Arr<Write>> Struck(OrganisationOnFile onFile, Outlet found)
    {
        var unit = onFile.Organisation.Units.Find(found.Code).IfNone(() => throw new InvalidOperationException("an outlet is a unit"));
        return onFile.Organisation.WhyKept(unit) is { IsEmpty: false } faults ? Problem.Conflict([.. faults]) : onFile.Struck(unit);
    }

    protected override Problem Absent(string code) =>
        Problem.NotFound(Fault.Of("code", "outlet.unknown", $"the register has no outlet '{code}'", $"网点登记中没有“{code}”"));

    protected override string CodeOf(Outlet entry) => entry.Code;

    protected override IEnumerable<Outlet> Wanted(Call call, Organisation bank) => bank.Units.Outlets();

    private static Fault OfOtherLevel(BankUnit unit) => Fault.Of(
        "code",
        "outlet.other-level",
        $"'{unit.Code}' is a unit of the level {unit.Level.Code()}; change it under /v1/units",
        $"“{unit.Code}”是层级为 {unit.Level.Code()} 的机构；请通过 /v1/units 修改");
}
