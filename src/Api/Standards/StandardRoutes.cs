using System.Security.Cryptography;
using System.Text;
using LanguageExt;
using Microsoft.OpenApi;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>The service standards in force.</summary>
internal sealed class StandardRoutes(StandardBook standards, ContactLimits limits) : IFeature
{
    private static readonly Param<string> Id = Params.Part("id", "The id.", "personal-asset-service");

    private static readonly Param<int?> PerWeek = Limit("perWeek", "week");

    private static readonly Param<int?> PerMonth = Limit("perMonth", "month");

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/standards", "list-standards", "Standards", "The service standards",
            "By id.")
        {
            Needs = Any,
            Takes = [Params.Page],
            Replies = [new Reply(200, "A page of standards.", new Content(MediaTypes.Json, "StandardList"))],
            InWords = true,
            Do = List,
        },
        new("GET", "/v1/standards/{id}", "get-standard", "Standards", "One service standard",
            "What every class is owed, over which channels, by whom and why, and the house numbers that a bank may set; as a readable table with Accept: "
            + "text/markdown. The JSON also says which clauses the limits of marketing contacts make impossible for somebody who is in the class all along: "
            + "those in force, or others that you give.")
        {
            Needs = Any,
            Takes = [Id, PerWeek, PerMonth],
            Replies =
            [
                new Reply(200, "The standard.", new Content(MediaTypes.Json, "Standard"), new Content(MediaTypes.Markdown, null)),
                new Reply(304, "Not modified."),
            ],
            MayBeAbsent = true,
            InWords = true,
            Do = Get,
        },
    ];

    private Task<IResult> List(Call call)
    {
        var page = Listing.Cut(call.Of(Params.Page), standards.All, standard => standard.Id.Value);
        return Task.FromResult<IResult>(JsonResult.Of(StandardCodecs.Page, page, call.Answering()));
    }

    private Task<IResult> Get(Call call)
    {
        var (id, supposed) = (call.Of(Id), new ContactLimits(call.Of(PerWeek) ?? limits.PerWeek, call.Of(PerMonth) ?? limits.PerMonth));
        return Task.FromResult(standards.Find(id).Match<IResult>(
            Some: standard => call.Tagged(Version(standard, supposed), () => Whole(call, standard, supposed)),
            None: () => Problem.NotFound(StandardFaults.Unknown(new Place.Parameter("id"), id))));
    }

    /// <summary>The version is of the standard with its numbers and the limits, whatever the representation.</summary>
    private string Version(Standard standard, ContactLimits supposed) => Convert.ToHexStringLower(SHA256.HashData(WireJson.Bytes(json =>
        StandardCodecs.Standard.Write(json, new StandardView(standard, standards.Parameters(standard), supposed, Arr<ContactConflict>.Empty)))))[..32];

    /// <summary>Limits in force make nothing impossible: the start would have been refused.</summary>
    private IResult Whole(Call call, Standard standard, ContactLimits supposed)
    {
        var language = call.Answering();
        var conflicts = supposed == limits ? Arr<ContactConflict>.Empty : standard.Conflicts(supposed);
        return call.Type == MediaTypes.Markdown
            ? TypedResults.Text(standard.Markdown(language), MediaTypes.Markdown, Encoding.UTF8)
            : JsonResult.Of(StandardCodecs.Standard, new StandardView(standard, standards.Parameters(standard), supposed, conflicts), language);
    }

    private static Param<int?> Limit(string name, string period) => Param<int?>.OfQuery(
        (call, of) => call.Query.Int(of, 0, ContactLimits.Highest),
        name,
        $"Suppose so many marketing messages a {period} over each channel, 0 to {ContactLimits.Highest}; the limit in force where left out.",
        Schemas.Of(JsonSchemaType.Integer));
}
