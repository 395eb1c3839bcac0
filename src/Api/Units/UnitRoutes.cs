using LanguageExt;

namespace Kehu.Api;

/// <summary>The bank's units: outlets, sub-branches, branches and the head office, each with the one that it belongs to.</summary>
internal sealed class UnitRoutes(AnswerArchive answers, OrganisationArchive organisation) : IFeature
{
    /// <summary>Who keeps the register: the systems that know the bank's organisation, and whoever runs the service.</summary>
    private const AccessRoles Keeps = AccessRoles.Integrator | AccessRoles.Admin;

    private static readonly Param<string> Code = Coded("SB-01");

    private static readonly Param<string> Entered = Coded("OUT-900");

    private static readonly Param<Option<UnitLevel>> Level = Params.One<UnitLevel>("level", "Only units of this level.", UnitLevels.Code);

    private static readonly Param<string?> Parent = Param<string?>.OfQuery(
        (call, name) => call.Query.Unit(name), "parent", "Only units that belong to this one directly, by its code.", Schemas.Text(), example: "SB-01");

    public IEnumerable<Route> Routes =>
    [
        new("PUT", "/v1/units/{code}", "put-unit", "Organisation", "Enter a unit",
            "Its name, its level and the unit that it belongs to, which is on file and of a higher level. The outlets among them are those of /v1/outlets. "
            + "Needs If-Match, or If-None-Match: * to create only.")
        {
            Needs = Keeps,
            Takes = [Entered],
            Version = [RequestHeaders.IfMatch, RequestHeaders.CreateOnly],
            Body = [new Content(MediaTypes.Json, "UnitToPut", Examples.Unit)],
            Replies =
            [
                new Reply(200, "Entered, or so already.", new Content(MediaTypes.Json, "Unit")),
                new Reply(201, "Created.", new Content(MediaTypes.Json, "Unit")),
            ],
            MayRefuse = true,
            Stores = true,
            Do = Put,
        },
        new("GET", "/v1/units/{code}", "get-unit", "Organisation", "One unit of the bank",
            "With the entity tag that changing it needs.")
        {
            Needs = AccessRoles.Any,
            Takes = [Code],
            Replies = [new Reply(200, "The unit.", new Content(MediaTypes.Json, "Unit")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", "/v1/units/{code}", "delete-unit", "Organisation", "Strike a unit off the register",
            "Its customers stay as they are. One that units or staff belong to, or that binds somebody's access, stays. Needs If-Match.")
        {
            Needs = Keeps,
            Takes = [Code],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Struck off.")],
            MayBeAbsent = true,
            MayConflict = true,
            Stores = true,
            Do = Delete,
        },
        new("GET", "/v1/units", "list-units", "Organisation", "The units of the bank",
            "By code.")
        {
            Needs = AccessRoles.Any,
            Takes = [Level, Parent, Params.Page],
            Replies = [new Reply(200, "A page of units.", new Content(MediaTypes.Json, "UnitList"))],
            Do = List,
        },
    ];

    private Task<IResult> Put(Call call)
    {
        var code = call.Of(Entered);
        return call.Store<BankUnit>(answers, (body, out unit) => OrganisationCodecs.ReadUnit(body, code, out unit), async (demand, ct) =>
        {
            var (onFile, unit) = (await organisation.ToChange(ct), demand.Body);
            return Entry(onFile, code).Enter(unit, demand.Precondition, () => onFile.Organisation.Units.Faults(unit) is { IsEmpty: false } faults
                ? Problem.Refused([.. faults])
                : onFile.Filed(unit));
        });
    }

    private async Task<IResult> Get(Call call)
    {
        var code = call.Of(Code);
        return (await organisation.Current(call.Stop)).Units.Find(code).Match(
            Some: unit => call.Tagged(ContentVersion.Of(OrganisationCodecs.Unit, unit), () => JsonResult.Of(OrganisationCodecs.Unit, unit)),
            None: () => Absent(code));
    }

    private Task<IResult> Delete(Call call)
    {
        var code = call.Of(Code);
        return call.Store(answers, async (demanded, ct) =>
        {
            var onFile = await organisation.ToChange(ct);
            return Entry(onFile, code).Strike(demanded, () => Absent(code), unit => onFile.Organisation.WhyKept(unit) is { IsEmpty: false } faults
                ? Problem.Conflict([.. faults])
                : onFile.Struck(unit));
        });
    }

    private async Task<IResult> List(Call call)
    {
        var (level, parent) = (call.Of(Level), call.Of(Parent));
        var units = (await organisation.Current(call.Stop)).Units;
        var wanted = (parent is null ? units.All : units.DirectlyUnder(parent)).Where(unit => level.ForAll(one => unit.Level == one));
        return JsonResult.Of(OrganisationCodecs.Units, Listing.Cut(call.Of(Params.Page), wanted, unit => unit.Code));
    }

    private static Entry<BankUnit> Entry(OrganisationOnFile onFile, string code) =>
        new(OrganisationCodecs.Unit, "unit", code, $"/v1/units/{code}", onFile.Organisation.Units.Find(code));

    private static Param<string> Coded(string example) =>
        Params.Part("code", "The code of the unit; of an outlet as customers' records have it.", example, Forms.Unit.Faults);

    private static Problem Absent(string code) =>
        Problem.NotFound(Fault.Of("code", "unit.unknown", $"there is no unit '{code}'", $"没有机构“{code}”"));
}
