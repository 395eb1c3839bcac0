using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call demanded of a resource was not so; whether the resource is there at all.</summary>
internal readonly record struct Unmet(bool IsThere);

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
    public sealed record Unchanged(Head Head) : Filing
    {
        /// <summary>True where it says something new of consents, which is filed beside.</summary>
        public bool BringsConsents { get; init; }

        /// <summary>The unit of work that files that.</summary>
        public Arr<Write> Unit { get; init; } = Arr<Write>.Empty;
    }

    /// <summary>There is no such customer for who files it, and who sees a part of the bank brings nobody on file anew.</summary>
    public sealed record NotSeen : Filing;

    /// <summary>It would bring somebody on file under an id that is refused, or say more of consents than may be kept.</summary>
    public sealed record Refused(Fault Why) : Filing;

    /// <summary>The unit of work that files it, with the customer's head as it will be.</summary>
    public sealed record Filed(bool Created, Head Head, Arr<Write> Unit) : Filing
    {
        /// <summary>The canonical JSON of what was known as of the record's date, or before where it is of a later one; empty where nothing was.</summary>
        public ReadOnlyMemory<byte> Before { get; init; }

        /// <summary>The canonical JSON of the record.</summary>
        public ReadOnlyMemory<byte> After { get; init; }
    }
}

/// <summary>What filing asks of a record beside its canonical JSON: small, where thousands wait to be filed.</summary>
internal sealed record SnapshotKey(string Id, DateOnly AsOf, string Outlet, Option<string> Manager)
{
    /// <summary>What it says of consents.</summary>
    public Preferences Said { get; private init; } = Preferences.Unknown;

    public static SnapshotKey Of(CustomerRecord record) =>
        new(record.Id.Value, record.AsOf, record.Outlet, record.Manager) { Said = record.Preferences };
}

/// <summary>The pure part of keeping customers: from what is on file and what comes in to a unit of work.</summary>
internal static class Filings
{
    /// <summary>
    /// Files a record, at a moment later than all that is on file. The newest snapshot is the head; an older one goes to the history, and so does
    /// what it supersedes. <paramref name="sameDate"/>: what the history holds as of the record's date, needed only where that is before the head's.
    /// What the unit writes lies in <paramref name="room"/>; the moment is still to be noted with it.
    /// </summary>
    public static Filing File(
        this SnapshotKey record, ReadOnlyMemory<byte> json, Head? head, Held? sameDate, DateTime moment, FactCatalogue facts,
        IBufferWriter<byte> room)
    {
        if (head is not { Held: { IsWithdrawn: false } held } newestOnFile)
        {
            return IdentityCard.IsNumber(record.Id)
                ? new Filing.Refused(IdentityCard.IsNoId.Under(CustomerContract.Id.Pointer))
                : record.AsHead(new Held(moment, moment, json), created: true, head?.Version ?? 0, Arr<Write>.Empty, room) with { After = json };
        }

        if (held.Json.Span.SequenceEqual(json.Span))
        {
            return new Filing.Unchanged(newestOnFile);
        }

        if (record.AsOf < held.AsOf)
        {
            return sameDate is { } known && known.Json.Span.SequenceEqual(json.Span)
                ? new Filing.Unchanged(newestOnFile)
                : SnapshotKey.Of(held.Record(facts)).AsHead(held, created: false, newestOnFile.Version, Prelude.Array<Write>(
                    ToHistory(record.Id, record.AsOf, new Held(moment, held.Since, json), room)), room) with
                { Before = sameDate is { } superseding ? superseding.Json : default, After = json };
        }

        var superseded = ToHistory(record.Id, held.AsOf, held, room);
        return record.AsHead(new Held(moment, held.Since, json), created: false, newestOnFile.Version, Prelude.Array<Write>(superseded), room) with
        { Before = held.Json, After = json };
    }

    private static Filing.Filed AsHead(this SnapshotKey record, Held held, bool created, long version, Arr<Write> others, IBufferWriter<byte> room) =>
        new(created, new Head(version + 1, held), others.Insert(0, new Write.Put(Tables.Customers, record.Id, version, held.ToBody(room), Keys(record))));

    private static Write.Put ToHistory(string id, DateOnly asOf, Held held, IBufferWriter<byte> room) =>
        new(Tables.History, Tables.HistoryId(id, asOf, held.RecordedAt), 0, held.ToBody(room), Write.Unlisted);

    private static Dictionary<string, string> Keys(SnapshotKey record)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { [Tables.OfOutlet] = record.Outlet };
        record.Manager.IfSome(manager => keys[Tables.OfManager] = manager);
        return keys;
    }
}
