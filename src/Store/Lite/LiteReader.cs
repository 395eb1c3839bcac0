using LanguageExt;
using LiteDB;
using Query = LiteDB.Query;

namespace Kehu.Store;

/// <summary>
/// Reading within one turn of the engine, which nobody writes meanwhile. What LiteDB throws at a broken file is of any sort;
/// here it becomes a <see cref="StoreException"/>.
/// </summary>
internal sealed class LiteReader(LiteSession session, StoreSchema schema) : IReader, IDisposable
{
    /// <summary>Fewer ids than this are searched for one by one (house).</summary>
    private const int WorthWalking = 8;

    /// <summary>So many records are passed by for each that is asked for (house).</summary>
    private const int MostPassed = 4;

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

    public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => Among(Known(table), ids, BsonExpression.Root, LiteDocument.Row);

    public long Count(string table) => session.Meta.Count(Known(table));

    public IEnumerable<Row> Range(string table, string after, string before) => Ranged(table, after, before, LiteDocument.Row, row => row.Id);

    public IEnumerable<Row> Page(string table, string index, string key, string after) =>
        Each(table, LiteQueries.Indexed(LiteKeys.Equal(Index(table, index), key, LiteKeys.Id(after))), LiteDocument.Row);

    public IEnumerable<Indexed> Between(string table, string index, string first, string last)
    {
        var number = Index(table, index);
        var entries = LiteKeys.Between(number, first, last);
        return IsEmpty(entries.First, entries.Last)
            ? []
            : Each(table, LiteQueries.Indexed(entries), found => new Indexed(LiteDocument.Key(found, number), LiteDocument.Row(found)));
    }

    public IEnumerable<Keyed> Keyed(string table, string after)
    {
        var indexes = schema.Tables[Known(table)];
        return Ranged(table, after, "", found => new Keyed(LiteDocument.Row(found), LiteDocument.Keys(found, indexes)), keyed => keyed.Row.Id);
    }

    public IEnumerable<Entry> Read(string log, long after) =>
        schema.Logs.Contains(log)
            ? Each(log, LiteQueries.From(after + 1), LiteDocument.Line)
            : throw new ArgumentException($"the store has no log {log}", nameof(log));

    public LogHead Head(string log) => schema.Chained.Contains(log)
        ? new LogHead(session.Meta.Count(log), session.Meta.Link(log))
        : throw new ArgumentException($"the store has no chained log {log}", nameof(log));

    /// <summary>All entries of an index, by themselves; null for one whose record does not have it.</summary>
    public IEnumerable<byte[]?> Entries(string table, int index) =>
        Each(table, LiteQueries.Indexed(LiteKeys.All(index)), found => LiteDocument.EntriesOf(found).SingleOrDefault(entry => entry[0] == index));

    /// <summary>The versions of those ids that there are.</summary>
    public IReadOnlyList<(string Id, long Version)> Versions(string table, IReadOnlyCollection<string> ids) =>
        Among(table, ids, BsonExpression.Create(LiteDocument.VersionOnly), LiteDocument.Version);

    /// <summary>The moment has passed: what was not read is read no more.</summary>
    public void Dispose()
    {
        ended = true;
        open.ForEach(reader => reader.Dispose());
        open.Clear();
    }

    /// <summary>
    /// The documents with these ids. A search for one costs as much as ten steps along the index: so all from the least id to the greatest are
    /// walked, as long as not too many between are not asked for; then the rest are searched for.
    /// </summary>
    private List<T> Among<T>(string table, IReadOnlyCollection<string> ids, BsonExpression select, Func<BsonDocument, T> read)
    {
        List<byte[]> wanted = [.. ids.Distinct().Select(LiteKeys.Id).Order(LiteKeys.Order)];
        var (found, at, passed) = (new List<T>(), 0, 0);
        if (wanted.Count >= WorthWalking)
        {
            foreach (var document in Each(table, LiteQueries.Between(wanted[0], wanted[^1]), document => document, select))
            {
                var step = LiteDocument.Id(document);
                while (LiteKeys.Order.Compare(wanted[at], step) < 0)
                {
                    at++;
                }

                if (wanted[at].AsSpan().SequenceEqual(step))
                {
                    found.Add(Engine(() => read(document)));
                    at++;
                }
                else if (++passed > MostPassed * (at + 1))
                {
                    break;
                }
            }

            wanted = passed > MostPassed * (at + 1) ? wanted[at..] : [];
        }

        return wanted.Count == 0 ? found : [.. found, .. Each(table, LiteQueries.In(wanted), read, select)];
    }

    private IEnumerable<T> Ranged<T>(string table, string after, string before, Func<BsonDocument, T> read, Func<T, string> id)
    {
        var (first, last) = (LiteKeys.After(LiteKeys.Id(after)), LiteKeys.Id(before));
        return before.Length == 0 ? Each(Known(table), LiteQueries.From(first), read)
            : IsEmpty(first, last) ? []
            : Each(Known(table), LiteQueries.Between(first, last), read).TakeWhile(found => id(found) != before);
    }

    private IEnumerable<T> Each<T>(string collection, Query query, Func<BsonDocument, T> read, BsonExpression? select = null)
    {
        query.Select = select ?? BsonExpression.Root;
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

    private string Known(string table) =>
        schema.Tables.ContainsKey(table) ? table : throw new ArgumentException($"the store has no table {table}", nameof(table));

    private int Index(string table, string index) => schema.Tables[Known(table)].IndexOf(index) is var number and >= 0
        ? number
        : throw new ArgumentException($"table {table} has no index {index}", nameof(index));
}
