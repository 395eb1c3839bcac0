using LanguageExt;

namespace Kehu.Store;

/// <summary>A verified copy of a store: one file, its kind, what it says of itself and its size in bytes.</summary>
internal sealed record StoreCopy(string Path, StoreKind Kind, Walked Walked, long Bytes);

/// <summary>What is done with a copy that was walked, before it comes to its name: true where that changed it, so that it is walked again.</summary>
internal delegate Either<StoreFault, bool> Settling(StoreKind kind, string part);

/// <summary>Copies of a store, made and walked under a passing name.</summary>
internal static class StoreBackup
{
    /// <summary>Copies a store as of one moment into a new file, whose directories it makes, while a server goes on writing it or none runs.</summary>
    public static Either<StoreFault, StoreCopy> Backup(
        string path, string target, StoreSchema schema, Watch? watch = null, Settling? settling = null) => StoreFaults.Caught(target, () =>
        Path.Exists(target) ? new StoreFault.Exists(target) : Known(path).Bind(kind => Settled(
            kind, path, target, schema, replace: false, watch ?? Unwatched.Watch, settling ?? AsItIs, part => Copied(kind, path, part, schema))));

    /// <summary>
    /// Puts a backup in the place of a store that no server has open. A store that is already there is replaced only when forced,
    /// together with what its log still holds.
    /// </summary>
    public static Either<StoreFault, StoreCopy> Restore(
        string path, string backup, bool force, StoreSchema schema, Watch? watch = null, Settling? settling = null) =>
        StoreLock.Take(path).Bind(held =>
        {
            using (held)
            {
                return StoreFaults.Caught(path, () => Known(backup).Bind<StoreCopy>(kind =>
                    kind.Beside.Exists(beside => File.Exists(backup + beside)) ? new StoreFault.Unsettled(backup)
                    : Path.Exists(path) && !force ? new StoreFault.Exists(path)
                    : Settled(kind, backup, held.Path, schema, replace: true, watch ?? Unwatched.Watch, settling ?? AsItIs, part => Plain(backup, part))));
            }
        });

    /// <summary>
    /// Walks all of a store, as of one moment, while a server goes on writing it or none runs.
    /// For that it is copied beside itself, and the copy removed.
    /// </summary>
    public static Either<StoreFault, StoreCopy> Verify(string path, StoreSchema schema, Watch? watch = null) =>
        StoreFaults.Caught(path, () => Known(path).Bind(kind =>
        {
            using var part = new PassingFile(RealPath.Of(path));
            return Watched(watch ?? Unwatched.Watch, kind, path, part.Path, () => Copied(kind, path, part.Path, schema))
                .Bind(_ => kind.Verify(part.Path, path, schema, watch ?? Unwatched.Watch))
                .Map(walked => new StoreCopy(path, kind, walked, new FileInfo(part.Path).Length));
        }));

    private static Either<StoreFault, StoreKind> Known(string path) => File.Exists(path)
        ? StoreKinds.Of(path).ToEither(() => (StoreFault)new StoreFault.Foreign(path))
        : new StoreFault.Missing(path);

    private static Either<StoreFault, Unit> Copied(StoreKind kind, string path, string part, StoreSchema schema) =>
        StoreFaults.Caught(path, () => kind.Copy(RealPath.Of(path), part, schema));

    private static Either<StoreFault, Unit> Plain(string backup, string part)
    {
        using var from = new FileStream(backup, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var to = OwnerOnly.Open(part, FileMode.Create, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
        return Unit.Default;
    }

    private static Either<StoreFault, StoreCopy> Settled(
        StoreKind kind, string source, string target, StoreSchema schema, bool replace, Watch watch, Settling settling,
        Func<string, Either<StoreFault, Unit>> write)
    {
        using var part = new PassingFile(target);
        OwnerOnly.Make(part.Path);
        return Watched(watch, kind, source, part.Path, () => write(part.Path))
            .Bind(_ => kind.Verify(part.Path, source, schema, watch))
            .Bind(walked => settling(kind, part.Path).Bind(changed => changed ? kind.Verify(part.Path, source, schema, watch) : walked))
            .Map(walked => new StoreCopy(target, kind, walked, part.Place(replace)));
    }

    private static Either<StoreFault, bool> AsItIs(StoreKind kind, string part) => false;

    /// <summary>A copy is as far as it is long: what the source has beside it is copied too.</summary>
    private static Either<StoreFault, Unit> Watched(Watch watch, StoreKind kind, string source, string part, Func<Either<StoreFault, Unit>> copy)
    {
        using var stage = watch(new Stage("copying", "bytes", Length(kind, source), () => Length(kind, part)));
        return copy();
    }

    private static long Length(StoreKind kind, string path) =>
        kind.Beside.Add("").Sum(beside => new FileInfo(path + beside) is { Exists: true } file ? file.Length : 0);
}
