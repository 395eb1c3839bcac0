namespace Kehu.Domain;

/// <summary>Something that happened with a customer on a day. The id is unique among the customer's events of the same sort.</summary>
public interface IDatedEvent
{
    /// <summary>The id, of 1 to 64 characters.</summary>
    string Id { get; }

    /// <summary>The day in the bank's time zone.</summary>
    DateOnly Date { get; }
}

/// <summary>The sort of such events.</summary>
public interface IDatedEvent<T> : IDatedEvent
    where T : IDatedEvent<T>
{
    /// <summary>What one is on the wire and as it is kept.</summary>
    static abstract Contract<T> Contract { get; }

    /// <summary>The same event under an id and of a day.</summary>
    T At(string id, DateOnly date);
}

/// <summary>Something that happened with a customer, as sent; without an id the service gives one.</summary>
public sealed record SentEvent<T>(string Customer, T Event)
    where T : IDatedEvent<T>
{
    /// <summary>An event with its customer.</summary>
    public static Contract<SentEvent<T>> Contract { get; } = T.Contract.Within(
        T.Contract.Says,
        new SentEvent<T>("", T.Contract.Blank),
        sent => sent.Event,
        (sent, one) => sent with { Event = one },
        Fields<SentEvent<T>>.Needed("customer", Forms.CustomerId, sent => sent.Customer, (sent, id) => sent with { Customer = id }));
}
