using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>LiteDB behind two streams of our own and one gate.</summary>
internal sealed class LiteKind : StoreKind
{
    public override string Name => "litedb";

    public override Arr<string> Beside => Array("-log");

    public override bool IsHead(ReadOnlySpan<byte> head) => LiteFormat.IsHead(head);

    public override Either<StoreFault, IStore> Open(string real, string path, StoreSchema schema)
    {
        OwnerOnly.Narrow(real);
        OwnerOnly.Narrow(LiteFolder.LogOf(real));
        return LiteStore.Open(new LiteFolder(real), path, schema).Map(IStore (store) => store);
    }

    /// <summary>
    /// Only a fold writes the file: it is put off while the file and then the log, up to its last whole frame, are copied.
    /// The copy then folds its own.
    /// </summary>
    public override Either<StoreFault, Unit> Copy(string path, string part, StoreSchema schema)
    {
        var folder = new LiteFolder(part, alone: true);
        using (CopyLock.Take(path))
        {
            LiteCopy.File(path, part);
            LiteCopy.LogOf(path, part);
        }

        try
        {
            LiteSession.Open(folder).Close();
            return unit;
        }
        finally
        {
            folder.RemoveLog();
        }
    }

    public override Either<StoreFault, Walked> Verify(string part, string source, StoreSchema schema, Watch watch) =>
        LiteWalk.Verify(part, source, schema, watch);
}
