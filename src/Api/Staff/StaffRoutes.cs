using LanguageExt;

namespace Kehu.Api;

/// <summary>The register of staff: who works where and as what, who stands in, and who may call.</summary>
internal sealed class StaffRoutes(AnswerArchive answers, OrganisationArchive organisation)
    : RegisterRoutes<StaffEntry>(Texts, StaffEntry.Contract, answers, organisation)
{
    private static readonly RegisterTexts Texts = new("staff", "staff-entry", "staff", "Organisation", "StaffEntry", "StaffList", Examples.StaffEntry)
    {
        Told = ("entry", "entries"),
        Codes = ("The code, as customers' records and events have it.", "M-0001", "M-9001"),
        Enter = new("Enter a person or a system",
            "The name, what the person does, the unit, from when to when, who stands in, and what the entry may do as a caller. An entry without a unit is a "
            + "system. Records and events may name staff that is not in the register."),
        Find = new("One entry of the register of staff",
            "With the entity tag that changing it needs. What it may do as a caller is shown to administrators and auditors."),
        Strike = new("Strike an entry off the register of staff",
            "Customers and events that name it stay as they are; who is somebody's deputy stays. Of one who leaves, the member to is enough."),
        List = new("The register of staff", "By code."),
    };

    private static readonly Param<string?> Unit = Param<string?>.OfQuery(
        (call, name) => call.Query.Unit(name), "unit", "Only staff of this unit or of one below it, by its code.", Schemas.Text(), example: "SB-01");

    private static readonly Param<Option<Role>> OfRole = Params.One<Role>("role", "Only staff with this role.", Roles.Code);

    /// <summary>An entry may say what somebody may do as a caller.</summary>
    protected override AccessRoles Keeps => AccessRoles.Admin;

    protected override IReadOnlyList<Param> Narrowed => [Unit, OfRole];

    protected override BodyReading<StaffEntry> Reading(string code) => (body, out entry) => OrganisationCodecs.ReadEntry(body, code, out entry);

    protected override Option<StaffEntry> Among(Organisation bank, string code) => bank.Entry(code);

    protected override Either<Problem, Arr<Write>> Filed(OrganisationOnFile onFile, StaffEntry sent) =>
        onFile.Organisation.Faults(sent) is { IsEmpty: false } faults ? Problem.Refused([.. faults]) : onFile.Filed(sent);

    protected override Either<Problem, Arr<Write>> Struck(OrganisationOnFile onFile, StaffEntry found) =>
        onFile.Organisation.WhyKept(found) is { IsEmpty: false } faults ? Problem.Conflict([.. faults]) : onFile.Struck(found);

    protected override StaffEntry Shown(Call call, StaffEntry entry) => entry.SeenBy(call.Caller.Roles);

    protected override Problem Absent(string code) =>
        Problem.NotFound(Fault.Of("code", "staff.unknown", $"there is no staff entry '{code}'", $"员工登记中没有“{code}”"));

    protected override string CodeOf(StaffEntry entry) => entry.Code;

    protected override IEnumerable<StaffEntry> Wanted(Call call, Organisation bank)
    {
        var (unit, role) = (call.Of(Unit), call.Of(OfRole));
        return (unit is null ? bank.Staff : bank.StaffOf(unit)).Where(entry => role.ForAll(one => entry.Roles.Exists(own => own == one)));
    }
}
