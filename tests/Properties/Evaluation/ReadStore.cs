using Kehu.Api.Store;
using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>A store that tells which tables were read through, one of which may fail.</summary>
internal sealed class ReadStore(IStore store, Option<string> failing) : IStore
{
    private readonly System.Collections.Generic.HashSet<string> read = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Read => read;

    public ValueTask<Row?> Get(string table, string id, CancellationToken ct) => store.Get(table, id, ct);

    public ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) => store.Get(table, ids, ct);

    public IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) => Noted(table, store.Range(table, after, before, ct));

    public IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) => Noted(table, store.Page(table, index, key, after, take, ct));

    IAsyncEnumerable<Entry> IStore.Read(string log, long after, CancellationToken ct) => store.Read(log, after, ct);

    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => store.Commit(unit, ct);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private IAsyncEnumerable<Row> Noted(string table, IAsyncEnumerable<Row> rows)
    {
        read.Add(table);
        return failing == table ? throw new IOException("the disk is gone") : rows;
    }
}
