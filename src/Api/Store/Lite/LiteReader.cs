using LanguageExt;
using LiteDB;
using Query = LiteDB.Query;

namespace Kehu.Api.Store.Lite;

/// <summary>Reading within one turn of the engine, which nobody writes meanwhile. What LiteDB throws at a broken file is of any sort; here it becomes a <see cref="StoreException"/>.</summary>
internal sealed class LiteReader(LiteSession session, StoreSchema schema) : IReader, IDisposable
{
    private readonly List<IBsonDataReader> open = [];
    private bool ended;

    public DateTime? LastMoment => session.Meta.Moment;

    public Row? Get(string table, string id)
    {
        foreach (var row in Each(Known(table), LiteQueries.Is(LiteKeys.Id(id)), LiteDocument.Row))
        {
            return row;
        }

        return null;
    }

    public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => ids.Count == 0 ? [] : [.. Each(Known(table), LiteQueries.In(ids.Distinct().Select(LiteKeys.Id)), LiteDocument.Row)];

    public long Count(string table) => session.Meta.Count(Known(table));

    public IEnumerable<Row> Range(string table, string after, string before) => Ranged(table, after, before, LiteDocument.Row, row => row.Id);

    public IEnumerable<Row> Page(string table, string index, string key, string after) =>
        Each(table, LiteQueries.Indexed(LiteKeys.Equal(Index(table, index), key, LiteKeys.Id(after))), LiteDocument.Row);

    public IEnumerable<Indexed> Between(string table, string index, string first, string last)
    {
        var number = Index(table, index);
        var entries = LiteKeys.Between(number, first, last);
        return IsEmpty(entries.First, entries.Last) ? [] : Each(table, LiteQueries.Indexed(entries), found => new Indexed(LiteDocument.Key(found, number), LiteDocument.Row(found)));
    }

    public IEnumerable<Keyed> Keyed(string table, string after)
    {
        var indexes = schema.Tables[Known(table)];
        return Ranged(table, after, "", found => new Keyed(LiteDocument.Row(found), LiteDocument.Keys(found, indexes)), keyed => keyed.Row.Id);
    }

    public IEnumerable<Entry> Read(string log, long after) =>
        schema.Logs.Contains(log) ? Each(log, LiteQueries.From(after + 1), LiteDocument.Line) : throw new ArgumentException($"the store has no log {log}", nameof(log));

    /// <summary>All entries of an index, by themselves; null for one whose record does not have it.</summary>
    public IEnumerable<byte[]?> Entries(string table, int index) =>
        Each(table, LiteQueries.Indexed(LiteKeys.All(index)), found => LiteDocument.EntriesOf(found).SingleOrDefault(entry => entry[0] == index));

    /// <summary>The versions of those ids that there are.</summary>
    public IEnumerable<(string Id, long Version)> Versions(string table, IEnumerable<string> ids) => Each(table, LiteQueries.Versions(ids.Select(LiteKeys.Id)), LiteDocument.Version);

    /// <summary>The moment has passed: what was not read is read no more.</summary>
    public void Dispose()
    {
        ended = true;
        open.ForEach(reader => reader.Dispose());
        open.Clear();
    }

    private IEnumerable<T> Ranged<T>(string table, string after, string before, Func<BsonDocument, T> read, Func<T, string> id)
    {
        var (first, last) = (LiteKeys.After(LiteKeys.Id(after)), LiteKeys.Id(before));
        return before.Length == 0 ? Each(Known(table), LiteQueries.From(first), read)
            : IsEmpty(first, last) ? []
            : Each(Known(table), LiteQueries.Between(first, last), read).TakeWhile(found => id(found) != before);
    }

    private IEnumerable<T> Each<T>(string collection, Query query, Func<BsonDocument, T> read)
    {
        ObjectDisposedException.ThrowIf(ended, typeof(IReader));
        var reader = Engine(() => session.Engine.Query(collection, query));
        open.Add(reader);
        try
        {
            while (Engine(reader.Read))
            {
                yield return Engine(() => read(reader.Current.AsDocument));
                ObjectDisposedException.ThrowIf(ended, typeof(IReader));
            }
        }
        finally
        {
            if (open.Remove(reader))
            {
                reader.Dispose();
            }
        }
    }

    private static T Engine<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception fault)
        {
            throw new StoreException($"the store could not read: {fault.Message}", fault);
        }
    }

    private static bool IsEmpty(byte[] first, byte[] last) => first.AsSpan().SequenceCompareTo(last) > 0;

    private string Known(string table) => schema.Tables.ContainsKey(table) ? table : throw new ArgumentException($"the store has no table {table}", nameof(table));

    private int Index(string table, string index) => schema.Tables[Known(table)].IndexOf(index) is var number and >= 0
        ? number
        : throw new ArgumentException($"table {table} has no index {index}", nameof(index));
}
