namespace Kehu.Store;

/// <summary>
/// Where records and logs are kept: tables of bytes by id, with indexes by equality, and logs in order.
/// Ids are not empty and are ordered by their UTF-8 bytes, which for ASCII is the ordinal order.
/// A name the schema does not have is a defect (<see cref="ArgumentException"/>); a disk that fails is a <see cref="StoreException"/>.
/// </summary>
internal interface IStore : IAsyncDisposable
{
    /// <summary>
    /// Whatever the function reads, as of one moment. It is synchronous and bounded: it takes some hundred rows or a few megabytes, waits for nothing
    /// and leaves what it read behind as data. Units that are done meanwhile are not held up and not seen.
    /// </summary>
    ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct);

    /// <summary>
    /// Does all of the unit or nothing: null means done and durable, a conflict means not done.
    /// <see cref="OperationCanceledException"/> means not done either: a unit whose turn has come is no longer cancelled.
    /// An empty unit changes nothing and is written to the disk all the same, so that it says whether the store can be written.
    /// What the bodies of the unit lie in belongs to the caller again once it is answered: keep nothing of it.
    /// </summary>
    ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct);

    /// <summary>
    /// Afterwards no file of the store holds what had been replaced or removed before the call. False where that is not so yet,
    /// because somebody is still reading what was there: ask again.
    /// </summary>
    ValueTask<bool> Fold(CancellationToken ct);
}
