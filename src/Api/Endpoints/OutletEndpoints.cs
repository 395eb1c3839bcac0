using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>The bank's outlets: what their codes stand for, and where they belong.</summary>
internal static class OutletEndpoints
{
    public static void MapOutlets(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/v1/outlets/{code}", Put).Documented("put-outlet");
        routes.MapGet("/v1/outlets/{code}", Get).Documented("get-outlet");
        routes.MapDelete("/v1/outlets/{code}", Delete).Documented("delete-outlet");
        routes.MapGet("/v1/outlets", List).Documented("list-outlets");
    }

    private static Task<IResult> Put(HttpContext context, string code, AnswerArchive answers, OutletRegister register) => context.Store(
        answers,
        OfCode(code),
        (ReadOnlySpan<byte> body, out Outlet outlet) => OutletCodec.Read(body, code, out outlet),
        async ValueTask<Either<Problem, Effect>> (demand, ct) =>
        {
            if (demand.Precondition is Precondition.None)
            {
                return Problem.Of(428);
            }

            var found = await register.Find(code, ct);
            return !demand.Precondition.IsMetBy(found is null ? Prelude.None : found.Version) ? Problem.Of(412)
                : found?.Outlet == demand.Body ? new Effect(Arr<Write>.Empty, Answer(StatusCodes.Status200OK))
                : new Effect(Prelude.Array(OutletOnFile.ToWrite(demand.Body, found?.RowVersion ?? 0)), Answer(found is null ? StatusCodes.Status201Created : StatusCodes.Status200OK));

            KeptAnswer Answer(int status) => KeptAnswer.Json(status, json => OutletCodec.Outlet.Write(json, demand.Body)) with
            {
                ETag = ETags.Of(OutletOnFile.VersionOf(demand.Body)),
                Location = status == StatusCodes.Status201Created ? Prelude.Some($"/v1/outlets/{code}") : Prelude.None,
            };
        });

    private static async Task<IResult> Get(HttpContext context, string code, OutletRegister register)
    {
        if (Preliminary(context, [.. OfCode(code), .. new QueryReader(context.Request).Finish()]) is { } refused)
        {
            return refused;
        }

        if (await register.Find(code, context.RequestAborted) is not { } found)
        {
            return Absent(code);
        }

        context.Response.Headers.ETag = ETags.Of(found.Version);
        return ETags.IsFresh(context.Request.Headers, found.Version).Match<IResult>(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : new JsonResult(json => OutletCodec.Outlet.Write(json, found.Outlet)));
    }

    private static async Task<IResult> Delete(HttpContext context, string code, OutletRegister register)
    {
        var precondition = ETags.Precondition(context.Request.Headers);
        if (Preliminary(context, [.. OfCode(code), .. new QueryReader(context.Request).Finish(), .. precondition.LeftAsEnumerable()]) is { } refused)
        {
            return refused;
        }

        var demanded = precondition.IfLeft(new Precondition.None());
        return demanded is Precondition.None ? Problem.Of(428) : await register.Strike(code, demanded, context.RequestAborted) switch
        {
            null => Absent(code),
            false => Problem.Of(412),
            true => TypedResults.NoContent(),
        };
    }

    private static async Task<IResult> List(HttpContext context, OutletRegister register)
    {
        var query = new QueryReader(context.Request);
        var page = query.Page();
        if (Preliminary(context, query.Finish()) is { } refused)
        {
            return refused;
        }

        var found = await register.List(page.After ?? "", page.Limit + 1, context.RequestAborted);
        return JsonResult.Of(
            OutletCodec.Page, Listing.Shown(found.Take(page.Limit), found.Count > page.Limit ? Paging.Next(found[page.Limit - 1].Code) : null));
    }

    private static Problem? Preliminary(HttpContext context, IReadOnlyList<Fault> faults) =>
        MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable) ? unacceptable : faults.Count > 0 ? Problem.Malformed(faults) : null;

    private static IReadOnlyList<Fault> OfCode(string code) => Codes.IsCode(code, 64) ? [] :
    [
        Fault.Of("code", "outlet.code", "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit", "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头"),
    ];

    private static Problem Absent(string code) => Problem.NotFound(Fault.Of("code", "outlet.unknown", $"the register has no outlet '{code}'", $"网点登记中没有“{code}”"));
}
