using Kehu.Domain;

namespace Kehu.Store;

/// <summary>What becomes of a record: the version it has in the store, 0 for none, the one it is to have, 0 to be removed, and what is written of it.</summary>
internal readonly record struct Drafted(long Before, long Version, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Keys);

/// <summary>
/// What units come to, one after the other, told against what the store holds and against what those before them do. A unit that meets another
/// version than it expects leaves nothing here.
/// </summary>
internal sealed class LiteDraft(
    IReader there, IReadOnlyDictionary<(string Table, string Id), long> versions, LiteMeta meta, LanguageExt.HashSet<string> chained)
{
    private static readonly Dictionary<string, string> NoKeys = [];

    private static readonly Comparer<string> ByBytes =
        Comparer<string>.Create((left, right) => LiteKeys.Id(left).AsSpan().SequenceCompareTo(LiteKeys.Id(right)));

    private readonly Dictionary<(string Table, string Id), Drafted> records = [];
    private readonly List<(string Log, byte[] Body, ReadOnlyMemory<byte>? Link)> lines = [];
    private DateTime? moment = meta.Moment;

    /// <summary>The records that change, by what they are.</summary>
    public IEnumerable<KeyValuePair<(string Table, string Id), Drafted>> Records => records.Where(record => record.Value is not { Before: 0, Version: 0 });

    /// <summary>The lines that come in behind, by log and in their order, with their numbers and links.</summary>
    public IReadOnlyDictionary<string, List<Entry>> Lines => lines.GroupBy(line => line.Log).ToDictionary(log => log.Key, Numbered, StringComparer.Ordinal);

    /// <summary>What the store says of itself afterwards, with these lines.</summary>
    public LiteMeta MetaWith(IReadOnlyDictionary<string, List<Entry>> added) => meta with
    {
        Moment = moment,
        Counts = Counted(),
        Links = added.Where(log => chained.Contains(log.Key)).Aggregate(meta.Links, (links, log) => links.AddOrUpdate(log.Key, log.Value[^1].Link)),
    };

    /// <summary>Takes a unit in whole, or tells the first thing it met and takes none of it.</summary>
    public Conflict? Add(IReadOnlyList<Write> unit)
    {
        var (before, kept, until) = (new List<((string, string) Key, Drafted? Was)>(unit.Count), lines.Count, moment);
        foreach (var write in unit)
        {
            if (Refused(write) is { } conflict)
            {
                TakeBack(before);
                lines.RemoveRange(kept, lines.Count - kept);
                moment = until;
                return conflict;
            }

            Take(write, before);
        }

        return null;
    }

    /// <summary>The last first: a record may have been drafted twice.</summary>
    private void TakeBack(List<((string, string) Key, Drafted? Was)> before)
    {
        for (var at = before.Count - 1; at >= 0; at--)
        {
            var (key, was) = before[at];
            if (was is { } drafted)
            {
                records[key] = drafted;
            }
            else
            {
                records.Remove(key);
            }
        }
    }

    private Conflict? Refused(Write write) => write switch
    {
        Write.Put put => Refused(put.Table, put.Id, put.Expected),
        Write.Place place => Refused(place.Table, place.Id, 0),
        Write.Delete delete => Refused(delete.Table, delete.Id, delete.Expected),
        Write.Expect expect => Refused(expect.Table, expect.Id, expect.Expected),
        Write.ExpectRange(var table, var after, var before, var rows) => rows.Other(table, Ranged(table, after, before)),
        Write.ExpectIndexed(var table, var index, var key, var rows) => rows.Other(table, Indexed(table, index, key)),
        Write.Moment or Write.Append or Write.AppendLinked => null,
    };

    private Conflict? Refused(string table, string id, long expected) =>
        Version((table, id)) is var actual && actual == expected ? null : new Conflict(table, id, expected, actual);

    private void Take(Write write, List<((string, string) Key, Drafted? Was)> before)
    {
        switch (write)
        {
            case Write.Put put:
                Set((put.Table, put.Id), put.Expected + 1, put.Body, put.Keys, before);
                break;
            case Write.Place place:
                Set((place.Table, place.Id), place.Version, place.Body, place.Keys, before);
                break;
            case Write.Delete delete:
                Set((delete.Table, delete.Id), 0, default, NoKeys, before);
                break;
            case Write.Moment(var at):
                moment = moment >= at ? moment : at;
                break;
            case Write.Append append:
                lines.Add((append.Log, append.Body, null));
                break;
            case Write.AppendLinked append:
                lines.Add((append.Log, append.Body, append.Link));
                break;
            case Write.Expect or Write.ExpectRange or Write.ExpectIndexed:
                break;
        }
    }

    private void Set(
        (string Table, string Id) key, long version, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> keys,
        List<((string, string) Key, Drafted? Was)> before)
    {
        var was = records.TryGetValue(key, out var drafted) ? drafted : (Drafted?)null;
        before.Add((key, was));
        records[key] = new Drafted(was?.Before ?? versions.GetValueOrDefault(key), version, body, keys);
    }

    private long Version((string, string) key) => records.TryGetValue(key, out var drafted) ? drafted.Version : versions.GetValueOrDefault(key);

    private IEnumerable<Row> Ranged(string table, string after, string before) => Merged(
        table, there.Range(table, after, before), (id, _) => ByBytes.Compare(id, after) > 0 && (before.Length == 0 || ByBytes.Compare(id, before) < 0));

    private IEnumerable<Row> Indexed(string table, string index, string key) => Merged(
        table, there.Page(table, index, key, ""), (_, drafted) => drafted.Keys.TryGetValue(index, out var value) && value == key);

    /// <summary>The rows as they are after the drafts before: those drafted otherwise are left out, and those drafted into it come in, by id.</summary>
    private IEnumerable<Row> Merged(string table, IEnumerable<Row> rows, Func<string, Drafted, bool> belongs)
    {
        var drafts = records.Where(record => record.Key.Table == table).ToList();
        return drafts.Count == 0
            ? rows
            : rows.Where(row => !records.ContainsKey((table, row.Id)))
                .Concat(drafts.Where(draft => draft.Value.Version > 0 && belongs(draft.Key.Id, draft.Value))
                    .Select(draft => new Row(draft.Key.Id, draft.Value.Version, [])))
                .OrderBy(row => row.Id, ByBytes);
    }

    private List<Entry> Numbered(IGrouping<string, (string Log, byte[] Body, ReadOnlyMemory<byte>? Link)> log)
    {
        var (seq, link, numbered) = (meta.Count(log.Key), meta.Link(log.Key), new List<Entry>());
        foreach (var (_, body, given) in log)
        {
            link = !chained.Contains(log.Key) ? default : given ?? ChainLink.After(link.Span, body);
            numbered.Add(new Entry(++seq, body, link));
        }

        return numbered;
    }

    private LanguageExt.HashMap<string, long> Counted()
    {
        var counts = meta.Counts;
        var ofTables = records.GroupBy(record => record.Key.Table, record => Difference(record.Value)).Select(table => (table.Key, table.Sum()));
        var ofLogs = lines.GroupBy(line => line.Log).Select(log => (log.Key, (long)log.Count()));
        foreach (var (table, more) in ofTables.Concat(ofLogs))
        {
            counts = counts.AddOrUpdate(table, was => was + more, more);
        }

        return counts;
    }

    private static long Difference(Drafted drafted) => (drafted.Version > 0 ? 1 : 0) - (drafted.Before > 0 ? 1 : 0);
}
