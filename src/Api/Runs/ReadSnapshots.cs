namespace Kehu.Api;

/// <summary>The snapshot of a customer that a run decides from.</summary>
internal readonly record struct RunSnapshot(string Id, DateTime RecordedAt, CountedCustomer Counted);

/// <summary>A portion of customers as a run sees it: the snapshots, customers who are withdrawn, and customers of whom nothing was on file.</summary>
internal sealed record RunPortion(string Last, List<RunSnapshot> Snapshots, long Withdrawn, long NotOnFile);

/// <summary>
/// Of each customer the newest snapshot as of a date, as known at a moment: the customer's head where it is that, else the last such in the history,
/// which is read with it. So it does not matter to a run what is written while it runs, or while it is interrupted.
/// </summary>
internal sealed class ReadSnapshots(FactCatalogue facts, DateOnly asOf, DateTime knownAt)
{
    /// <summary>What has to be read of a customer beside the head.</summary>
    public CustomerParts Wanted(Row head) => Held.From(head.Body) is var held && (held.IsWithdrawn || held.IsBy(asOf, knownAt))
        ? CustomerParts.None
        : CustomerParts.History;

    /// <summary>What a portion of customers comes to.</summary>
    public RunPortion Of(IReadOnlyList<CustomerRows> customers)
    {
        var (found, withdrawn) = (new List<RunSnapshot>(customers.Count), 0L);
        foreach (var customer in customers)
        {
            var head = customer.Held;
            if (head.IsWithdrawn)
            {
                withdrawn++;
            }
            else if (Newest(customer, head) is { } held)
            {
                found.Add(new RunSnapshot(customer.Id, held.RecordedAt, CustomerCodecs.Counted(held.Json.Span, facts)));
            }
        }

        return new RunPortion(customers[^1].Id, found, withdrawn, customers.Count - withdrawn - found.Count);
    }

    /// <summary>The head, or the last of the history, which is in the order of dates and moments; null where none was there yet.</summary>
    private Held? Newest(CustomerRows customer, Held head)
    {
        if (head.IsBy(asOf, knownAt))
        {
            return head;
        }

        for (var at = customer.History.Count - 1; at >= 0; at--)
        {
            var held = Held.From(customer.History[at].Body);
            if (held.RecordedAt >= head.Since && held.RecordedAt <= knownAt && Tables.AsOfIn(customer.History[at].Id) <= asOf)
            {
                return held;
            }
        }

        return null;
    }
}
