namespace Kehu.Wire;

/// <summary>A call for the way up of one customer.</summary>
internal readonly record struct UpgradeRequest(SentPolicy Policy, DateOnly? AsOf, CustomerToClassify Customer)
{
    /// <summary>The call with facts of a catalogue.</summary>
    public static Contract<UpgradeRequest> Contract(FactCatalogue facts) => new(
        "A customer and a ranked policy.",
        default,
        Sent<UpgradeRequest>.Needed("policy", PolicyForms.One(facts), (request, policy) => request with { Policy = policy }),
        Sent<UpgradeRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }),
        Sent<UpgradeRequest>.Needed("customer", CustomerCodecs.For(facts).Contract.ToClassify, (request, customer) => request with { Customer = customer }));
}

/// <summary>A call to check a policy.</summary>
internal readonly record struct CheckRequest(SentPolicy Policy, DateOnly? AsOf)
{
    /// <summary>The call over a catalogue.</summary>
    public static Contract<CheckRequest> Contract(FactCatalogue facts) => new(
        "A policy to check; asOf left out means today (UTC+8).",
        default,
        Sent<CheckRequest>.Needed("policy", PolicyForms.One(facts), (request, policy) => request with { Policy = policy }),
        Sent<CheckRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }));
}

/// <summary>A call to compare two policies.</summary>
internal readonly record struct DifferenceRequest(SentPolicy Old, SentPolicy New, DateOnly? AsOf)
{
    /// <summary>The call over a catalogue.</summary>
    public static Contract<DifferenceRequest> Contract(FactCatalogue facts) => new(
        "Two policies to compare.",
        default,
        Sent<DifferenceRequest>.Needed("old", PolicyForms.One(facts), (request, policy) => request with { Old = policy }),
        Sent<DifferenceRequest>.Needed("new", PolicyForms.One(facts), (request, policy) => request with { New = policy }),
        Sent<DifferenceRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }));
}
