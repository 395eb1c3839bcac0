using System.Buffers;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Archive;

/// <summary>A customer's newest snapshot as it is on file: the version of the customer and what is stored.</summary>
internal readonly record struct Head(long Version, Held Held)
{
    public static Head Of(Row row) => new(row.Version, Held.From(row.Body));
}

/// <summary>What filing a record comes to.</summary>
internal abstract record Filing
{
    private Filing()
    {
    }

    /// <summary>The record is what is on file for its date already.</summary>
    public sealed record Unchanged(Head Head) : Filing;

    /// <summary>The unit of work that files it, with the customer's head as it will be.</summary>
    public sealed record Filed(bool Created, Head Head, Arr<Write> Unit) : Filing;
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
    /// <paramref name="sameDate"/>: what the history holds as of the record's date, needed only where that is before the head's. What the unit writes lies in
    /// <paramref name="room"/>.
    /// </summary>
    public static Filing File(this SnapshotKey record, ReadOnlyMemory<byte> json, Head? head, Held? sameDate, DateTime now, IBufferWriter<byte> room)
    {
        if (head is not { Held: { IsWithdrawn: false } held } newestOnFile)
        {
            var since = head is { } withdrawn ? Later(now, withdrawn.Held.RecordedAt) : now;
            return record.AsHead(new Held(since, since, json), created: true, head?.Version ?? 0, Arr<Write>.Empty, room);
        }

        if (held.Json.Span.SequenceEqual(json.Span))
        {
            return new Filing.Unchanged(newestOnFile);
        }

        var (moment, asOf) = (Later(now, held.RecordedAt), held.AsOf);
        if (record.AsOf < asOf)
        {
            return sameDate is { } known && known.Json.Span.SequenceEqual(json.Span)
                ? new Filing.Unchanged(newestOnFile)
                : SnapshotKey.Of(held.Record).AsHead(held, created: false, newestOnFile.Version, Prelude.Array<Write>(
                    ToHistory(record.Id, record.AsOf, new Held(sameDate is { } old ? Later(moment, old.RecordedAt) : moment, held.Since, json), room)), room);
        }

        return record.AsHead(new Held(moment, held.Since, json), created: false, newestOnFile.Version, Prelude.Array<Write>(ToHistory(record.Id, asOf, held, room)), room);
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
            ToHistory(head.Id, last.AsOf, held with { Json = Held.JsonOf(last.Anonymous()) }, new ArrayBufferWriter<byte>()),
            .. history.Select(row => Anonymised(row)),
        ]);
    }

    private static Write Anonymised(Row row)
    {
        var held = Held.From(row.Body);
        return new Write.Put(Tables.History, row.Id, row.Version, (held with { Json = Held.JsonOf(held.Record.Anonymous()) }).ToBody(), Unlisted);
    }

    private static Filing.Filed AsHead(this SnapshotKey record, Held held, bool created, long version, Arr<Write> others, IBufferWriter<byte> room) =>
        new(created, new Head(version + 1, held), others.Insert(0, new Write.Put(Tables.Customers, record.Id, version, held.ToBody(room), Keys(record))));

    private static Write.Put ToHistory(string id, DateOnly asOf, Held held, IBufferWriter<byte> room) =>
        new(Tables.History, Tables.HistoryId(id, asOf, held.RecordedAt), 0, held.ToBody(room), Unlisted);

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
