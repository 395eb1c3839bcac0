using LanguageExt;

namespace Kehu.Api.Store;

/// <summary>A verified copy of a store: one file, its schema version and its size in bytes.</summary>
internal sealed record StoreCopy(string Path, int Version, long Bytes);

/// <summary>
/// Copies of a store. A copy is made and checked under a passing name and then renamed, so that a file under its final name is always whole.
/// </summary>
internal static class StoreBackup
{
    /// <summary>Copies a store as of one moment into a new file, whose directories it makes, while a server goes on writing it or none runs.</summary>
    public static Either<StoreFault, StoreCopy> Backup(string path, string target, StoreSchema schema) => Faults.Caught<StoreCopy>(target, () =>
        !File.Exists(path) ? new StoreFault.Missing(path)
        : Path.Exists(target) ? new StoreFault.Exists(target)
        : Settled(path, target, schema, replace: false, part => Extract(path, part, schema)));

    /// <summary>
    /// Puts a backup in the place of a store that no server has open. A store that is already there is replaced only when forced,
    /// together with what its write-ahead log still holds.
    /// </summary>
    public static Either<StoreFault, StoreCopy> Restore(string path, string backup, bool force, StoreSchema schema) =>
        StoreLock.Take(path).Bind(held =>
        {
            using (held)
            {
                return Faults.Caught<StoreCopy>(path, () =>
                    !File.Exists(backup) ? new StoreFault.Missing(backup)
                    : File.Exists($"{backup}-wal") ? new StoreFault.Unsettled(backup)
                    : Path.Exists(path) && !force ? new StoreFault.Exists(path)
                    : Settled(backup, held.Path, schema, replace: true, part => Copy(backup, part)));
            }
        });

    private static Either<StoreFault, Unit> Extract(string path, string part, StoreSchema schema) => Faults.Caught(path, () =>
    {
        using var session = SqliteSession.Reading(path);
        OwnerOnly.Make(part);
        return schema.Identify(session, path).Map(_ => Prelude.ignore(session.Execute("VACUUM INTO $0", part)));
    });

    private static Either<StoreFault, Unit> Copy(string backup, string part)
    {
        using var from = new FileStream(backup, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var to = OwnerOnly.Open(part, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
        return Unit.Default;
    }

    private static Either<StoreFault, StoreCopy> Settled(
        string source,
        string target,
        StoreSchema schema,
        bool replace,
        Func<string, Either<StoreFault, Unit>> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var part = $"{Path.GetFullPath(target)}.{Path.GetRandomFileName()}.part";
        try
        {
            return write(part).Bind(_ => Verified(part, source, schema)).Map(version => Placed(part, target, version, replace));
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The schema version of a copy that is a whole store this release knows. A fault names the file it was copied from.</summary>
    private static Either<StoreFault, int> Verified(string part, string source, StoreSchema schema) => Faults.Caught(source, () =>
    {
        using var session = SqliteSession.Still(part);
        return schema.Identify(session, source).Bind<int>(version =>
            version == 0 ? new StoreFault.Foreign(source)
            : session.Read("PRAGMA integrity_check(1)", row => row.GetString(0)) is ["ok"] ? version
            : new StoreFault.Damaged(source, "integrity check"));
    });

    /// <summary>The copy on the disk under its name. A log left by the file it replaces goes first: SQLite would read it into the copy.</summary>
    private static StoreCopy Placed(string part, string target, int version, bool replace)
    {
        using (var written = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(written);
        }

        if (replace)
        {
            File.Delete($"{target}-wal");
            File.Delete($"{target}-shm");
        }

        File.Move(part, target, replace);
        return new StoreCopy(target, version, new FileInfo(target).Length);
    }
}
