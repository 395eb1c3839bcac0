using System.Text.Json;
using Kehu.Shared;

namespace Kehu.Snapshots.Http;

/// <summary>The OpenAPI document as the service gives it.</summary>
internal static class Description
{
    private static JsonElement? document;

    public static async Task<JsonElement> Of(RunningService service) =>
        document ??= JsonDocument.Parse(await service.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;

    /// <summary>Whether the operation at a path lists a status. At no path, or by no method of it, only 401, 404 and 405 are to be expected.</summary>
    public static async Task<bool> Lists(RunningService service, string method, string path, int status)
    {
        var paths = (await Of(service)).GetProperty("paths");
        var sent = path.Split('?')[0].Split('/');
        var found = paths.EnumerateObject().Where(item => IsAt(item.Name.Split('/'), sent)).OrderBy(item => item.Name.Contains('{', StringComparison.Ordinal)).ToList();
        var operation = found.Where(item => item.Value.TryGetProperty(method.ToLowerInvariant(), out _)).Select(item => item.Value.GetProperty(method.ToLowerInvariant())).FirstOrDefault();
        return operation.ValueKind == JsonValueKind.Object
            ? operation.GetProperty("responses").TryGetProperty($"{status}", out _)
            : status is 404 or 405 or 401 || path is "/" or "/openapi/v1.json" or "/swagger/index.html";
    }

    /// <summary>Every operation: its path, method and description.</summary>
    public static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(this JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select (path.Name, method.Name, method.Value);

    private static bool IsAt(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.Item1 == pair.Item2 || pair.Item1.StartsWith('{'));
}
