namespace Kehu.Api;

/// <summary>How a media type was agreed on, of the answer or of the body.</summary>
internal abstract record Negotiated
{
    private Negotiated()
    {
    }

    /// <summary>One of the media types the endpoint knows.</summary>
    public sealed record Chosen(string MediaType) : Negotiated;

    /// <summary>None of them, or a header that can not be read.</summary>
    public sealed record Refused(Problem Problem) : Negotiated;
}
