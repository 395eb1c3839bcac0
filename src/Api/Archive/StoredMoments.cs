namespace Kehu.Api;

/// <summary>The latest moment on file, read back at the start.</summary>
internal static class StoredMoments
{
    /// <summary>The moment that was noted last; of a store of before, where none was noted yet, the latest at which a customer's record was recorded.</summary>
    public static async ValueTask<DateTime?> LastMoment(this IStore store, CancellationToken ct) =>
        await store.Together(reader => reader.LastMoment, ct)
            ?? await store.Range(Tables.Customers, "", "", ct).Concat(store.Range(Tables.History, "", "", ct))
                .Select(row => (DateTime?)Held.From(row.Body).RecordedAt).MaxAsync(cancellationToken: ct);
}
