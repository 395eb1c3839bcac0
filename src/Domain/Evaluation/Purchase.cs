namespace Kehu.Domain;

/// <summary>
/// A product bought by a customer on a day; the product is one of the codes of the fact <c>products</c>. Source: evaluation,
/// <c>repeat-purchase</c>.
/// </summary>
public sealed record Purchase(string Id, DateOnly Date, string Product) : IDatedEvent
{
    /// <summary>For how much, not negative.</summary>
    public Option<Money> Amount { get; init; }
}
