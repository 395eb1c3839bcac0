using System.Text.Json;
using Kehu.Shared;

namespace Kehu.Snapshots.Http;

/// <summary>The OpenAPI document as the service gives it.</summary>
internal static class Description
{
    private static JsonElement? document;

    private static DocumentJudge? judge;

    public static async Task<JsonElement> Of(RunningService service) =>
        document ??= JsonDocument.Parse(await service.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;

    /// <summary>The judge of what is said, by the document of the service.</summary>
    public static async Task<DocumentJudge> Judge(RunningService service) => judge ??= new DocumentJudge(await Of(service));

    /// <summary>Every operation: its path, method and description.</summary>
    public static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(this JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select (path.Name, method.Name, method.Value);
}
