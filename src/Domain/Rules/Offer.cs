namespace Kehu.Domain;

/// <summary>
/// A measure that customers are offered: a product (by its code in <c>products</c>) or a service without one. Source: policies, Offers.
/// </summary>
public sealed record Offer(string Code, Label Label, Option<string> Product, Citation Citation)
{
    /// <summary>A service: nothing to hold, no risk to bear.</summary>
    public static Offer Service(string code, string en, string zh, Citation citation) => new(code, new Label(en, zh), None, citation);

    /// <summary>A product of the catalogue, proposed where it is not held and its risk suits the customer.</summary>
    public static Offer Of(string product, string code, string en, string zh, Citation citation) => new(code, new Label(en, zh), Some(product), citation);
}

/// <summary>An offer that no class carries: it is open to customers of a kind who meet a criterion of its own.</summary>
public sealed record OpenOffer(Offer Offer, CustomerKind Kind, Criterion Eligible);
