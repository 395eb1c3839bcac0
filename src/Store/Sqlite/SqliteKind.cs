using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>SQLite with a write-ahead log.</summary>
internal sealed class SqliteKind : StoreKind
{
    private static ReadOnlySpan<byte> Mark => "SQLite format 3\0"u8;

    public override string Name => "sqlite";

    public override Arr<string> Beside => Array("-wal", "-shm");

    public override bool IsHead(ReadOnlySpan<byte> head) => head.StartsWith(Mark);

    public override Either<StoreFault, IStore> Open(string real, string path, StoreSchema schema) =>
        SqliteStore.Open(real, path, schema).Map(IStore (store) => store);

    public override Either<StoreFault, Unit> Copy(string path, string part, StoreSchema schema)
    {
        using var session = SqliteSession.Reading(path);
        OwnerOnly.Make(part);
        return schema.Identify(session, path).Map(_ => ignore(session.Execute("VACUUM INTO $0", part)));
    }

    /// <summary>How far SQLite's own check has come is not known, so that only the time is said.</summary>
    public override Either<StoreFault, Walked> Verify(string part, string source, StoreSchema schema, Watch watch) => StoreFaults.Caught(source, () =>
    {
        using var stage = watch(new Stage("walking the copy", "", null, () => 0));
        using var session = SqliteSession.Still(part);
        return schema.Identify(session, source).Bind<Walked>(version =>
            version == 0 ? new StoreFault.Foreign(source)
            : session.Read("PRAGMA integrity_check(1)", row => row.GetString(0)) is ["ok"] ? Found(session, schema.At(version))
            : new StoreFault.Damaged(source, "integrity check"));
    });

    private static Walked Found(SqliteSession session, StoreSchema schema)
    {
        using var reader = new SqliteReader(session, SqliteStatements.Of(schema));
        return Walked.Of(reader, schema);
    }
}
