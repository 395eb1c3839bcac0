using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The headers of answers as the document tells them: each is said once, and follows from what the route says of itself.</summary>
internal static class DocumentedHeaders
{
    private const string ETag = "ETag";
    private const string Location = "Location";
    private const string Language = "Content-Language";
    private const string RetryAfter = "Retry-After";
    private const string Challenge = "WWW-Authenticate";

    private static readonly (string Name, string Says)[] All =
    [
        (ETag, "The version of what is told and the form in which it is told, for If-None-Match and If-Match."),
        (Location, "Where what was made stands."),
        (Language, "The language of the words, en or zh-CN."),
        (RetryAfter, "After how many seconds to ask again."),
        (Challenge, "How to show who calls."),
        (IdempotencyKey.ReplayedHeader, "true where the first answer is given again."),
        (MergeHeader.Name, "How many members were kept, changed and passed over; of a whole record, how many were dropped and passed over."),
    ];

    /// <summary>Says the headers among the document's components.</summary>
    public static void Say(OpenApiDocument document)
    {
        foreach (var (name, says) in All)
        {
            document.AddComponent(name, new OpenApiHeader { Description = says, Schema = Schemas.Text() });
        }
    }

    /// <summary>The headers of an answer with a status; none where it has none of its own.</summary>
    public static Dictionary<string, IOpenApiHeader>? Of(Operation operation, int status, OpenApiDocument document)
    {
        var names = Names(operation, status).ToList();
        return names.Count == 0
            ? null
            : names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(Operation operation, int status) => status switch
    {
        401 => [Language, Challenge],
        429 or 503 => [Language, RetryAfter],
        >= 400 => [Language],
        304 => [ETag],
        _ =>
        [
            .. Where(operation.IsTagged && status != 204, ETag),
            .. Where(status is 201 or 202, Location),
            .. Where(operation.InWords && status != 204, Language),
            .. Where(operation.IsKept, IdempotencyKey.ReplayedHeader),
            .. Where(operation.IsMerged, MergeHeader.Name),
        ],
    };

    private static string[] Where(bool isTold, string name) => isTold ? [name] : [];
}
