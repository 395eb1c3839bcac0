namespace Kehu.Domain;

/// <summary>Something that happened with a customer on a day. The id is unique among the customer's events of the same sort.</summary>
public interface IDatedEvent
{
    /// <summary>The id, of 1 to 64 characters.</summary>
    string Id { get; }

    /// <summary>The day in the bank's time zone.</summary>
    DateOnly Date { get; }
}
