namespace Kehu.Api;

/// <summary>A store that notes whether anything was stored through it, so that whoever is broken off knows.</summary>
internal sealed class NotedStore(IStore store) : IStore
{
    private int stored;

    /// <summary>A unit was done.</summary>
    public bool HasStored => Volatile.Read(ref stored) > 0;

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => store.Together(read, ct);

    public ValueTask<bool> Fold(CancellationToken ct) => store.Fold(ct);

    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        var conflict = await store.Commit(unit, ct);
        Volatile.Write(ref stored, stored + (conflict is null ? 1 : 0));
        return conflict;
    }

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
