using LanguageExt;

namespace Kehu.Api;

/// <summary>The bank's units: outlets, sub-branches, branches and the head office, each with the one that it belongs to.</summary>
internal sealed class UnitRoutes(AnswerArchive answers, OrganisationArchive organisation)
    : RegisterRoutes<BankUnit>(Texts, BankUnit.Contract, answers, organisation)
{
    private static readonly RegisterTexts Texts = new("units", "unit", "unit", "Organisation", "Unit", "UnitList", Examples.Unit)
    {
        Told = ("unit", "units"),
        Codes = ("The code of the unit; of an outlet as customers' records have it.", "SB-01", "OUT-900"),
        Enter = new("Enter a unit",
            "Its name, its level and the unit that it belongs to, which is on file and of a higher level. The outlets among them are those of /v1/outlets."),
        Find = new("One unit of the bank", "With the entity tag that changing it needs."),
        Strike = new("Strike a unit off the register",
            "Its customers stay as they are. One that units or staff belong to, or that binds somebody's access, stays."),
        List = new("The units of the bank", "By code."),
    };

    private static readonly Param<Option<UnitLevel>> Level = Params.One<UnitLevel>("level", "Only units of this level.", UnitLevels.Code);

    private static readonly Param<string?> Parent = Param<string?>.OfQuery(
        (call, name) => call.Query.Unit(name), "parent", "Only units that belong to this one directly, by its code.", Schemas.Text(), example: "SB-01");

    protected override IReadOnlyList<Param> Narrowed => [Level, Parent];

    protected override BodyReading<BankUnit> Reading(string code) => (body, out unit) => OrganisationCodecs.ReadUnit(body, code, out unit);

    protected override Option<BankUnit> Among(Organisation bank, string code) => bank.Units.Find(code);

    protected override Either<Problem, Arr<Write>> Filed(OrganisationOnFile onFile, BankUnit sent) =>
        onFile.Organisation.Units.Faults(sent) is { IsEmpty: false } faults ? Problem.Refused([.. faults]) : onFile.Filed(sent);

    protected override Either<Problem, Arr<Write>> Struck(OrganisationOnFile onFile, BankUnit found) =>
        onFile.Organisation.WhyKept(found) is { IsEmpty: false } faults ? Problem.Conflict([.. faults]) : onFile.Struck(found);

    protected override Problem Absent(string code) =>
        Problem.NotFound(Fault.Of("code", "unit.unknown", $"there is no unit '{code}'", $"没有机构“{code}”"));

    protected override string CodeOf(BankUnit entry) => entry.Code;

    protected override IEnumerable<BankUnit> Wanted(Call call, Organisation bank)
    {
        var (level, parent) = (call.Of(Level), call.Of(Parent));
        return (parent is null ? bank.Units.All : bank.Units.DirectlyUnder(parent)).Where(unit => level.ForAll(one => unit.Level == one));
    }
}
