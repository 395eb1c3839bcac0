using Microsoft.Extensions.Primitives;

namespace Kehu.Api;

/// <summary>The media types in which an endpoint can answer, the preferred one first. Keep one per endpoint: choosing allocates nothing.</summary>
internal sealed class MediaOffer(params string[] mediaTypes)
{
    /// <summary>What the answers of the service depend on beside the path.</summary>
    public static readonly StringValues Vary = new("Accept, Accept-Language");

    private readonly Negotiated.Chosen[] chosen = Array.ConvertAll(mediaTypes, type => new Negotiated.Chosen(type));

    /// <summary>JSON and nothing else.</summary>
    public static MediaOffer Json { get; } = new(MediaTypes.Json);

    /// <summary>Lines of JSON and nothing else.</summary>
    public static MediaOffer Ndjson { get; } = new(MediaTypes.Ndjson);

    /// <summary>The type to answer in, by the request's Accept; says in the answer that it varies.</summary>
    public Negotiated Choose(HttpContext context)
    {
        context.Response.Headers.Vary = Vary;
        return Choose(context.Request.Headers.Accept);
    }

    /// <summary>
    /// The type with the highest weight. A type's weight is that of the most specific range it falls into; of equal weights the one
    /// named more exactly comes first, then the order of the offer.
    /// </summary>
    public Negotiated Choose(StringValues accept)
    {
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is "" or "*/*"))
        {
            return chosen[0];
        }

        var best = (Weight: 0, Exactness: 0, Index: -1);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (!Weigh(accept, mediaTypes[i], out var weight, out var exactness))
            {
                return new Negotiated.Refused(Problem.Malformed(Malformed));
            }

            if (weight > best.Weight || (weight == best.Weight && weight > 0 && exactness > best.Exactness))
            {
                best = (weight, exactness, i);
            }
        }

        return best.Index < 0 ? new Negotiated.Refused(NotAcceptable()) : chosen[best.Index];
    }

    private static readonly Fault Malformed = Fault.Header(
        "Accept",
        "accept.malformed",
        "not a list of media ranges with weights from 0 to 1, such as 'text/csv, application/json;q=0.5'",
        "应为带权重（0 至 1）的媒体类型列表，例如“text/csv, application/json;q=0.5”");

    private static bool Weigh(StringValues accept, ReadOnlySpan<char> type, out int weight, out int exactness)
    {
        (weight, exactness) = (0, 0);
        foreach (var header in accept)
        {
            var ranges = new WeightedReader(header);
            while (ranges.Next())
            {
                var exact = Exactness(ranges, type);
                if (exact < 0)
                {
                    return false;
                }

                if (exact > exactness || (exact > 0 && exact == exactness && ranges.Weight > weight))
                {
                    (weight, exactness) = (ranges.Weight, exact);
                }
            }

            if (ranges.Malformed)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// 3 for the type itself, 2 for its family, 1 for everything (a lone star too, which older clients send), 0 for another type,
    /// -1 for what is no media range.
    /// </summary>
    private static int Exactness(in WeightedReader range, ReadOnlySpan<char> type)
    {
        if (range.Value is "*")
        {
            return Plain(range) ? 1 : 0;
        }

        var slash = range.Value.IndexOf('/');
        if (slash < 0 || !WeightedReader.IsToken(range.Value[..slash]) || !WeightedReader.IsToken(range.Value[(slash + 1)..]))
        {
            return -1;
        }

        var family = range.Value[..slash];
        var kind = range.Value[(slash + 1)..];
        if (family is "*")
        {
            return kind is not "*" ? -1 : Plain(range) ? 1 : 0;
        }

        var typeSlash = type.IndexOf('/');
        return !Plain(range) || !family.Equals(type[..typeSlash], StringComparison.OrdinalIgnoreCase) ? 0
            : kind is "*" ? 2
            : kind.Equals(type[(typeSlash + 1)..], StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }

    private static bool Plain(in WeightedReader range) => !range.OtherParameters && !range.OtherCharset;

    private Problem NotAcceptable()
    {
        var offered = string.Join(", ", mediaTypes);
        return Problem.Of(406, Fault.Header(
            "Accept", "accept.none", $"none of the accepted types can be given; offered are {offered}", $"无法提供所要求的格式；可提供 {offered}"));
    }
}
