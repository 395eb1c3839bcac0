using LanguageExt;

namespace Kehu.Api;

/// <summary>The register of staff: who works where and as what, who stands in, and who may call.</summary>
internal sealed class StaffRoutes(AnswerArchive answers, OrganisationArchive organisation) : IFeature
{
    private static readonly Param<string> Code = Coded("M-0001");

    private static readonly Param<string> Entered = Coded("M-9001");

    private static readonly Param<string?> Unit = Param<string?>.OfQuery(
        (call, name) => call.Query.Unit(name), "unit", "Only staff of this unit or of one below it, by its code.", Schemas.Text(), example: "SB-01");

    private static readonly Param<Option<Role>> OfRole = Params.One<Role>("role", "Only staff with this role.", Roles.Code);

    public IEnumerable<Route> Routes =>
    [
        new("PUT", "/v1/staff/{code}", "put-staff-entry", "Organisation", "Enter a person or a system",
            "The name, what the person does, the unit, from when to when, who stands in, and what the entry may do as a caller. An entry without a unit is a "
            + "system. Records and events may name staff that is not in the register. Needs If-Match, or If-None-Match: * to create only.")
        {
            Needs = AccessRoles.Admin,
            Takes = [Entered],
            Version = [RequestHeaders.IfMatch, RequestHeaders.CreateOnly],
            Body = [new Content(MediaTypes.Json, "StaffEntryToPut", Examples.StaffEntry)],
            Replies =
            [
                new Reply(200, "Entered, or so already.", new Content(MediaTypes.Json, "StaffEntry")),
                new Reply(201, "Created.", new Content(MediaTypes.Json, "StaffEntry")),
            ],
            MayRefuse = true,
            Stores = true,
            Do = Put,
        },
        new("GET", "/v1/staff/{code}", "get-staff-entry", "Organisation", "One entry of the register of staff",
            "With the entity tag that changing it needs. What it may do as a caller is shown to administrators and auditors.")
        {
            Needs = AccessRoles.Any,
            Takes = [Code],
            Replies = [new Reply(200, "The entry.", new Content(MediaTypes.Json, "StaffEntry")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", "/v1/staff/{code}", "delete-staff-entry", "Organisation", "Strike an entry off the register of staff",
            "Customers and events that name it stay as they are; who is somebody's deputy stays. Of one who leaves, the member to is enough. Needs If-Match.")
        {
            Needs = AccessRoles.Admin,
            Takes = [Code],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Struck off.")],
            MayBeAbsent = true,
            MayConflict = true,
            Stores = true,
            Do = Delete,
        },
        new("GET", "/v1/staff", "list-staff", "Organisation", "The register of staff",
            "By code.")
        {
            Needs = AccessRoles.Any,
            Takes = [Unit, OfRole, Params.Page],
            Replies = [new Reply(200, "A page of entries.", new Content(MediaTypes.Json, "StaffList"))],
            Do = List,
        },
    ];

    private Task<IResult> Put(Call call)
    {
        var code = call.Of(Entered);
        return call.Store<StaffEntry>(answers, (body, out entry) => OrganisationCodecs.ReadEntry(body, code, out entry), async (demand, ct) =>
        {
            var (onFile, entry) = (await organisation.ToChange(ct), demand.Body);
            return Entry(onFile, code).Enter(entry, demand.Precondition, () => onFile.Organisation.Faults(entry) is { IsEmpty: false } faults
                ? Problem.Refused([.. faults])
                : onFile.Filed(entry));
        });
    }

    private async Task<IResult> Get(Call call)
    {
        var code = call.Of(Code);
        return (await organisation.Current(call.Stop)).Entry(code).Map(entry => Shown(call, entry)).Match(
            Some: entry => call.Tagged(ContentVersion.Of(OrganisationCodecs.Entry, entry), () => JsonResult.Of(OrganisationCodecs.Entry, entry)),
            None: () => Absent(code));
    }

    private Task<IResult> Delete(Call call)
    {
        var code = call.Of(Code);
        return call.Store(answers, async (demanded, ct) =>
        {
            var onFile = await organisation.ToChange(ct);
            return Entry(onFile, code).Strike(demanded, () => Absent(code), entry => onFile.Organisation.WhyKept(entry) is { IsEmpty: false } faults
                ? Problem.Conflict([.. faults])
                : onFile.Struck(entry));
        });
    }

    private async Task<IResult> List(Call call)
    {
        var (unit, role) = (call.Of(Unit), call.Of(OfRole));
        var bank = await organisation.Current(call.Stop);
        var wanted = (unit is null ? bank.Staff : bank.StaffOf(unit)).Where(entry => role.ForAll(one => entry.Roles.Exists(own => own == one)));
        var page = Listing.Cut(call.Of(Params.Page), wanted, entry => entry.Code);
        return JsonResult.Of(OrganisationCodecs.Entries, page with { Items = page.Items.Map(entry => Shown(call, entry)) });
    }

    /// <summary>An entry as the caller is shown it, with the entity tag of what is shown: so that a tag tells nothing of what is not.</summary>
    private static StaffEntry Shown(Call call, StaffEntry entry) => entry.SeenBy(call.Caller.Roles);

    private static Entry<StaffEntry> Entry(OrganisationOnFile onFile, string code) =>
        new(OrganisationCodecs.Entry, "staff", code, $"/v1/staff/{code}", onFile.Organisation.Entry(code));

    private static Param<string> Coded(string example) =>
        Params.Part("code", "The code, as customers' records and events have it.", example, Forms.Unit.Faults);

    private static Problem Absent(string code) =>
        Problem.NotFound(Fault.Of("code", "staff.unknown", $"there is no staff entry '{code}'", $"员工登记中没有“{code}”"));
}
