namespace Kehu.Api;

/// <summary>Questions about the portfolio, with policies over a catalogue of facts, and the answers, in JSON.</summary>
internal sealed class PortfolioCodecs(FactCatalogue facts)
{
    private static readonly PerCatalogue<PortfolioCodecs> Made = new(facts => new PortfolioCodecs(facts));

    /// <summary>The codecs of a catalogue: made once for each, and kept for as long as the catalogue is.</summary>
    public static PortfolioCodecs For(FactCatalogue facts) => Made.Of(facts);

    public static ContractCodec<PortfolioState> State { get; } = JsonForms.All.Of(PortfolioState.Contract);

    public static ContractCodec<Segmentation> Segments { get; } = JsonForms.All.Of(SegmentContract.Contract);

    public ContractCodec<SegmentRequest> Crossed { get; } = JsonForms.All.Of(SegmentRequest.Contract(facts));
}
