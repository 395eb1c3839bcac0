namespace Kehu.Api;

/// <summary>
/// An import of events of one sort under way: lines are gathered into portions and each portion is one durable unit of work, so that a kill leaves
/// whole lines only. Every line has an id of its own, so that repeating an import changes nothing.
/// </summary>
internal sealed class YearImport<T>(CustomerStore store, AccessScope sees, YearTable<T> table, DateOnly today, RejectsWriter rejects) : IDisposable
    where T : class, IDatedEvent<T>
{
    private const int PortionLines = 2_000;

    private const int PortionBytes = 4 << 20;

    private readonly YearArchive<T> archive = new(store, table);
    private readonly RefusedLines refusals = new(rejects);
    private List<Pending> portion = [];
    private int bytes;
    private long read;
    private long created;
    private long unchanged;

    /// <summary>Takes a line's event. Completes at once unless a portion is full.</summary>
    public ValueTask Take(long line, SentEvent<T> sent, ReadOnlySpan<byte> source)
    {
        read++;
        var (customer, taken) = sent;
        IReadOnlyList<Fault> faults =
        [
            .. taken.Id.Length == 0 ? [table.Words.IdNeeded] : Array.Empty<Fault>(),
            .. taken.Date > today ? [table.Words.InFuture] : Array.Empty<Fault>(),
        ];
        if (faults.Count > 0)
        {
            refusals.Add(line, source, faults);
            return ValueTask.CompletedTask;
        }

        portion.Add(new Pending(line, customer, taken, source.ToArray()));
        bytes += source.Length;
        return portion.Count < PortionLines && bytes < PortionBytes ? ValueTask.CompletedTask : new ValueTask(Store());
    }

    /// <summary>Takes a line that is no such event.</summary>
    public void Reject(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults)
    {
        read++;
        refusals.Add(line, source, faults);
    }

    /// <summary>Stores what is left; everything accepted is durable afterwards.</summary>
    public async Task<ImportReport> Finish(string id)
    {
        await Store();
        return refusals.Report(id, read, created, updated: 0, unchanged);
    }

    public void Dispose() => refusals.Dispose();

    private async Task Store()
    {
        var full = portion;
        (portion, bytes) = ([], 0);
        Outcome? outcome = null;
        while (outcome is null)
        {
            outcome = await TryCommit(full);
        }

        created += outcome.Created;
        unchanged += full.Count - outcome.Created - outcome.Refused.Count;
        foreach (var (pending, fault) in outcome.Refused)
        {
            refusals.Add(pending.Line, pending.Source, [fault]);
        }
    }

    /// <summary>One unit for the whole portion; null where somebody else changed one of its years meanwhile.</summary>
    private async Task<Outcome?> TryCommit(List<Pending> full)
    {
        var customers = full.Select(pending => pending.Customer).Distinct(StringComparer.Ordinal).ToList();
        var heads = (await store.Within(sees).Get(Tables.Customers, customers, CancellationToken.None))
            .Where(row => !Held.From(row.Body).IsWithdrawn).ToList();
        var (done, versions) = (new Dictionary<string, List<T>>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        foreach (var head in heads)
        {
            var rows = await archive.Rows(sees, head.Id, CancellationToken.None);
            done[head.Id] = [.. table.All(rows)];
            Array.ForEach(rows, row => versions[row.Id] = row.Version);
        }

        var (changed, refused, count) = (new Dictionary<string, T[]>(StringComparer.Ordinal), new List<(Pending, Fault)>(), 0L);
        foreach (var pending in full)
        {
            if (!done.TryGetValue(pending.Customer, out var all))
            {
                refused.Add((pending, await store.WhyUnknown(sees, pending.Customer, CancellationToken.None)));
                continue;
            }

            switch (table.Add(all, pending.Event))
            {
                case YearFiling<T>.Filed(var year):
                    all.Add(pending.Event);
                    changed[YearRow.Id(pending.Customer, pending.Event.Date.Year)] = year;
                    count++;
                    break;
                case YearFiling<T>.Taken:
                    refused.Add((pending, table.Words.Taken(pending.Event.Id)));
                    break;
                case YearFiling<T>.Full:
                    refused.Add((pending, table.Words.Full(table.Most)));
                    break;
                case YearFiling<T>.Unchanged:
                    break;
            }
        }

        var writing = changed.Keys.Select(Tables.CustomerOf).ToHashSet(StringComparer.Ordinal);
        List<Write> unit =
        [
            .. changed.Select(year => table.ToWrite(year.Key, versions.GetValueOrDefault(year.Key), year.Value)),
            .. heads.Where(head => writing.Contains(head.Id)).Select(head => new Write.Expect(Tables.Customers, head.Id, head.Version)),
        ];
        return unit.Count == 0 || await store.Commit(unit, CancellationToken.None) is null ? new Outcome(count, refused) : null;
    }

    private sealed record Pending(long Line, string Customer, T Event, byte[] Source);

    private sealed record Outcome(long Created, List<(Pending Pending, Fault Fault)> Refused);
}
