using System.Text.Json;

namespace Kehu.Api;

/// <summary>
/// An example of every answer that is no error, by operation, status and media type. They lie in AnswerExamples.json, which a test takes from the
/// approved conversations: what the document shows has been answered.
/// </summary>
internal static class AnswerExamples
{
    private static readonly JsonElement All = Read();

    /// <summary>The text of an example; null where there is none.</summary>
    public static string? Find(string operation, int status, string mediaType) =>
        !All.TryGetProperty(operation, out var answers)
            || !answers.TryGetProperty($"{status}", out var contents)
            || !contents.TryGetProperty(mediaType, out var example) ? null
        : example.ValueKind == JsonValueKind.String ? example.GetString()
        : example.GetRawText();

    private static JsonElement Read()
    {
        using var stream = typeof(AnswerExamples).Assembly.GetManifestResourceStream("AnswerExamples.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
