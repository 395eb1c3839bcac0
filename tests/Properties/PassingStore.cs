namespace Kehu.Properties;

/// <summary>A store that hands everything on to another; what a test wants otherwise is overridden.</summary>
internal abstract class PassingStore(IStore inner) : IStore
{
    protected IStore Inner { get; } = inner;

    public virtual ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => Inner.Together(read, ct);

    public virtual ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => Inner.Commit(unit, ct);

    public ValueTask<bool> Fold(CancellationToken ct) => Inner.Fold(ct);

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
