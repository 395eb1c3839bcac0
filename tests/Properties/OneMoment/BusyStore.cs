using Kehu.Api.Archive;
using Kehu.Api.Store;

namespace Kehu.Properties.OneMoment;

/// <summary>
/// A store to which something is written after everything that is read of it, as long as there is something to write; and which gives few customers at a time,
/// so that much is read. It keeps what it was at every moment.
/// </summary>
internal sealed class BusyStore(MemoryStore inner, int customersAtOnce, Queue<Func<Task>> between) : PassingStore(inner)
{
    private readonly List<MemoryStore> moments = [inner.AsItIs()];
    private bool writing;

    /// <summary>What it was at first, and after each thing that was written.</summary>
    public IReadOnlyList<MemoryStore> Moments => moments;

    public override async ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct)
    {
        var result = await Inner.Together(reader => read(writing ? reader : new FewAtOnce(reader, customersAtOnce)), ct);
        if (!writing && between.TryDequeue(out var write))
        {
            writing = true;
            await write();
            writing = false;
            moments.Add(((MemoryStore)Inner).AsItIs());
        }

        return result;
    }

    private sealed class FewAtOnce(IReader reader, int customers) : IReader
    {
        public DateTime? LastMoment => reader.LastMoment;

        public Row? Get(string table, string id) => reader.Get(table, id);

        public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => reader.Get(table, ids);

        public long Count(string table) => reader.Count(table);

        public IEnumerable<Row> Range(string table, string after, string before) => Few(table, reader.Range(table, after, before));

        public IEnumerable<Row> Page(string table, string index, string key, string after) => Few(table, reader.Page(table, index, key, after));

        public IEnumerable<Indexed> Between(string table, string index, string first, string last) => reader.Between(table, index, first, last);

        public IEnumerable<Keyed> Keyed(string table, string after) => reader.Keyed(table, after);

        public IEnumerable<Entry> Read(string log, long after) => reader.Read(log, after);

        private IEnumerable<Row> Few(string table, IEnumerable<Row> rows) => table == Tables.Customers ? rows.Take(customers) : rows;
    }
}
