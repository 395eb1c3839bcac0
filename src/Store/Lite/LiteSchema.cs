using LanguageExt;
using LiteDB;
using LiteDB.Engine;
using static LanguageExt.Prelude;
using Query = LiteDB.Query;

namespace Kehu.Store;

/// <summary>The schema in LiteDB's words: whose file this is, of which version, and how it gets to this release's.</summary>
internal static class LiteSchema
{
    /// <summary>What a file says of itself; a fault if it is not ours, later than ours or lacks what its version has.</summary>
    public static Either<StoreFault, LiteMeta> Identify(this StoreSchema schema, LiteEngine engine, string path)
    {
        var names = Names(engine);
        if (!names.Contains(LiteMeta.Collection))
        {
            // A header page that lost its list of collections opens as an empty file.
            return names.IsEmpty ? new StoreFault.Damaged(path, "no list of tables") : new StoreFault.Foreign(path);
        }

        using var found = engine.Query(LiteMeta.Collection, new Query());
        if (!found.Read())
        {
            return new StoreFault.Damaged(path, "no version");
        }

        var meta = LiteMeta.Of(found.Current.AsDocument);
        return meta.Version > schema.Version
            ? new StoreFault.Newer(path, meta.Version, schema.Version)
            : schema.At(meta.Version).Names.Find(name => !names.Contains(name)).Match<Either<StoreFault, LiteMeta>>(
                Some: lost => new StoreFault.Damaged(path, $"no {lost}"),
                None: () => meta);
    }

    /// <summary>
    /// Leads a file from the version it has to the schema's, in one transaction: a new index lists what is written from then on, and needs no change.
    /// </summary>
    public static LiteMeta Lead(this StoreSchema schema, LiteEngine engine, LiteMeta older)
    {
        if (older.Version == schema.Version)
        {
            return older;
        }

        var led = older with { Version = schema.Version };
        engine.BeginTrans();
        foreach (var change in schema.Migrations.Skip(older.Version).SelectMany(changes => changes.AsEnumerable()))
        {
            Apply(engine, change);
        }

        engine.Upsert(LiteMeta.Collection, [led.Document()], BsonAutoId.Int32);
        engine.Commit();
        return led;
    }

    private static void Apply(LiteEngine engine, SchemaChange change)
    {
        switch (change)
        {
            case SchemaChange.Table(var name, _):
                engine.EnsureIndex(name, LiteDocument.IndexName, LiteDocument.Entries, unique: false);
                break;
            case SchemaChange.Log(var name):
                Make(engine, name);
                break;
            case SchemaChange.ChainedLog(var name):
                Make(engine, name);
                break;
            case SchemaChange.Moments or SchemaChange.Index:
                break;
        }
    }

    /// <summary>A collection comes to be with its first document.</summary>
    private static void Make(LiteEngine engine, string log)
    {
        engine.Insert(log, [LiteDocument.Of(new Entry(0, []))], BsonAutoId.Int64);
        engine.Delete(log, [0L]);
    }

    private static LanguageExt.HashSet<string> Names(LiteEngine engine)
    {
        using var found = engine.Query("$cols", new Query());
        var names = new List<string>();
        while (found.Read())
        {
            if (found.Current["type"].AsString == "user")
            {
                names.Add(found.Current["name"].AsString);
            }
        }

        return toHashSet(names);
    }
}
