using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// The stored customers as blocks, made while they are read and kept by nobody here: the newest record of each customer not withdrawn, or the one that held
/// on a date. Two threads at most, so that others are served meanwhile.
/// </summary>
internal sealed class PortfolioStream(CustomerStore store, FactCatalogue facts)
{
    /// <summary>The facts that a block has a column for.</summary>
    public FactCatalogue Facts => facts;

    private const int Threads = 2;

    /// <summary>About how many bytes of rows are turned into blocks at once: those of usual size fill the largest block.</summary>
    private const long PortionBytes = 16 << 20;

    /// <summary>Gives every block of the customers of a scope to <paramref name="take"/>, which is called by several threads at once, in no order.</summary>
    public async Task Each(AccessScope sees, DateOnly? asOf, Action<CustomerBlock> take, CancellationToken ct)
    {
        var outlets = new SharedTexts();
        await Parallel.ForEachAsync(
            store.Within(sees).Customers("", head => Wanted(head, asOf), ct).Portions(CustomerBlock.Most, PortionBytes, customer => customer.Bytes, ct),
            new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = ct },
            (customers, _) =>
            {
                foreach (var block in Blocks(customers.SelectMany(customer => On(customer, asOf)), outlets))
                {
                    take(block);
                }

                return ValueTask.CompletedTask;
            });
    }

    /// <summary>Some customers as they were on a date, one by one; none where there was no such customer then, or is none any more.</summary>
    public async ValueTask<Dictionary<string, Option<PortfolioCustomer>>> On(
        AccessScope sees, IReadOnlyCollection<string> ids, DateOnly asOf, CancellationToken ct)
    {
        var found = ids.ToDictionary(id => id, _ => Option<PortfolioCustomer>.None, StringComparer.Ordinal);
        await foreach (var customer in store.Within(sees).Customers(ids, head => Wanted(head, asOf), ct))
        {
            found[customer.Id] = On(customer, asOf);
        }

        return found;
    }

    /// <summary>The customer of a row as of its newest record; none where it was withdrawn.</summary>
    public Option<PortfolioCustomer> Read(Row row) => Held.From(row.Body) is { IsWithdrawn: false } held ? Of(row.Id, held) : Prelude.None;

    private PortfolioCustomer Of(string id, Held held)
    {
        var counted = CustomerCodecs.Counted(held.Json.Span, facts);
        return new PortfolioCustomer(id, counted.AsOf, counted.Outlet, counted.Customer);
    }

    private IEnumerable<CustomerBlock> Blocks(IEnumerable<PortfolioCustomer> customers, SharedTexts outlets) =>
        from kind in customers.GroupBy(customer => customer.Customer.Kind)
        select CustomerBlock.Of(facts, kind.Key, [.. kind.OrderBy(customer => customer.Id, StringComparer.Ordinal)], outlets.One);

    /// <summary>What has to be read of a customer beside the head: the history, where the head is of a later date.</summary>
    private static CustomerParts Wanted(Row head, DateOnly? asOf) =>
        Held.From(head.Body) is var held && (held.IsWithdrawn || held.IsBy(asOf, null)) ? CustomerParts.None : CustomerParts.History;

    private Option<PortfolioCustomer> On(CustomerRows customer, DateOnly? asOf)
    {
        var head = customer.Held;
        var held = head.IsWithdrawn ? null
            : head.IsBy(asOf, null) ? head
            : customer.Older.Where(older => older.IsBy(asOf, null)).Select(older => (Held?)older).LastOrDefault();
        return held is { } known ? Of(customer.Id, known) : Prelude.None;
    }
}
