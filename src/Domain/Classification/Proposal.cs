namespace Kehu.Domain;

/// <summary>Why a customer is shown an offer: the class that carries it (none: the offer's own criterion is met).</summary>
public sealed record Ground(PolicyId Policy, PolicyClass Class);

/// <summary>Whether an offer is to be proposed.</summary>
public abstract record Suitability
{
    private Suitability()
    {
    }

    /// <summary>Not held, and its risk suits the customer.</summary>
    public sealed record Suits : Suitability;

    /// <summary>The customer holds it already.</summary>
    public sealed record Held : Suitability;

    /// <summary>Its risk R<i>n</i> needs a higher level than the customer's (an unknown level bears R1 only: house).</summary>
    public sealed record TooRisky(int Risk) : Suitability;

    /// <summary>Facts that must be known before it can be told.</summary>
    public sealed record Open(Arr<Fact> Missing) : Suitability;
}

/// <summary>An offer for a customer, the classes that carry it, and whether it is to be proposed.</summary>
public sealed record Proposal(Offer Offer, Arr<Ground> Grounds, Suitability Suitability);
