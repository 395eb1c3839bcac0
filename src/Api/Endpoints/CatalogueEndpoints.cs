using System.Text.Json;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>What the service knows: facts and policies.</summary>
internal static class CatalogueEndpoints
{
    private static readonly MediaOffer PolicyOffer = new(MediaTypes.Json, MediaTypes.Markdown);

    private static readonly MediaOffer SchemaOffer = new(MediaTypes.SchemaJson, MediaTypes.Json);

    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/facts", Facts).Documented("list-facts");
        routes.MapGet("/v1/policies", Policies).Documented("list-policies");
        routes.MapGet("/v1/policies/schema", Schema).Documented("policy-schema");
        routes.MapGet("/v1/policies/{id}", Policy).Documented("get-policy");
        routes.MapGet("/v1/policies/{id}/versions", Versions).Documented("list-versions");
        routes.MapGet("/v1/policies/{id}/versions/{version}", Version).Documented("get-version");
    }

    private static IResult Facts(HttpContext context, FactCatalogue facts) => Listed(context, CatalogueEntry.Of(facts), entry => entry.Name, PolicyCodecs.Fact);

    private static IResult Policies(HttpContext context, RuleBook book) => Listed(context, ListedPolicy.Of(book), policy => policy.Id.Value, PolicyCodecs.Line);

    private static IResult Policy(HttpContext context, string id, RuleBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var asOf = query.AsOf() ?? time.Today();
        return Answer(context, query.Finish(), book, id, shown => shown.From <= asOf, () => NotYet(id));
    }

    private static IResult Version(HttpContext context, string id, string version, RuleBook book) =>
        Answer(context, new QueryReader(context.Request).Finish(), book, id, shown => $"{shown.Number}" == version, () => NoVersion(id));

    private static IResult Versions(HttpContext context, string id, RuleBook book) => ListedPolicy.Find(book, id).Match<IResult>(
        Some: shown => Listed(context, [shown], version => $"{version.Number}", PolicyCodecs.Version),
        None: () => MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused) ? refused : NoPolicy(id));

    /// <summary>A policy in the version that is wanted; a policy has one version as yet.</summary>
    private static IResult Answer(HttpContext context, IReadOnlyList<Fault> faults, RuleBook book, string id, Func<ListedPolicy, bool> isWanted, Func<Problem> other) => PolicyOffer.Choose(context) switch
    {
        Negotiated.Refused(var refused) => refused,
        Negotiated.Chosen(var type) => faults.Count > 0
            ? Problem.Malformed(faults)
            : ListedPolicy.Find(book, id).Match<IResult>(
                Some: shown => isWanted(shown) ? Whole(context, book, shown, type) : other(),
                None: () => NoPolicy(id)),
    };

    private static IResult Whole(HttpContext context, RuleBook book, ListedPolicy shown, string type)
    {
        var language = context.Answering();
        context.Response.Headers.ETag = ETags.Of(shown.Hash);
        return ETags.IsFresh(context.Request.Headers, shown.Hash).Match<IResult>(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : type == MediaTypes.Markdown ? TypedResults.Text(shown.Table(book.Set, language), MediaTypes.Markdown, System.Text.Encoding.UTF8)
                : new JsonResult(json => PolicyCodecs.Whole.Write(json, shown, language)));
    }

    private static IResult Schema(HttpContext context, PolicySchema schema)
    {
        var faults = new QueryReader(context.Request).Finish();
        return SchemaOffer.Choose(context) switch
        {
            Negotiated.Refused(var refused) => refused,
            Negotiated.Chosen(var type) => faults.Count > 0 ? Problem.Malformed(faults) : TypedResults.Bytes(schema.Text, type),
        };
    }

    private static Problem NoPolicy(string id) =>
        Problem.NotFound(Fault.Of("id", "policy.unknown", $"there is no policy '{id}'; GET /v1/policies lists them", $"没有办法“{id}”；可用 GET /v1/policies 查询"));

    private static Problem NotYet(string id) => Problem.NotFound(Fault.Of(
        "asOf", "policy.not-in-force", $"no version of '{id}' is in force on that date; GET /v1/policies/{id}/versions says from when each holds",
        $"“{id}”在该日期没有生效的版本；各版的生效日期可用 GET /v1/policies/{id}/versions 查询"));

    /// <summary>There is no such version of a policy that there is.</summary>
    internal static Problem NoVersion(string id) => Problem.NotFound(Fault.Of(
        "version", "policy.unknown-version", $"there is no such version; GET /v1/policies/{id}/versions lists them", $"没有该版本；可用 GET /v1/policies/{id}/versions 查询"));

    /// <summary>A list by id in ordinal order, in pages.</summary>
    internal static IResult Listed<T>(HttpContext context, IEnumerable<T> items, Func<T, string> key, Codec<T> codec) => Listed(context, items, key, codec.Write);

    /// <summary>The same, each item written from its id.</summary>
    internal static IResult Listed(HttpContext context, IEnumerable<string> ids, Action<Utf8JsonWriter, string, Language> write) => Listed(context, ids, id => id, write);

    private static IResult Listed<T>(HttpContext context, IEnumerable<T> items, Func<T, string> key, Action<Utf8JsonWriter, T, Language> write)
    {
        var query = new QueryReader(context.Request);
        var page = query.Page();
        var faults = query.Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused))
        {
            return refused;
        }

        var language = context.Answering();
        return faults.Count > 0 ? Problem.Malformed(faults) : Listing.Of(page, items, key, (json, item) => write(json, item, language));
    }
}
