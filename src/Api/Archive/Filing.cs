using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Archive;

/// <summary>What filing a record comes to.</summary>
internal abstract record Filing
{
    private Filing()
    {
    }

    /// <summary>The record is what is on file for its date already.</summary>
    public sealed record Unchanged(Row Head) : Filing;

    /// <summary>The unit of work that files it, with the customer's head row as it will be.</summary>
    public sealed record Filed(bool Created, Row Head, Arr<Write> Unit) : Filing;
}

/// <summary>What filing asks of a record beside its canonical JSON: small, where thousands wait to be filed.</summary>
internal sealed record SnapshotKey(string Id, DateOnly AsOf, string Outlet, Option<string> Manager)
{
    public static SnapshotKey Of(CustomerRecord record) => new(record.Id.Value, record.AsOf, record.Outlet, record.Manager);
}

/// <summary>The pure part of keeping customers: from what is on file and what comes in to a unit of work.</summary>
internal static class Filings
{
    /// <summary>
    /// Files a record. The newest snapshot is the head; an older one goes to the history, and so does what it supersedes.
    /// <paramref name="sameDate"/>: what the history holds as of the record's date, needed only where that is before the head's.
    /// </summary>
    public static Filing File(this SnapshotKey record, byte[] json, Row? head, Held? sameDate, DateTime now)
    {
        if (head is not { } row || Held.From(row.Body) is not { IsWithdrawn: false } held)
        {
            var since = head is { } withdrawn ? Later(now, Held.From(withdrawn.Body).RecordedAt) : now;
            return record.AsHead(new Held(since, since, json), created: true, head?.Version ?? 0, Arr<Write>.Empty);
        }

        if (held.Json.Span.SequenceEqual(json))
        {
            return new Filing.Unchanged(row);
        }

        var newest = SnapshotKey.Of(held.Record);
        var moment = Later(now, held.RecordedAt);
        if (record.AsOf < newest.AsOf)
        {
            return sameDate is { } known && known.Json.Span.SequenceEqual(json)
                ? new Filing.Unchanged(row)
                : newest.AsHead(held, created: false, row.Version, Prelude.Array<Write>(
                    ToHistory(record, new Held(sameDate is { } old ? Later(moment, old.RecordedAt) : moment, held.Since, json))));
        }

        return record.AsHead(new Held(moment, held.Since, json), created: false, row.Version, Prelude.Array<Write>(ToHistory(newest, held)));
    }

    /// <summary>Withdraws a customer, later than all that was recorded: the head becomes a tombstone, and what stays in the history no longer tells who it was.</summary>
    public static Arr<Write> Withdraw(Row head, IReadOnlyCollection<Row> history, DateTime now)
    {
        var held = Held.From(head.Body);
        var moment = history.Aggregate(Later(now, held.RecordedAt), (latest, row) => Later(latest, Held.From(row.Body).RecordedAt));
        var last = held.Record;
        return new Arr<Write>(
        [
            new Write.Put(Tables.Customers, head.Id, head.Version, new Held(moment, held.Since, default).ToBody(), Unlisted),
            ToHistory(SnapshotKey.Of(last), held with { Json = Held.JsonOf(last.Anonymous()) }),
            .. history.Select(row => Anonymised(row)),
        ]);
    }

    private static Write Anonymised(Row row)
    {
        var held = Held.From(row.Body);
        return new Write.Put(Tables.History, row.Id, row.Version, (held with { Json = Held.JsonOf(held.Record.Anonymous()) }).ToBody(), Unlisted);
    }

    private static Filing.Filed AsHead(this SnapshotKey record, Held held, bool created, long version, Arr<Write> others)
    {
        var body = held.ToBody();
        var put = new Write.Put(Tables.Customers, record.Id, version, body, Keys(record));
        return new Filing.Filed(created, new Row(record.Id, version + 1, body), others.Insert(0, put));
    }

    private static Write.Put ToHistory(SnapshotKey record, Held held) =>
        new(Tables.History, Tables.HistoryId(record.Id, record.AsOf, held.RecordedAt), 0, held.ToBody(), Unlisted);

    private static Dictionary<string, string> Keys(SnapshotKey record)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["outlet"] = record.Outlet };
        record.Manager.IfSome(manager => keys["manager"] = manager);
        return keys;
    }

    private static readonly Dictionary<string, string> Unlisted = [];

    /// <summary>A moment that is after the one before, whatever the clock says.</summary>
    private static DateTime Later(DateTime now, DateTime before) => now > before ? now : before.AddTicks(1);
}
