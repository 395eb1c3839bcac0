using System.Text;

namespace Kehu.Api;

/// <summary>What the service knows: facts and policies. Nothing in it is about customers.</summary>
internal sealed class CatalogueRoutes(RuleBook book, PolicySchema schema, TimeProvider time) : IFeature
{
    private static readonly Param<string> Id = Params.Part("id", "The id.", "enterprise-size");

    private static readonly Param<string> Number = Params.Part("version", "The number of the version.", "1");

    private static readonly Content[] Whole = [new Content(MediaTypes.Json, "Policy"), new Content(MediaTypes.Markdown, null)];

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/facts", "list-facts", "Catalogue", "The fact catalogue",
            "Every fact a rule may read: name, type, unit, legal values, direction; and the derived facts with their inputs.")
        {
            Needs = AccessRoles.Any,
            Takes = [Params.Page],
            Replies = [new Reply(200, "The facts by name.", new Content(MediaTypes.Json, "FactList"))],
            InWords = true,
            Do = call => Listed(call, CatalogueEntry.Of(book.Facts), entry => entry.Name, PolicyCodecs.Fact),
        },
        new("GET", "/v1/policies", "list-policies", "Catalogue", "The policies in force",
            "Every policy with its version, content hash, the kinds of customer it is for and its classes; those with population rank whole portfolios.")
        {
            Needs = AccessRoles.Any,
            Takes = [Params.Page],
            Replies = [new Reply(200, "The policies by id.", new Content(MediaTypes.Json, "PolicyList"))],
            InWords = true,
            Do = call => Listed(call, ListedPolicy.Of(book), policy => policy.Id.Value, PolicyCodecs.Line),
        },
        new("GET", "/v1/policies/schema", "policy-schema", "Catalogue", "The JSON Schema of policies",
            "Draft 2020-12, made from the fact catalogue: whatever can be posted as a policy is valid.")
        {
            Needs = AccessRoles.Any,
            Replies = [new Reply(200, "The schema.", new Content(MediaTypes.SchemaJson, null), new Content(MediaTypes.Json, null))],
            Do = call => Task.FromResult<IResult>(TypedResults.Bytes(schema.Text, call.Type)),
        },
        new("GET", "/v1/policies/{id}", "get-policy", "Catalogue", "One policy",
            "The version in force on a date, as data that can be posted back, or as a readable table with Accept: text/markdown.")
        {
            Needs = AccessRoles.Any,
            Takes = [Id, Params.AsOf],
            Replies = [new Reply(200, "The policy.", Whole), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            InWords = true,
            Do = InForce,
        },
        new("GET", "/v1/policies/{id}/versions", "list-versions", "Catalogue", "The versions of a policy",
            "Every version with its content hash and the date from which it holds.")
        {
            Needs = AccessRoles.Any,
            Takes = [Id, Params.Page],
            Replies = [new Reply(200, "The versions.", new Content(MediaTypes.Json, "PolicyVersions"))],
            MayBeAbsent = true,
            Do = Versions,
        },
        new("GET", "/v1/policies/{id}/versions/{version}", "get-version", "Catalogue", "One version of a policy",
            "As data that can be posted back, or as a readable table with Accept: text/markdown.")
        {
            Needs = AccessRoles.Any,
            Takes = [Id, Number],
            Replies = [new Reply(200, "The version.", Whole), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            InWords = true,
            Do = Version,
        },
    ];

    private static Task<IResult> Listed<T>(Call call, IEnumerable<T> items, Func<T, string> key, Codec<T> codec)
    {
        var language = call.Answering();
        return Task.FromResult<IResult>(Listing.Of(call.Of(Params.Page), items, key, (json, item) => codec.Write(json, item, language)));
    }

    private Task<IResult> Versions(Call call)
    {
        var id = call.Of(Id);
        return ListedPolicy.Find(book, id).Match(
            Some: shown => Listed(call, [shown], version => $"{version.Number}", PolicyCodecs.Version),
            None: () => Task.FromResult<IResult>(NoPolicy(id)));
    }

    private Task<IResult> InForce(Call call)
    {
        var asOf = call.Of(Params.AsOf) ?? time.Today();
        return One(call, shown => shown.From <= asOf, NotYet);
    }

    private Task<IResult> Version(Call call)
    {
        var number = call.Of(Number);
        return One(call, shown => $"{shown.Number}" == number, NoVersion);
    }

    /// <summary>A policy in the version that is wanted; a policy has one version as yet.</summary>
    private Task<IResult> One(Call call, Func<ListedPolicy, bool> isWanted, Func<string, Problem> other)
    {
        var id = call.Of(Id);
        return Task.FromResult(ListedPolicy.Find(book, id).Match(
            Some: shown => isWanted(shown) ? Shown(call, shown) : other(id),
            None: () => NoPolicy(id)));
    }

    private IResult Shown(Call call, ListedPolicy shown)
    {
        var language = call.Answering();
        return call.Tagged(shown.Hash, () => call.Type == MediaTypes.Markdown
            ? TypedResults.Text(shown.Table(book.Set, language), MediaTypes.Markdown, Encoding.UTF8)
            : new JsonResult(json => PolicyCodecs.Whole.Write(json, shown, language)));
    }

    private static Problem NoPolicy(string id) => Problem.NotFound(PolicyChoice.Unknown(id, new Place.Parameter("id")));

    private static Problem NotYet(string id) => Problem.NotFound(Fault.Of(
        "asOf",
        "policy.not-in-force",
        $"no version of '{id}' is in force on that date; GET /v1/policies/{id}/versions says from when each holds",
        $"“{id}”在该日期没有生效的版本；各版的生效日期可用 GET /v1/policies/{id}/versions 查询"));

    /// <summary>There is no such version of a policy that there is.</summary>
    internal static Problem NoVersion(string id) => Problem.NotFound(Fault.Of(
        "version",
        "policy.unknown-version",
        $"there is no such version; GET /v1/policies/{id}/versions lists them",
        $"没有该版本；可用 GET /v1/policies/{id}/versions 查询"));
}
