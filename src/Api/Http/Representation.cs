using LanguageExt;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kehu.Api;

/// <summary>
/// In which form a version is given: its media type, its language where it has words, and how it is compressed. With the version it makes the entity
/// tag, so that no cache takes one form for another.
/// </summary>
internal static class Representation
{
    /// <summary>What is kept with a name, and what has no words: JSON as it is.</summary>
    public const string Json = "json";

    /// <summary>The form of an answer to a call.</summary>
    public static string Of(HttpContext context, string type, Option<Language> language) =>
        string.Join('-', new[] { Short(type), language.Map(AcceptLanguage.Tag).IfNoneUnsafe((string?)null), Coding(context) }.Where(part => part is not null));

    /// <summary>How the answer will be compressed, by its own name; null where it will not be.</summary>
    private static string? Coding(HttpContext context) =>
        context.RequestServices.GetService<IResponseCompressionProvider>() is { } compression && compression.CheckRequestAcceptsCompression(context)
            ? compression.GetCompressionProvider(context)?.EncodingName
            : null;

    private static string Short(string type) => type switch
    {
        MediaTypes.Markdown => "md",
        MediaTypes.Csv => "csv",
        MediaTypes.Html => "html",
        MediaTypes.Text => "text",
        MediaTypes.Ndjson => "ndjson",
        _ => Json,
    };
}
