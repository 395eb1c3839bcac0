using System.Security.Cryptography;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>The service standards in force.</summary>
internal static class StandardEndpoints
{
    private static readonly MediaOffer Offer = new(MediaTypes.Json, MediaTypes.Markdown);

    public static void MapStandards(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/standards", List).Documented("list-standards");
        routes.MapGet("/v1/standards/{id}", Get).Documented("get-standard");
    }

    private static IResult List(HttpContext context, StandardBook standards)
    {
        var query = new QueryReader(context.Request);
        var page = query.Page();
        if (MediaOffer.Json.Refusal(context, query.Finish(), out _) is { } refusal)
        {
            return refusal;
        }

        var language = context.Answering();
        return Listing.Of(page, standards.All, standard => standard.Id.Value, (json, standard) => StandardCodecs.Line.Write(json, standard, language));
    }

    private static IResult Get(HttpContext context, string id, StandardBook standards, ContactLimits limits)
    {
        var query = new QueryReader(context.Request);
        var supposed = new ContactLimits(query.Int("perWeek", 0, ContactLimits.Highest) ?? limits.PerWeek, query.Int("perMonth", 0, ContactLimits.Highest) ?? limits.PerMonth);
        var faults = query.Finish();
        return Offer.Choose(context) switch
        {
            Negotiated.Refused(var refused) => refused,
            Negotiated.Chosen(var type) => faults.Count > 0 ? Problem.Malformed(faults) : standards.Find(id).Match<IResult>(
                Some: standard => Tagged(context, standard, standards, supposed, () => Whole(standard, standards, supposed, supposed == limits, type, context.Answering())),
                None: () => Problem.NotFound(Unknown(new Place.Parameter("id"), id))),
        };
    }

    /// <summary>The answer with its entity tag, or 304. The tag is of the standard with its numbers and the limits, whatever the representation.</summary>
    private static IResult Tagged(HttpContext context, Standard standard, StandardBook standards, ContactLimits limits, Func<IResult> answer)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(Wire.Bytes(json =>
            StandardCodecs.Standard.Write(json, new StandardView(standard, standards.Parameters(standard), limits, Arr<ContactConflict>.Empty)))))[..32];
        context.Response.Headers.ETag = ETags.Of(version);
        return ETags.IsFresh(context.Request.Headers, version).Match(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : answer());
    }

    /// <summary>Limits in force make nothing impossible: the start would have been refused.</summary>
    private static IResult Whole(Standard standard, StandardBook standards, ContactLimits limits, bool inForce, string type, Language language)
    {
        var conflicts = inForce ? Arr<ContactConflict>.Empty : standard.Conflicts(limits);
        return type == MediaTypes.Markdown
            ? TypedResults.Text(standard.Markdown(language), MediaTypes.Markdown, System.Text.Encoding.UTF8)
            : JsonResult.Of(StandardCodecs.Standard, new StandardView(standard, standards.Parameters(standard), limits, conflicts), language);
    }

    /// <summary>The standard names no such class.</summary>
    public static Fault UnknownClass(Standard standard, ClassCode code, string pointer)
    {
        var known = standard.Classes.Map(care => care.Class.Value);
        return Fault.At(pointer, "class.unknown", $"'{standard.Id}' names no class '{code}'; choose one of {string.Join(", ", known)}", $"“{standard.Id}”没有类别“{code}”；请选用：{string.Join("、", known)}");
    }

    /// <summary>There is no such standard.</summary>
    public static Fault Unknown(Place place, string id) => new("standard.unknown", place, new Label(
        $"there is no standard '{id}'; GET /v1/standards lists them", $"没有标准“{id}”；可用 GET /v1/standards 查询"));
}
