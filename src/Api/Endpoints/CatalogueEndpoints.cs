using System.Text.Json;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>What the service knows: facts and policies.</summary>
internal static class CatalogueEndpoints
{
    private static readonly MediaOffer PolicyOffer = new(MediaTypes.Json, MediaTypes.Markdown);

    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/facts", Facts).Documented("list-facts");
        routes.MapGet("/v1/policies", Policies).Documented("list-policies");
        routes.MapGet("/v1/policies/{id}", Policy).Documented("get-policy");
    }

    private static IResult Facts(HttpContext context) => Listed(
        context,
        [.. FactCatalogue.All.Map(fact => fact.Name), .. FactCatalogue.Derived.Map(derived => derived.Name)],
        (json, name, language) => FactJson.Write(json, name, language));

    private static IResult Policies(HttpContext context, RuleBook book) => Listed(
        context,
        [.. book.Policies.Map(policy => policy.Policy.Id.Value)],
        (json, id, language) => book.Find(id).IfSome(policy => PolicySummaryJson.Write(json, policy, language)));

    private static IResult Policy(HttpContext context, string id, RuleBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        _ = query.AsOf() ?? time.Today();
        var faults = query.Finish();
        return PolicyOffer.Choose(context) switch
        {
            Negotiated.Refused(var refused) => refused,
            Negotiated.Chosen(var type) => faults.Count > 0
                ? Problem.Malformed(faults)
                : book.Find(id).Match<IResult>(
                    Some: policy => Shown(context, policy, book, type),
                    None: () => Problem.NotFound(Fault.Of("id", "policy.unknown", $"there is no policy '{id}'; GET /v1/policies lists them", $"没有办法“{id}”；可用 GET /v1/policies 查询"))),
        };
    }

    private static IResult Shown(HttpContext context, CompiledPolicy policy, RuleBook book, string type)
    {
        var language = context.Answering();
        context.Response.Headers.ETag = ETags.Of(policy.Hash);
        return ETags.IsFresh(context.Request.Headers, policy.Hash).Match<IResult>(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : type == MediaTypes.Markdown ? TypedResults.Text(policy.Markdown(book.Set, language), MediaTypes.Markdown, System.Text.Encoding.UTF8)
                : new JsonResult(json => PolicySummaryJson.WriteWhole(json, policy, language)));
    }

    /// <summary>A list by id in ordinal order, in pages.</summary>
    private static IResult Listed(HttpContext context, IEnumerable<string> ids, Action<Utf8JsonWriter, string, Language> write)
    {
        var query = new QueryReader(context.Request);
        var page = query.Page();
        var faults = query.Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused))
        {
            return refused;
        }

        var language = context.Answering();
        var rest = ids.Order(StringComparer.Ordinal).Where(id => page.After is null || string.CompareOrdinal(id, page.After) > 0).ToList();
        return faults.Count > 0 ? Problem.Malformed(faults) : new JsonResult(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var id in rest.Take(page.Limit))
            {
                write(json, id, language);
            }

            json.WriteEndArray();
            json.WriteString("next"u8, rest.Count > page.Limit ? Paging.Next(rest[page.Limit - 1]) : null);
            json.WriteEndObject();
        });
    }
}
