using Microsoft.Extensions.Primitives;

namespace Kehu.Api;

/// <summary>The media types an endpoint reads a body in. Keep one per endpoint.</summary>
internal sealed class BodyTypes(params string[] mediaTypes)
{
    private readonly Negotiated.Chosen[] chosen = Array.ConvertAll(mediaTypes, type => new Negotiated.Chosen(type));
    private readonly bool areLines = mediaTypes.All(type => type is MediaTypes.Ndjson or MediaTypes.Csv);
    private readonly Negotiated.Refused refused = new(Problem.Of(415, Unsupported(mediaTypes)));

    /// <summary>A JSON value.</summary>
    public static BodyTypes Json { get; } = new(MediaTypes.Json);

    /// <summary>What changes a JSON value (RFC 7396).</summary>
    public static BodyTypes MergePatch { get; } = new(MediaTypes.MergePatch);

    /// <summary>
    /// Which of them the Content-Type names, in UTF-8 and in no other charset; 415 for none, for a body without a type, and for one that is encoded
    /// in a way that is not read here: streams of lines may come compressed by gzip or br.
    /// </summary>
    public Negotiated Of(IHeaderDictionary headers) =>
        IsPlain(headers.ContentEncoding) ? Of(headers.ContentType)
        : !areLines ? Encoded
        : IsInflated(headers.ContentEncoding) ? Of(headers.ContentType)
        : OtherwiseEncoded;

    private static bool IsPlain(StringValues encodings) => encodings.Count == 0 || Is(encodings, "identity");

    private static bool IsInflated(StringValues encodings) => Is(encodings, "gzip") || Is(encodings, "x-gzip") || Is(encodings, "br");

    private static bool Is(StringValues encodings, string coding) => encodings is [var one] && string.Equals(one, coding, StringComparison.OrdinalIgnoreCase);

    private Negotiated Of(StringValues contentType)
    {
        if (contentType.Count != 1)
        {
            return refused;
        }

        var reader = new WeightedReader(contentType[0]);
        if (!reader.Next() || reader.OtherCharset)
        {
            return refused;
        }

        var index = Find(reader.Value);
        return index < 0 || reader.Next() || reader.Malformed ? refused : chosen[index];
    }

    private int Find(ReadOnlySpan<char> type)
    {
        for (var i = 0; i < mediaTypes.Length; i++)
        {
            if (type.Equals(mediaTypes[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static readonly Negotiated.Refused Encoded = new(Problem.Of(415, Fault.Header(
        "Content-Encoding", "content-encoding.unsupported", "send the body as it is, not compressed, and leave the header out", "请发送未压缩的请求体，并去掉该请求头")));

    private static readonly Negotiated.Refused OtherwiseEncoded = new(Problem.Of(415, Fault.Header(
        "Content-Encoding", "content-encoding.unsupported", "send the lines as they are, or compressed by gzip or br", "请发送未压缩的内容，或以 gzip、br 压缩")));

    private static Fault Unsupported(string[] mediaTypes)
    {
        var read = string.Join(", ", mediaTypes);
        return Fault.Header("Content-Type", "content-type.unsupported", $"send the body as {read}, in UTF-8", $"请以 {read}（UTF-8 编码）发送请求体");
    }
}
