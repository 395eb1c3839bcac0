namespace Kehu.Api;

/// <summary>Simulations, with policies over a catalogue of facts, and what they come to, in JSON.</summary>
internal sealed class SimulationCodecs(FactCatalogue facts)
{
    private static readonly PerCatalogue<SimulationCodecs> Made = new(facts => new SimulationCodecs(facts));

    /// <summary>The codecs of a catalogue: made once for each, and kept for as long as the catalogue is.</summary>
    public static SimulationCodecs For(FactCatalogue facts) => Made.Of(facts);

    public static ContractCodec<Simulation> Simulation { get; } = JsonForms.All.Of(SimulationContract.Contract);

    public ContractCodec<SimulationRequest> Candidate { get; } = JsonForms.All.Of(SimulationRequest.Contract(facts));

    public ContractCodec<SimulationRequest> OfVersion { get; } = JsonForms.All.Of(SimulationRequest.OfVersion(facts));
}
