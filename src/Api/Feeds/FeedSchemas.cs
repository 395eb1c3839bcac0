using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of expected feeds.</summary>
internal static class FeedSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["Feed"] = SchemaForms.Answered(FeedStanding.Contract, document),
        ["FeedArrival"] = SchemaForms.Answered(FeedArrival.Contract, document),
        ["LateFeed"] = SchemaForms.Answered(FeedStanding.Late, document),
        ["FeedList"] = SchemaForms.Answered(Listed<FeedStanding>.Of(FeedStanding.Contract), document),
    };
}
