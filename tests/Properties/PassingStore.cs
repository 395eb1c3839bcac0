using Kehu.Api.Store;

namespace Kehu.Properties;

/// <summary>A store that hands everything on to another; what a test wants otherwise is overridden.</summary>
internal abstract class PassingStore(IStore inner) : IStore
{
    protected IStore Inner { get; } = inner;

    public virtual ValueTask<Row?> Get(string table, string id, CancellationToken ct) => Inner.Get(table, id, ct);

    public virtual ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct) => Inner.Get(table, ids, ct);

    public virtual IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct) => Inner.Range(table, after, before, ct);

    public virtual IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct) => Inner.Page(table, index, key, after, take, ct);

    public virtual IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct) => Inner.Read(log, after, ct);

    public virtual ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => Inner.Commit(unit, ct);

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
