using System.Text.Json;

namespace Kehu.Properties.Http;

/// <summary>The one shape of every refusal.</summary>
internal static class ProblemShape
{
    private static readonly string[] Places = ["pointer", "parameter", "header"];

    /// <summary>What is amiss with an answer that should be a problem document; nothing when it is one.</summary>
    public static async Task<string?> Flaw(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        return status is < 400 or >= 500 ? $"status {status}: {Short(text)}"
            : response.Content.Headers.ContentType?.ToString() != "application/problem+json" ? $"{status} as {response.Content.Headers.ContentType}: {Short(text)}"
            : Flaw(text, status, response.Headers.GetValues("X-Request-Id").Single(), null);
    }

    /// <summary>Asserts that a body is refused, at its place where one is named.</summary>
    public static async Task Refuses(this HttpClient client, string what, string method, string path, byte[] body, string? pointer, params (string Name, string Value)[] headers)
    {
        using var response = await client.Send(method, path, Asking.Content(body, Asking.Json), headers);
        var flaw = await Flaw(response);
        Xunit.Assert.True(flaw is null, $"{path} {what}: {flaw}");
        var text = await response.Content.ReadAsStringAsync();
        Xunit.Assert.True(pointer is null || text.Contains($"\"pointer\":\"{pointer}\"", StringComparison.Ordinal), $"{path} {what}: {text}");
    }

    /// <summary>What is amiss with a problem document, which within a stream tells its line.</summary>
    public static string? Flaw(string text, int? status, string? requestId, long? line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var problem = document.RootElement;
            var errors = problem.GetProperty("errors").EnumerateArray().ToList();
            return errors.Count == 0 ? "no errors"
                : problem.GetProperty("title").GetString() is not { Length: > 0 } || problem.GetProperty("type").GetString() is not { Length: > 0 } ? "no title or type"
                : status is { } expected && problem.GetProperty("status").GetInt32() != expected ? $"another status within than {expected}"
                : requestId is not null && problem.GetProperty("requestId").GetString() != requestId ? "another request id than in the header"
                : line is { } number && problem.GetProperty("line").GetInt64() != number ? $"another line than {number}"
                : errors.Select(Flaw).FirstOrDefault(flaw => flaw is not null) is { } flaw ? $"{flaw} in {Short(text)}"
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{unreadable.Message}: {Short(text)}";
        }
    }

    /// <summary>A body cut to what is worth showing.</summary>
    public static string Short(string text) => text.Length <= 400 ? text : text[..400] + "…";

    private static string? Flaw(JsonElement error) =>
        error.GetProperty("code").GetString() is not { Length: > 0 } ? "an error without code"
        : error.GetProperty("detail").GetString() is not { Length: > 0 } ? "an error without detail"
        : Places.Count(place => error.TryGetProperty(place, out _)) != 1 ? "an error not in exactly one place"
        : null;
}
