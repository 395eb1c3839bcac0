namespace Kehu.Api;

/// <summary>The media types the service speaks.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";
    public const string Ndjson = "application/x-ndjson";
    public const string Csv = "text/csv";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string Text = "text/plain";
    public const string ProblemJson = "application/problem+json";
    public const string SchemaJson = "application/schema+json";
}
