using LanguageExt;

namespace Kehu.Api;

/// <summary>A store that was put back, how many erasures had been logged, and how many customers of the backup were erased by them.</summary>
internal sealed record Restored(StoreCopy Copy, int Logged, long Erased);

/// <summary>Backups with the log of erasures beside them, so that a restore brings nobody back who was erased after the backup was made.</summary>
internal static class Backups
{
    /// <summary>
    /// Copies a store and, behind it, the log with its key: so whoever is no longer pending in the copy is in the log beside it.
    /// </summary>
    public static Either<StoreFault, StoreCopy> Make(string path, string target, Watch watch) => StoreFaults.Caught(target, () =>
    {
        var (log, copied) = (ErasureLog.Beside(path), ErasureLog.Beside(target));
        if (copied.Files is { IsEmpty: false } there)
        {
            return new StoreFault.Exists(there[0]);
        }

        var made = StoreBackup.Backup(path, target, Tables.Schema, watch, (_, _) => Copied(log, copied).Map(_ => false));
        _ = made.IfLeft(_ => copied.Files.Iter(File.Delete));
        return made;
    });

    /// <summary>
    /// Puts a backup in the store's place without those whom the log beside the store, or beside the backup, tells to have been erased later. All that has been
    /// logged is in the log beside the store before anything is in place.
    /// </summary>
    public static Either<StoreFault, Restored> Restore(string path, string backup, bool force, Watch watch, TimeProvider time) => StoreFaults.Caught(path, () =>
    {
        var (log, copied, restored) = (ErasureLog.Beside(path), ErasureLog.Beside(backup), (Logged: 0, Erased: 0L));
        return StoreBackup.Restore(path, backup, force, Tables.Schema, watch, (kind, part) =>
        {
            var replaced = Replaced(path);
            return Joined(log, copied, replaced.Unlogged).Bind<bool>(all =>
            {
                if (all.Lines.Count == 0 && replaced.Last is null)
                {
                    return false;
                }

                return kind.Open(part, backup, Tables.Schema).Map(store =>
                {
                    restored = (all.Lines.Count, Wait(Applied(store, new RestoredErasures(all, replaced.Last, time))));
                    return true;
                });
            });
        }).Map(copy => new Restored(copy, restored.Logged, restored.Erased));
    });

    private static Either<StoreFault, Unit> Copied(ErasureLog log, ErasureLog copied) => log.Read().Bind(found =>
        found.Key.Match(Some: key => copied.Add(key, found.Lines), None: () => Unit.Default));

    /// <summary>The log beside the store with all that the other one holds, and what the store that is replaced had no time to log.</summary>
    private static Either<StoreFault, ErasuresLogged> Joined(ErasureLog log, ErasureLog copied, IReadOnlyList<ErasedCustomer> unlogged) =>
        log.Read()
            .Bind(own => copied.Read().Bind(other => Joined(log, own, copied, other)))
            .Bind(_ => unlogged.Count > 0 ? log.Add(unlogged) : Unit.Default)
            .Bind(_ => log.Read());

    private static Either<StoreFault, Unit> Joined(ErasureLog log, ErasuresLogged own, ErasureLog copied, ErasuresLogged other) =>
        other.Key.Case is not ErasureKey key ? Unit.Default
        : own.Key.Exists(known => known.Name != key.Name) ? new StoreFault.Unfit(copied.KeyPath, new Label(
            $"it is another key than {log.KeyPath}, so the backup is of another store; "
            + "move those files .erasures and .erasure-key away that are not of this one",
            $"与 {log.KeyPath} 不是同一密钥，备份属于另一数据文件；请移走不属于本数据文件的 .erasures 与 .erasure-key 文件"))
        : log.Add(key, other.Lines);

    /// <summary>
    /// What the store that is replaced has still to log, and the last of its moments; of one that cannot be opened, which is often why there is a restore,
    /// nothing is known.
    /// </summary>
    private static (IReadOnlyList<ErasedCustomer> Unlogged, DateTime? Last) Replaced(string path) => StoreKinds.Of(path)
        .Bind(kind => StoreFaults.Caught(path, () => kind.Open(RealPath.Of(path), path, Tables.Schema).Map(store => Wait(Left(store)))).ToOption())
        .IfNone(([], null));

    private static async Task<(IReadOnlyList<ErasedCustomer> Unlogged, DateTime? Last)> Left(IStore store)
    {
        await using (store)
        {
            return (
                await store.Together(reader => PendingErasures.Told(reader, [.. reader.Range(Tables.Erasures, "", "")]), CancellationToken.None),
                await store.LastMoment(CancellationToken.None));
        }
    }

    private static async Task<long> Applied(IStore store, RestoredErasures erasures)
    {
        await using (store)
        {
            return await erasures.Apply(store);
        }
    }

    /// <summary>A command waits for what it asked for.</summary>
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
