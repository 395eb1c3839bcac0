using System.Runtime.CompilerServices;
using Kehu.Api.Portfolios;
using Kehu.Api.Simulations;
using Kehu.Domain;

namespace Kehu.Api.Codecs;

/// <summary>Questions about the portfolio, with policies over a catalogue of facts, and the answers, in JSON.</summary>
internal sealed class PortfolioCodecs(FactCatalogue facts)
{
    private static readonly ConditionalWeakTable<FactCatalogue, PortfolioCodecs> Made = [];

    /// <summary>The codecs of a catalogue: made once for each, and kept for as long as the catalogue is.</summary>
    public static PortfolioCodecs For(FactCatalogue facts) => Made.GetValue(facts, static facts => new PortfolioCodecs(facts));

    public static ContractCodec<PortfolioState> State { get; } = JsonForms.All.Of(PortfolioState.Contract);

    public static ContractCodec<Simulation> Simulation { get; } = JsonForms.All.Of(SimulationContract.Contract);

    public static ContractCodec<Segmentation> Segments { get; } = JsonForms.All.Of(SegmentContract.Contract);

    public ContractCodec<SimulationRequest> Candidate { get; } = JsonForms.All.Of(SimulationRequest.Contract(facts));

    public ContractCodec<SimulationRequest> OfVersion { get; } = JsonForms.All.Of(SimulationRequest.OfVersion(facts));

    public ContractCodec<SegmentRequest> Crossed { get; } = JsonForms.All.Of(SegmentRequest.Contract(facts));
}
