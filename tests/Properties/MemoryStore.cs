using System.Collections.Immutable;
using System.Text;

namespace Kehu.Properties;

/// <summary>The store as it is meant: immutable state, replaced whole by each unit. The adapters are held to it.</summary>
internal sealed class MemoryStore(StoreSchema schema) : IStore
{
    private static readonly Comparer<string> ByBytes =
        Comparer<string>.Create((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    private readonly Lock gate = new();
    private State state = new(
        schema.Tables.Keys.ToImmutableDictionary(name => name, _ => ImmutableSortedDictionary.Create<string, Write.Put>(ByBytes)),
        schema.Logs.ToImmutableDictionary(name => name, _ => ImmutableList<Entry>.Empty),
        schema.Chained,
        null);

    /// <summary>The store as it is now, which stays as it is.</summary>
    public MemoryStore AsItIs() => new(schema) { state = state };

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => ValueTask.FromResult(read(state));

    public ValueTask<bool> Fold(CancellationToken ct) => ValueTask.FromResult(true);

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

    private sealed record State(
        ImmutableDictionary<string, ImmutableSortedDictionary<string, Write.Put>> Tables,
        ImmutableDictionary<string, ImmutableList<Entry>> Logs,
        LanguageExt.HashSet<string> Chained,
        DateTime? LastMoment) : IReader
    {
        public Row? Get(string table, string id) => Tables[table].TryGetValue(id, out var put) ? ToRow(put) : null;

        public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => [.. Rows(table, put => ids.Contains(put.Id))];

        public long Count(string table) => Tables[table].Count;

        public IEnumerable<Row> Range(string table, string after, string before) =>
            Rows(table, put => IsAfter(put, after) && (before.Length == 0 || ByBytes.Compare(put.Id, before) < 0));

        public IEnumerable<Row> Page(string table, string index, string key, string after) =>
            Rows(table, put => IsAfter(put, after) && put.Keys.TryGetValue(index, out var value) && value == key);

        public IEnumerable<Indexed> Between(string table, string index, string first, string last) =>
            Tables[table].Values
                .Where(put => put.Keys.TryGetValue(index, out var value) && ByBytes.Compare(value, first) >= 0 && ByBytes.Compare(value, last) <= 0)
                .OrderBy(put => put.Keys[index], ByBytes)
                .Select(put => new Indexed(put.Keys[index], ToRow(put)));

        public IEnumerable<Keyed> Keyed(string table, string after) => Tables[table].Values.Where(put => IsAfter(put, after)).Select(put => new Keyed(ToRow(put), put.Keys));

        public IEnumerable<Entry> Read(string log, long after) => Logs[log].Where(entry => entry.Seq > after);

        public LogHead Head(string log) => LogHead.Of(Logs[log] is [.., var last] ? last : null);

        public (State Next, Conflict? Conflict) After(Write write) => write switch
        {
            Write.Put put => Expecting(put.Table, put.Id, put.Expected, table => table.SetItem(put.Id, put with { Body = put.Body.ToArray() })),
            Write.Place(var name, var id, var version, var body, var keys) =>
                Expecting(name, id, 0, table => table.SetItem(id, new Write.Put(name, id, version - 1, body.ToArray(), keys))),
            Write.Delete delete => Expecting(delete.Table, delete.Id, delete.Expected, table => table.Remove(delete.Id)),
            Write.Expect expect => Expecting(expect.Table, expect.Id, expect.Expected, table => table),
            Write.ExpectRange(var table, var after, var before, var rows) => (this, rows.Other(table, Range(table, after, before))),
            Write.ExpectIndexed(var table, var index, var key, var rows) => (this, rows.Other(table, Page(table, index, key, ""))),
            Write.Moment(var at) => (LastMoment >= at ? this : this with { LastMoment = at }, null),
            Write.Append(var log, var body) =>
                (With(log, body, Chained.Contains(log) ? ChainLink.After(Head(log).Link.Span, body) : default(ReadOnlyMemory<byte>)), null),
            Write.AppendLinked(var log, var body, var link) => (With(log, body, link), null),
        };

        private State With(string log, byte[] body, ReadOnlyMemory<byte> link) =>
            this with { Logs = Logs.SetItem(log, Logs[log].Add(new Entry(Logs[log].Count + 1, body, link))) };

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

        private static bool IsAfter(Write.Put put, string after) => ByBytes.Compare(put.Id, after) > 0;

        private static Row ToRow(Write.Put put) => new(put.Id, put.Expected + 1, put.Body.ToArray());

        private IEnumerable<Row> Rows(string table, Func<Write.Put, bool> which) => Tables[table].Values.Where(which).Select(ToRow);
    }
}
