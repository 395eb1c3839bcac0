namespace Kehu.Api;

/// <summary>A store of which a part is shown: whatever is read is as if nobody outside the scope were on file.</summary>
internal sealed class StoreWithin(IStore whole, AccessScope.Part sees, FactCatalogue facts) : IStore
{
    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => whole.Together(reader => read(new ReaderWithin(reader, sees, facts)), ct);

    public ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct) => whole.Commit(unit, ct);

    public ValueTask<bool> Fold(CancellationToken ct) => whole.Fold(ct);

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
