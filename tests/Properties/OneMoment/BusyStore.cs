namespace Kehu.Properties.OneMoment;

/// <summary>
/// A store to which something is written after everything that is read of it, as long as there is something to write, half of the time about the very customer
/// that was read; and which gives few customers at a time, so that much is read. It keeps what it was at every moment.
/// </summary>
internal sealed class BusyStore(MemoryStore inner, Moments moments, int customersAtOnce, Queue<Burst> between) : PassingStore(inner)
{
    private readonly List<MemoryStore> past = [inner.AsItIs()];
    private string? lastRead;

    /// <summary>What it was at first, and after each thing that was written.</summary>
    public IReadOnlyList<MemoryStore> Past => past;

    public override async ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct)
    {
        var result = await Inner.Together(reader => read(new FewAtOnce(reader, customersAtOnce, id => lastRead = id)), ct);
        foreach (var act in between.TryDequeue(out var burst) ? burst.Acts : [])
        {
            await (burst is { IsAimed: true } && lastRead is { } customer ? act.About(customer) : act).Do(Inner, moments);
            past.Add(((MemoryStore)Inner).AsItIs());
        }

        return result;
    }

    private sealed class FewAtOnce(IReader reader, int customers, Action<string> read) : IReader
    {
        public DateTime? LastMoment => reader.LastMoment;

        public Row? Get(string table, string id) => Noted(table, reader.Get(table, id) is { } row ? [row] : []) is [var found] ? found : null;

        public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => Noted(table, reader.Get(table, ids));

        public long Count(string table) => reader.Count(table);

        public IEnumerable<Row> Range(string table, string after, string before) => Few(table, reader.Range(table, after, before));

        public IEnumerable<Row> Page(string table, string index, string key, string after) => Few(table, reader.Page(table, index, key, after));

        public IEnumerable<Indexed> Between(string table, string index, string first, string last) => reader.Between(table, index, first, last);

        public IEnumerable<Keyed> Keyed(string table, string after) => reader.Keyed(table, after);

        public IEnumerable<Entry> Read(string log, long after) => reader.Read(log, after);

        public LogHead Head(string log) => reader.Head(log);

        private IEnumerable<Row> Few(string table, IEnumerable<Row> rows) => table == Tables.Customers ? Noted(table, [.. rows.Take(customers)]) : rows;

        private IReadOnlyList<Row> Noted(string table, IReadOnlyList<Row> rows)
        {
            if (table == Tables.Customers && rows.Count > 0)
            {
                read(rows[^1].Id);
            }

            return rows;
        }
    }
}
