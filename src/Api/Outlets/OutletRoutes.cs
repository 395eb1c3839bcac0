using LanguageExt;

namespace Kehu.Api;

/// <summary>The bank's outlets: what their codes stand for, and where they belong.</summary>
internal sealed class OutletRoutes(AnswerArchive answers, OutletArchive register) : IFeature
{
    /// <summary>Who keeps the register: the systems that know the bank's organisation, and whoever runs the service.</summary>
    private const AccessRoles Keeps = AccessRoles.Integrator | AccessRoles.Admin;

    private static readonly Param<string> Code = Coded("OUT-001");

    private static readonly Param<string> Entered = Coded("OUT-900");

    public IEnumerable<Route> Routes =>
    [
        new("PUT", "/v1/outlets/{code}", "put-outlet", "Outlets", "Enter an outlet",
            "What the code stands for: its name, and the sub-branch and the branch that it belongs to. "
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
            "Its customers stay as they are. Needs If-Match.")
        {
            Needs = Keeps,
            Takes = [Code],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Struck off.")],
            MayBeAbsent = true,
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
        return call.Store<Outlet>(answers, (body, out outlet) => OutletCodec.Read(body, code, out outlet), async (demand, ct) =>
        {
            var found = await register.Find(code, ct);
            return !demand.Precondition.IsMetBy(found is null ? Prelude.None : found.Version) ? demand.Precondition.Unmet(isThere: found is not null)
                : found?.Outlet == demand.Body ? new Effect(Arr<Write>.Empty, Answer(StatusCodes.Status200OK))
                : new Effect(
                    Prelude.Array(OutletOnFile.ToWrite(demand.Body, found?.RowVersion ?? 0)),
                    Answer(found is null ? StatusCodes.Status201Created : StatusCodes.Status200OK));

            KeptAnswer Answer(int status) => KeptAnswer.Json(status, json => OutletCodec.Outlet.Write(json, demand.Body)) with
            {
                ETag = ETags.Of(OutletOnFile.VersionOf(demand.Body)),
                Location = status == StatusCodes.Status201Created ? Prelude.Some($"/v1/outlets/{code}") : Prelude.None,
            };
        });
    }

    private async Task<IResult> Get(Call call)
    {
        var code = call.Of(Code);
        return await register.Find(code, call.Stop) is { } found
            ? call.Tagged(found.Version, () => JsonResult.Of(OutletCodec.Outlet, found.Outlet))
            : Absent(code);
    }

    private async Task<IResult> Delete(Call call)
    {
        var code = call.Of(Code);
        return await register.Strike(code, call.Precondition, call.Stop) switch
        {
            null => Absent(code),
            false => call.Precondition.Unmet(isThere: true),
            true => TypedResults.NoContent(),
        };
    }

    private async Task<IResult> List(Call call)
    {
        var page = call.Of(Params.Page);
        return JsonResult.Of(OutletCodec.Page, Listing.Paged(page, await register.List(page.After ?? "", page.Limit + 1, call.Stop), outlet => outlet.Code));
    }

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
