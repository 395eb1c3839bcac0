using LiteDB;
using LiteDB.Engine;

namespace Kehu.Store;

/// <summary>LiteDB's engine over our two streams.</summary>
internal static class LiteEngines
{
    public static LiteEngine Over(LiteData data, LiteLog log) => new(new EngineSettings { DataStream = data, LogStream = log, Collation = Collation.Binary });

    /// <summary>A new store in memory, whole, to be written in one go: a first creation that is cut short leaves nothing.</summary>
    public static byte[] Made(StoreSchema schema)
    {
        var (file, log) = (new MemoryBytes(), new MemoryBytes());
        var data = new LiteData(file) { Writable = true };
        using (var engine = Over(data, new LiteLog(log)))
        {
            // LiteDB would fold whenever it likes; the writer does it where nobody copies the file.
            engine.Pragma(Pragmas.CHECKPOINT, 0);
            schema.Lead(engine, LiteMeta.Empty);
            engine.Checkpoint();
        }

        return file.ToArray();
    }
}
