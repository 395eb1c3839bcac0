namespace Kehu.Domain;

/// <summary>
/// A product bought by a customer on a day; the product is one of the codes of the fact <c>products</c>. Source: evaluation,
/// <c>repeat-purchase</c>.
/// </summary>
public sealed record Purchase(string Id, DateOnly Date, string Product) : IDatedEvent<Purchase>
{
    /// <summary>For how much, not negative.</summary>
    public Option<Money> Amount { get; init; }

    /// <summary>Something bought, on the wire and as it is kept; a product is kept by its code, since the fact's list may grow anywhere.</summary>
    public static Contract<Purchase> Contract { get; } = new(
        "Something bought by a customer.",
        new Purchase("", default, ""),
        Fields<Purchase>.Made("id", Forms.Unit, one => one.Id, (one, id) => one with { Id = id }),
        Fields<Purchase>.Needed("date", Forms.Day, one => one.Date, (one, day) => one with { Date = day }),
        Fields<Purchase>.Needed("product", Forms.Product, one => one.Product, (one, code) => one with { Product = code }) with { Stored = 0 },
        Fields<Purchase>.Optional(
            "amount", new Form.Amount(Money.Limit, "purchase.amount"), one => one.Amount, (one, amount) => one with { Amount = amount }) with
        { Stored = 1 });

    public Purchase At(string id, DateOnly date) => this with { Id = id, Date = date };
}
