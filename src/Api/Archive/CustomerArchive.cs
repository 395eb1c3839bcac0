using System.Buffers;
using System.Runtime.CompilerServices;
using Kehu.Api.Answers;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Archive;

/// <summary>A snapshot on file: the version of the customer it was read with, when it was recorded, and the record.</summary>
internal sealed record Filed(long Version, DateTime RecordedAt, CustomerRecord Record);

/// <summary>How a change of a customer ended.</summary>
internal abstract record Change
{
    private Change()
    {
    }

    /// <summary>It is durable.</summary>
    public sealed record Done(bool Created, Filed Filed) : Change;

    /// <summary>The customer is not in the version demanded, or not there, or there already.</summary>
    public sealed record Stale : Change;

    /// <summary>There is no such customer.</summary>
    public sealed record Absent : Change;
}

/// <summary>What withdrawing a customer comes to.</summary>
internal abstract record Withdrawal
{
    private Withdrawal()
    {
    }

    /// <summary>The unit of work that does it, with the customer's head row as it was.</summary>
    public sealed record Withdrawn(Row Head, Arr<Write> Unit) : Withdrawal;

    /// <summary>The customer is not in the version demanded.</summary>
    public sealed record Stale : Withdrawal;

    /// <summary>There is no such customer.</summary>
    public sealed record Absent : Withdrawal;
}

/// <summary>Customers over the store's port: reading as of a date and as known at a moment, filing, withdrawing, listing.</summary>
internal sealed class CustomerArchive(IStore store, TimeProvider time)
{
    /// <summary>The newest snapshot, or the one as of a date, as known now or at an earlier moment.</summary>
    public async ValueTask<Filed?> Find(string id, DateOnly? asOf, DateTime? knownAt, CancellationToken ct)
    {
        if (await store.Get(Tables.Customers, id, ct) is not { } head || Held.From(head.Body) is not { IsWithdrawn: false } held)
        {
            return null;
        }

        var newest = held.Record;
        return (asOf is null || newest.AsOf <= asOf) && (knownAt is null || held.RecordedAt <= knownAt)
            ? new Filed(head.Version, held.RecordedAt, newest)
            : await FindOlder(head, held, asOf ?? DateOnly.MaxValue, knownAt ?? DateTime.MaxValue, ct);
    }

    /// <summary>Every snapshot on file, by date and then by the moment it was recorded, superseded ones included.</summary>
    public async IAsyncEnumerable<Filed> History(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await store.Get(Tables.Customers, id, ct) is not { } head || Held.From(head.Body) is not { IsWithdrawn: false } held)
        {
            yield break;
        }

        await foreach (var older in Older(head, held, ct))
        {
            yield return new Filed(head.Version, older.RecordedAt, older.Record);
        }

        yield return new Filed(head.Version, held.RecordedAt, held.Record);
    }

    /// <summary>The snapshots as known now or at an earlier moment, the last recorded of each date, in order of dates, with the customer's head row; null where there are none.</summary>
    public async ValueTask<(Row Head, Arr<CustomerRecord> Snapshots)?> Snapshots(string id, DateTime? knownAt, CancellationToken ct) =>
        await store.Get(Tables.Customers, id, ct) is { } head && !Held.From(head.Body).IsWithdrawn && await Snapshots(head, knownAt, ct) is { IsEmpty: false } snapshots
            ? (head, snapshots)
            : null;

    /// <summary>The same for a head that has been read.</summary>
    public async ValueTask<Arr<CustomerRecord>> Snapshots(Row head, DateTime? knownAt, CancellationToken ct)
    {
        var held = Held.From(head.Body);
        return Snapshots(held, await Older(head, held, ct).ToListAsync(ct), knownAt);
    }

    /// <summary>The same of a head and of what the history holds since the customer came on file, in its order.</summary>
    public static Arr<CustomerRecord> Snapshots(Held head, IEnumerable<Held> older, DateTime? knownAt)
    {
        var byDate = new SortedDictionary<DateOnly, CustomerRecord>();
        foreach (var held in older.Append(head).Where(held => held.RecordedAt >= head.Since && (knownAt is null || held.RecordedAt <= knownAt)))
        {
            var record = held.Record;
            byDate[record.AsOf] = record;
        }

        return new Arr<CustomerRecord>(byDate.Values);
    }

    /// <summary>Files a record where the precondition is met.</summary>
    public async ValueTask<Change> File(CustomerRecord record, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            if (await Draft(record, precondition, ct) is not { } filing)
            {
                return new Change.Stale();
            }

            if (await Commit(filing, ct) is { } done)
            {
                return new Change.Done(done.Created, new Filed(done.Head.Version, done.Head.Held.RecordedAt, record));
            }
        }
    }

    /// <summary>What filing a record comes to as things stand; null where the precondition is not met.</summary>
    public async ValueTask<Filing?> Draft(CustomerRecord record, Precondition precondition, CancellationToken ct)
    {
        var key = SnapshotKey.Of(record);
        Head? head = await store.Get(Tables.Customers, key.Id, ct) is { } row ? Head.Of(row) : null;
        return precondition.IsMetBy(VersionOf(head))
            ? key.File(Held.JsonOf(record), head, await SameDate(key, head, ct), time.GetUtcNow().UtcDateTime, new ArrayBufferWriter<byte>())
            : null;
    }

    /// <summary>Withdraws a customer where the precondition is met.</summary>
    public async ValueTask<Change> Withdraw(string id, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            switch (await DraftWithdrawal(id, precondition, ct))
            {
                case Withdrawal.Absent:
                    return new Change.Absent();
                case Withdrawal.Stale:
                    return new Change.Stale();
                case Withdrawal.Withdrawn(var row, var unit) when await store.Commit(unit.ToList(), ct) is null:
                    var held = Held.From(row.Body);
                    return new Change.Done(Created: false, new Filed(row.Version + 1, held.RecordedAt, held.Record.Anonymous()));
                case Withdrawal.Withdrawn:
                    break;
            }
        }
    }

    /// <summary>What withdrawing a customer comes to as things stand. Kept answers that speak of the customer go with it.</summary>
    public async ValueTask<Withdrawal> DraftWithdrawal(string id, Precondition precondition, CancellationToken ct)
    {
        var head = await store.Get(Tables.Customers, id, ct);
        if (head is not { } row || VersionOf(Head.Of(row)) is not { IsSome: true } version)
        {
            return new Withdrawal.Absent();
        }

        if (!precondition.IsMetBy(version))
        {
            return new Withdrawal.Stale();
        }

        var (after, before) = Tables.HistoryOf(id);
        var history = await store.Range(Tables.History, after, before, ct).ToListAsync(ct);
        var erased = await Anonymised(id, ct);
        var answers = await store.Page(Keeping.Table, "customer", id, "", int.MaxValue, ct).ToListAsync(ct);
        return new Withdrawal.Withdrawn(row, new Arr<Write>(
            [.. answers.Select(answer => new Write.Delete(Keeping.Table, answer.Id, answer.Version)), .. Filings.Withdraw(row, history, time.GetUtcNow().UtcDateTime), .. erased]));
    }

    /// <summary>Customers by id, of an outlet or a manager or both, after an id.</summary>
    public async ValueTask<IReadOnlyList<Filed>> List(string? outlet, string? manager, string after, int take, CancellationToken ct)
    {
        var rows = (outlet, manager) switch
        {
            (_, { } m) => store.Page(Tables.Customers, "manager", m, after, int.MaxValue, ct),
            ({ } o, null) => store.Page(Tables.Customers, "outlet", o, after, int.MaxValue, ct),
            (null, null) => store.Range(Tables.Customers, after, "", ct),
        };
        var found = new List<Filed>();
        await foreach (var row in rows)
        {
            if (Held.From(row.Body) is { IsWithdrawn: false } held && held.Record is var record && (outlet is null || record.Outlet == outlet))
            {
                found.Add(new Filed(row.Version, held.RecordedAt, record));
            }

            if (found.Count == take)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>What the history holds as of a record's date, where that is before the head's.</summary>
    public async ValueTask<Held?> SameDate(SnapshotKey record, Head? head, CancellationToken ct)
    {
        if (head is not { Held: { IsWithdrawn: false } held } || held.AsOf <= record.AsOf)
        {
            return null;
        }

        Held? last = null;
        var (after, before) = Tables.HistoryOf(record.Id, record.AsOf);
        await foreach (var older in store.Range(Tables.History, after, before, ct))
        {
            last = Held.From(older.Body) is var known && known.RecordedAt >= held.Since ? known : last;
        }

        return last;
    }

    /// <summary>What has to be erased of what happened with a customer, whatever it was.</summary>
    private async ValueTask<List<Write>> Anonymised(string customer, CancellationToken ct)
    {
        var (writes, (first, last)) = (new List<Write>(), YearRow.Of(customer));
        foreach (var table in EventTables.All)
        {
            await foreach (var row in store.Range(table.Name, first, last, ct))
            {
                writes.AddRange(table.Anonymised(row));
            }
        }

        return writes;
    }

    private async ValueTask<Filed?> FindOlder(Row head, Held held, DateOnly asOf, DateTime knownAt, CancellationToken ct)
    {
        Filed? last = null;
        await foreach (var older in Older(head, held, ct))
        {
            var record = older.Record;
            last = record.AsOf <= asOf && older.RecordedAt <= knownAt ? new Filed(head.Version, older.RecordedAt, record) : last;
        }

        return last;
    }

    /// <summary>The snapshots in the history since the customer came on file.</summary>
    private async IAsyncEnumerable<Held> Older(Row head, Held held, [EnumeratorCancellation] CancellationToken ct)
    {
        var (after, before) = Tables.HistoryOf(head.Id);
        await foreach (var row in store.Range(Tables.History, after, before, ct))
        {
            if (Held.From(row.Body) is var older && older.RecordedAt >= held.Since)
            {
                yield return older;
            }
        }
    }

    private async ValueTask<Filing.Filed?> Commit(Filing filing, CancellationToken ct) => filing switch
    {
        Filing.Unchanged(var head) => new Filing.Filed(Created: false, head, Arr<Write>.Empty),
        Filing.Filed filed => await store.Commit(filed.Unit.ToList(), ct) is null ? filed : null,
    };

    private static Option<string> VersionOf(Head? head) => head is { Held.IsWithdrawn: false } known
        ? known.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Option<string>.None;
}
