using System.Collections.Immutable;
using System.Text;
using Kehu.Api.Store;

namespace Kehu.Properties;

/// <summary>The store as it is meant: immutable state, replaced whole by each unit. The adapters are held to it.</summary>
internal sealed class MemoryStore(StoreSchema schema) : IStore
{
    private static readonly Comparer<string> ByBytes =
        Comparer<string>.Create((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    private readonly Lock gate = new();
    private State state = new(
        schema.Tables.Keys.ToImmutableDictionary(name => name, _ => ImmutableSortedDictionary.Create<string, Write.Put>(ByBytes)),
        schema.Logs.ToImmutableDictionary(name => name, _ => ImmutableList<Entry>.Empty));

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct) =>
        ValueTask.FromResult(state.Tables[table].TryGetValue(id, out var put) ? ToRow(put) : (Row?)null);

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<Row>>([.. Rows(table, put => ids.Contains(put.Id))]);

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) =>
        Rows(table, put => IsAfter(put, after) && (before.Length == 0 || ByBytes.Compare(put.Id, before) < 0)).ToAsyncEnumerable();

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) =>
        Rows(table, put => IsAfter(put, after) && put.Keys.TryGetValue(index, out var value) && value == key).Take(take).ToAsyncEnumerable();

    public IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct) =>
        state.Logs[log].Where(entry => entry.Seq > after).ToAsyncEnumerable();

    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        schema.Check(unit);
        lock (gate)
        {
            var next = state;
            foreach (var write in unit)
            {
                (next, var conflict) = next.After(write);
                if (conflict is not null)
                {
                    return ValueTask.FromResult<Conflict?>(conflict);
                }
            }

            state = next;
            return ValueTask.FromResult<Conflict?>(null);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsAfter(Write.Put put, string after) => ByBytes.Compare(put.Id, after) > 0;

    private static Row ToRow(Write.Put put) => new(put.Id, put.Expected + 1, put.Body.ToArray());

    private IEnumerable<Row> Rows(string table, Func<Write.Put, bool> which) => state.Tables[table].Values.Where(which).Select(ToRow);

    private sealed record State(
        ImmutableDictionary<string, ImmutableSortedDictionary<string, Write.Put>> Tables,
        ImmutableDictionary<string, ImmutableList<Entry>> Logs)
    {
        public (State Next, Conflict? Conflict) After(Write write) => write switch
        {
            Write.Put put => Expecting(put.Table, put.Id, put.Expected, table => table.SetItem(put.Id, put with { Body = put.Body.ToArray() })),
            Write.Delete delete => Expecting(delete.Table, delete.Id, delete.Expected, table => table.Remove(delete.Id)),
            Write.Expect expect => Expecting(expect.Table, expect.Id, expect.Expected, table => table),
            Write.Append(var log, var body) =>
                (this with { Logs = Logs.SetItem(log, Logs[log].Add(new Entry(Logs[log].Count + 1, body))) }, null),
        };

        private (State Next, Conflict? Conflict) Expecting(
            string table,
            string id,
            long expected,
            Func<ImmutableSortedDictionary<string, Write.Put>, ImmutableSortedDictionary<string, Write.Put>> change)
        {
            var actual = Tables[table].TryGetValue(id, out var put) ? put.Expected + 1 : 0;
            return actual == expected
                ? (this with { Tables = Tables.SetItem(table, change(Tables[table])) }, null)
                : (this, new Conflict(table, id, expected, actual));
        }
    }
}
