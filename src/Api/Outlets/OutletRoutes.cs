using LanguageExt;

namespace Kehu.Api;

/// <summary>The bank's outlets, a view of its units: what their codes stand for, and the names of where they belong.</summary>
internal sealed class OutletRoutes(AnswerArchive answers, OrganisationArchive organisation, OutletArchive register) : IFeature
{
    /// <summary>Who keeps the register: the systems that know the bank's organisation, and whoever runs the service.</summary>
    private const AccessRoles Keeps = AccessRoles.Integrator | AccessRoles.Admin;

    /// <summary>What the audit calls an outlet.</summary>
    private const string Subject = "outlet";

    private static readonly Param<string> Code = Coded("OUT-001");

    private static readonly Param<string> Entered = Coded("OUT-900");

    public IEnumerable<Route> Routes =>
    [
        new("PUT", "/v1/outlets/{code}", "put-outlet", "Outlets", "Enter an outlet",
            "What the code stands for: its name, and the sub-branch and the branch that it belongs to. "
            + "It is a view of the units (/v1/units): the outlet is put below the units of these names, which are made where there are none. "
            + "Customers' records may name outlets that are not in the register. Needs If-Match, or If-None-Match: * to create only.")
        {
            Needs = Keeps,
            Takes = [Entered],
            Version = [RequestHeaders.IfMatch, RequestHeaders.CreateOnly],
            Body = [new Content(MediaTypes.Json, "OutletToPut", Examples.Outlet)],
            Replies =
            [
                new Reply(200, "Entered, or so already.", new Content(MediaTypes.Json, "Outlet")),
                new Reply(201, "Created.", new Content(MediaTypes.Json, "Outlet")),
            ],
            MayConflict = true,
            Stores = true,
            Do = Put,
        },
        new("GET", "/v1/outlets/{code}", "get-outlet", "Outlets", "One outlet of the register",
            "With the entity tag that changing it needs.")
        {
            Needs = AccessRoles.Any,
            Takes = [Code],
            Replies = [new Reply(200, "The outlet.", new Content(MediaTypes.Json, "Outlet")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            Do = Get,
        },
        new("DELETE", "/v1/outlets/{code}", "delete-outlet", "Outlets", "Strike an outlet off the register",
            "Its customers stay as they are. One that staff belongs to, or that binds somebody's access, stays. Needs If-Match.")
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
        new("GET", "/v1/outlets", "list-outlets", "Outlets", "The register of outlets",
            "By code.")
        {
            Needs = AccessRoles.Any,
            Takes = [Params.Page],
            Replies = [new Reply(200, "A page of outlets.", new Content(MediaTypes.Json, "OutletList"))],
            Do = List,
        },
    ];

    private Task<IResult> Put(Call call)
    {
        var code = call.Of(Entered);
        return call.Store<Outlet>(answers, (body, out outlet) => OrganisationCodecs.ReadOutlet(body, code, out outlet), async (demand, ct) =>
        {
            var onFile = await organisation.ToChange(ct);
            return onFile.Organisation.Units.Find(code).Filter(unit => unit.Level != UnitLevel.Outlet).Match(
                Some: unit => OfOtherLevel(unit),
                None: () => Entry(onFile, code).Enter(demand.Body, demand.Precondition, () => onFile.Filed(demand.Body)));
        });
    }

    private async Task<IResult> Get(Call call)
    {
        var code = call.Of(Code);
        return (await register.Find(code, call.Stop)).Match(
            Some: outlet => call.Tagged(ContentVersion.Of(OrganisationCodecs.Outlet, outlet), () => JsonResult.Of(OrganisationCodecs.Outlet, outlet)),
            None: () => Absent(code));
    }

    private Task<IResult> Delete(Call call)
    {
        var code = call.Of(Code);
        return call.Store(answers, async (demanded, ct) =>
        {
            var onFile = await organisation.ToChange(ct);
            return Entry(onFile, code).Strike(demanded, () => Absent(code), _ => Struck(onFile, code));
        });
    }

    private async Task<IResult> List(Call call) =>
        JsonResult.Of(OrganisationCodecs.Outlets, Listing.Cut(call.Of(Params.Page), await register.All(call.Stop), outlet => outlet.Code));

    private static Entry<Outlet> Entry(OrganisationOnFile onFile, string code) =>
        new(OrganisationCodecs.Outlet, Subject, code, $"/v1/outlets/{code}", onFile.Organisation.Units.Outlet(code));

    private static Either<Problem, Arr<Write>> Struck(OrganisationOnFile onFile, string code)
    {
        var unit = onFile.Organisation.Units.Find(code).IfNone(() => throw new InvalidOperationException("an outlet is a unit"));
        return onFile.Organisation.WhyKept(unit) is { IsEmpty: false } faults ? Problem.Conflict([.. faults]) : onFile.Struck(unit);
    }

    private static Either<Problem, Effect> OfOtherLevel(BankUnit unit) => Problem.Conflict(Fault.Of(
        "code",
        "outlet.other-level",
        $"'{unit.Code}' is a unit of the level {unit.Level.Code()}; change it under /v1/units",
        $"“{unit.Code}”是层级为 {unit.Level.Code()} 的机构；请通过 /v1/units 修改"));

    private static Param<string> Coded(string example) => Params.Part(
        "code", "The code of the outlet, as customers' records have it.", example,
        text => Codes.IsCode(text, 64) ? Seq<Fault>.Empty : Prelude.Seq1(Fault.Of(
            "code",
            "outlet.code",
            "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
            "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头")));

    private static Problem Absent(string code) =>
        Problem.NotFound(Fault.Of("code", "outlet.unknown", $"the register has no outlet '{code}'", $"网点登记中没有“{code}”"));
}
