namespace Kehu.Api;

/// <summary>What is asked and answered about policies over a catalogue, in JSON.</summary>
internal sealed class PolicyCodecs
{
    private static readonly PerCatalogue<PolicyCodecs> Made = new(facts => new PolicyCodecs(facts));

    private PolicyCodecs(FactCatalogue facts)
    {
        (Classify, Upgrade) = (JsonForms.All.Of(ClassifyRequest.Contract(facts)), JsonForms.All.Of(UpgradeRequest.Contract(facts)));
        (Check, Difference) = (JsonForms.All.Of(CheckRequest.Contract(facts)), JsonForms.All.Of(DifferenceRequest.Contract(facts)));
        (Checked, Differing) = (JsonForms.All.Of(PolicyReport.Contract(facts)), JsonForms.All.Of(PolicyDifference.Contract(facts)));
    }

    /// <summary>The codecs of a catalogue: made once for each, and kept for as long as the catalogue is.</summary>
    public static PolicyCodecs For(FactCatalogue facts) => Made.Of(facts);

    public ContractCodec<ClassifyRequest> Classify { get; }

    public ContractCodec<UpgradeRequest> Upgrade { get; }

    public ContractCodec<CheckRequest> Check { get; }

    public ContractCodec<DifferenceRequest> Difference { get; }

    /// <summary>What was found in a policy.</summary>
    public ContractCodec<PolicyReport> Checked { get; }

    /// <summary>Where two policies differ.</summary>
    public ContractCodec<PolicyDifference> Differing { get; }

    public static ContractCodec<WayUp> WayUp { get; } = JsonForms.All.Of(Domain.WayUp.Contract);

    public static ContractCodec<CustomerOffers> Offers { get; } = JsonForms.All.Of(CustomerOffers.Contract);

    public static ContractCodec<PlainExplanation> Explanation { get; } = JsonForms.All.Of(PlainExplanation.Contract);

    public static ContractCodec<CatalogueEntry> Fact { get; } = JsonForms.All.Of(CatalogueEntry.Contract);

    /// <summary>A policy as a line of the list.</summary>
    public static ContractCodec<ListedPolicy> Line { get; } = JsonForms.All.Of(ListedPolicy.Line);

    /// <summary>A policy whole.</summary>
    public static ContractCodec<ListedPolicy> Whole { get; } = JsonForms.All.Of(ListedPolicy.Whole(PolicyTextCodec.Form));

    /// <summary>A policy as a line of its versions.</summary>
    public static ContractCodec<ListedPolicy> Version { get; } = JsonForms.All.Of(ListedPolicy.Version);
}
