using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>The unit of work that changes what is on file of a customer.</summary>
internal sealed class Refiling(OnFile there, DateTime moment, IBufferWriter<byte> room)
{
    /// <summary>A customer who comes on file.</summary>
    public static Filing.Filed Brought(SnapshotKey key, long version, Held held, MergeCounts counts, IBufferWriter<byte> room) => new(
        Created: true,
        new OnFile(new Head(version + 1, held), Map<DateOnly, Held>.Empty),
        counts,
        Prelude.Array(Put(key, version, held, room)))
    { Shown = held.Json };

    /// <summary>A record that is the newest, and takes the place of the head.</summary>
    public Filing.Filed Headed(SnapshotKey key, ReadOnlyMemory<byte> json, MergeCounts counts)
    {
        var (head, held) = (there.Head.Held, New(json));
        return new Filing.Filed(
            Created: false,
            new OnFile(new Head(there.Head.Version + 1, held), head.AsOf < key.AsOf ? there.Older.AddOrUpdate(head.AsOf, head) : there.Older),
            counts,
            Prelude.Array(Put(key, there.Head.Version, held, room), ToHistory(key.Id, head)))
        { Before = head.Json, Shown = json };
    }

    /// <summary>What changes of the snapshot of a date, and of those of later ones.</summary>
    public Filing Changed(DateOnly asOf, Option<Held> before, MergedRecord merged, Arr<(Held Held, CustomerRecord Record)> later)
    {
        var json = Held.JsonOf(merged.Record);
        var changed = later.Map(one => (one.Held, Json: Held.JsonOf(one.Record), one.Record)).Filter(one => !one.Held.Json.Span.SequenceEqual(one.Json));
        var isOnFile = before.Exists(held => held.AsOf == asOf && held.Json.Span.SequenceEqual(json));
        if (isOnFile && changed.IsEmpty)
        {
            return new Filing.Unchanged(there.Head, merged.Counts) { Shown = json };
        }

        var known = before.Map(held => held.Json).IfNone(default(ReadOnlyMemory<byte>));
        if (asOf >= there.Head.Held.AsOf)
        {
            return Headed(SnapshotKey.Of(merged.Record), json, merged.Counts) with { Before = known };
        }

        var older = changed.Filter(one => one.Held.AsOf < there.Head.Held.AsOf).Map(one => New(one.Json));
        older = isOnFile ? older : older.Insert(0, New(json));
        return Kept(changed.Find(one => one.Held.AsOf == there.Head.Held.AsOf).Map(one => one.Record), older, merged) with { Before = known, Shown = json };
    }

    /// <summary>Older snapshots beside the head, which is written again whether or not it changes: whoever reads expects a version.</summary>
    private Filing.Filed Kept(Option<CustomerRecord> head, Arr<Held> older, MergedRecord merged)
    {
        var id = merged.Record.Id.Value;
        var (held, key) = head.Case is CustomerRecord record
            ? (New(Held.JsonOf(record)), SnapshotKey.Of(record))
            : (there.Head.Held, SnapshotKey.Of(there.Head.Held.Record(merged.Record.Facts.Catalogue)));
        return new Filing.Filed(
            Created: false,
            new OnFile(new Head(there.Head.Version + 1, held), older.Fold(there.Older, (known, one) => known.AddOrUpdate(one.AsOf, one))),
            merged.Counts,
            Prelude.Array(Put(key, there.Head.Version, held, room))
                + (head.IsSome ? Prelude.Array(ToHistory(id, there.Head.Held)) : Arr<Write>.Empty)
                + older.Map(one => ToHistory(id, one)));
    }

    private Held New(ReadOnlyMemory<byte> json) => new(moment, there.Head.Held.Since, json);

    private Write ToHistory(string id, Held held) =>
        new Write.Put(Tables.History, Tables.HistoryId(id, held.AsOf, held.RecordedAt), 0, held.ToBody(room), Write.Unlisted);

    /// <summary>The write that makes a record a customer's head, over one of this version.</summary>
    public static Write Put(SnapshotKey record, long version, Held held, IBufferWriter<byte> room) =>
        new Write.Put(Tables.Customers, record.Id, version, held.ToBody(room), Keys(record));

    private static Dictionary<string, string> Keys(SnapshotKey record)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { [Tables.OfOutlet] = record.Outlet };
        record.Manager.IfSome(manager => keys[Tables.OfManager] = manager);
        return keys;
    }
}
