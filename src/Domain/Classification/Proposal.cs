namespace Kehu.Domain;

/// <summary>Why a customer is shown an offer: the class that carries it (none: the offer's own criterion is met).</summary>
public sealed record Ground(PolicyId Policy, PolicyClass Class)
{
    /// <summary>A ground on the wire.</summary>
    public static Contract<Ground> Contract { get; } = Answered<Ground>.Object(
        "",
        Answered<Ground>.Always("policy", Forms.Plain, ground => ground.Policy.Value),
        Answered<Ground>.Always("class", Forms.Plain, ground => ground.Class.Code.Value));
}

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

    /// <summary>Every name on the wire.</summary>
    internal static Arr<string> Codes { get; } = Array("proposed", "held", "too-risky", "open");

    /// <summary>The name on the wire.</summary>
    public string Code => this switch
    {
        Suits => Codes[0],
        Held => Codes[1],
        TooRisky => Codes[2],
        Open => Codes[3],
    };

    /// <summary>The risk that does not suit.</summary>
    internal Option<int> RiskBeyond => this switch
    {
        TooRisky(var risk) => risk,
        Suits or Held or Open => None,
    };

    /// <summary>The facts to know first, by name.</summary>
    internal Option<Arr<string>> ToKnow => this switch
    {
        Open(var missing) => missing.Map(fact => fact.Name),
        Suits or Held or TooRisky => None,
    };
}

/// <summary>An offer for a customer, the classes that carry it, and whether it is to be proposed.</summary>
public sealed record Proposal(Offer Offer, Arr<Ground> Grounds, Suitability Suitability)
{
    /// <summary>A proposal on the wire.</summary>
    public static Contract<Proposal> Contract { get; } = Answered<Proposal>.Object(
        "missing where open: the facts to know first; risk where too-risky: 1 to 5.",
        Answered<Proposal>.Always("code", Forms.Plain, one => one.Offer.Code),
        Answered<Proposal>.Always("label", Forms.Words, one => one.Offer.Label),
        Answered<Proposal>.Nullable("product", Forms.Plain, one => one.Offer.Product),
        Answered<Proposal>.Always("state", new Form.Code(Suitability.Codes), one => one.Suitability.Code),
        Answered<Proposal>.Optional("missing", Forms.List(Forms.Plain), one => one.Suitability.ToKnow),
        Answered<Proposal>.Optional("risk", Forms.Count, one => one.Suitability.RiskBeyond),
        Answered<Proposal>.Always("grounds", Forms.List(Ground.Contract), one => one.Grounds),
        Answered<Proposal>.Always("citation", Citations.InWords, one => one.Offer.Citation));
}

/// <summary>Why a customer is offered nothing, whatever the classes carry.</summary>
public enum Withheld
{
    /// <summary>Nothing is sent to the customer.</summary>
    Restricted = 0,

    /// <summary>The customer has not agreed to offers that are chosen for it. Source: facts, consent is no member of the record.</summary>
    NoConsent,
}

/// <summary>The names on the wire.</summary>
public static class Withholdings
{
    /// <summary>Why nothing is offered.</summary>
    public static string Code(this Withheld why) => why switch
    {
        Withheld.Restricted => "restricted",
        Withheld.NoConsent => "no-consent",
    };
}

/// <summary>What a customer on file is offered as of a date; nothing where offers are withheld.</summary>
public sealed record CustomerOffers(string Customer, DateOnly AsOf, Arr<Proposal> Offers)
{
    /// <summary>The offers on the wire.</summary>
    public static Contract<CustomerOffers> Contract { get; } = Answered<CustomerOffers>.Object(
        "What the customer is offered by its decided classes, by code.",
        Answered<CustomerOffers>.Always("customer", Forms.Plain, offers => offers.Customer),
        Answered<CustomerOffers>.Always("asOf", Forms.Day, offers => offers.AsOf),
        Answered<CustomerOffers>.Always("offers", Forms.List(Proposal.Contract), offers => offers.Offers),
        Answered<CustomerOffers>.Optional("withheld", Forms.One<Withheld>(Withholdings.Code), offers => offers.Withheld) with
        {
            Says = "There where nothing is offered whatever the classes carry: the customer is restricted, or has not agreed to "
                + "personalised-offers, now.",
        });

    /// <summary>Why nothing is offered, where that is so.</summary>
    public Option<Withheld> Withheld { get; init; }

    /// <summary>What somebody is offered from whom offers are withheld.</summary>
    public static CustomerOffers Nothing(string customer, DateOnly asOf, Withheld why) => new(customer, asOf, Array<Proposal>()) { Withheld = why };
}
