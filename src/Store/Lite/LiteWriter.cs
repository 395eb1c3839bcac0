using LiteDB;
using LiteDB.Engine;

namespace Kehu.Store;

/// <summary>
/// Units that wait together are one transaction with one sync. LiteDB has no savepoints: what each of them comes to is decided in memory
/// (<see cref="LiteDraft"/>), then all that are done are written. Nobody is answered before the sync.
/// </summary>
internal static class LiteWriter
{
    /// <summary>
    /// The answers of units, all of which are done or refused. That a record which must not exist is not there is found out by making it; only where
    /// one is, or where a unit meets anything else, all are looked up.
    /// </summary>
    public static IReadOnlyList<Conflict?> Commit(LiteSession session, StoreSchema schema, IReadOnlyList<IReadOnlyList<Write>> units)
    {
        try
        {
            return Commit(session, schema, units, presume: true) ?? Commit(session, schema, units, presume: false)!;
        }
        catch (Exception fault) when (fault is not StoreException)
        {
            throw new StoreException($"the store could not write: {fault.Message}", fault);
        }
    }

    /// <summary>The answers; null where what was presumed may not be so, and nothing was done.</summary>
    private static IReadOnlyList<Conflict?>? Commit(LiteSession session, StoreSchema schema, IReadOnlyList<IReadOnlyList<Write>> units, bool presume)
    {
        session.Engine.BeginTrans();
        var (answers, draft) = Drafted(session, schema, units, presume);
        if (!answers.Contains(null) || (presume && answers.Exists(answer => answer is not null)))
        {
            session.Engine.Commit();
            return presume ? null : answers;
        }

        var lines = draft.Lines;
        var meta = draft.MetaWith(lines);
        try
        {
            Apply(session.Engine, schema, draft, lines, meta);
        }
        catch (LiteException there) when (presume && there.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            return null;
        }

        session.Engine.Commit();
        if (session.Log.Fault is null)
        {
            session.Meta = meta;
        }

        return answers;
    }

    private static (List<Conflict?> Answers, LiteDraft Draft) Drafted(
        LiteSession session, StoreSchema schema, IReadOnlyList<IReadOnlyList<Write>> units, bool presume)
    {
        using var reader = new LiteReader(session, schema);
        var draft = new LiteDraft(reader, Versions(reader, units, presume), session.Meta, schema.Chained);
        return ([.. units.Select(draft.Add)], draft);
    }

    /// <summary>The versions of all records the units name and that there are, a query a table.</summary>
    private static Dictionary<(string, string), long> Versions(LiteReader reader, IReadOnlyList<IReadOnlyList<Write>> units, bool presume)
    {
        var asked = units.SelectMany(unit => unit).Select(write => Asked(write, presume)).OfType<(string Table, string Id)>().Distinct();
        return asked
            .GroupBy(record => record.Table, record => record.Id)
            .SelectMany(table => reader.Versions(table.Key, [.. table]).Select(found => (table.Key, found.Id, found.Version)))
            .ToDictionary(found => (found.Key, found.Id), found => found.Version);
    }

    private static (string Table, string Id)? Asked(Write write, bool presume) => write switch
    {
        Write.Put put => presume && put.Expected == 0 ? null : (put.Table, put.Id),
        Write.Place place => presume ? null : (place.Table, place.Id),
        Write.Delete delete => (delete.Table, delete.Id),
        Write.Expect expect => (expect.Table, expect.Id),
        Write.ExpectRange or Write.ExpectIndexed or Write.Moment or Write.Append or Write.AppendLinked => null,
    };

    private static void Apply(
        LiteEngine engine, StoreSchema schema, LiteDraft draft, IReadOnlyDictionary<string, List<Entry>> lines, LiteMeta after)
    {
        foreach (var table in draft.Records.GroupBy(record => record.Key.Table))
        {
            Apply(engine, table.Key, schema.Tables[table.Key], [.. table]);
        }

        foreach (var log in lines)
        {
            engine.Insert(log.Key, log.Value.ConvertAll(LiteDocument.Of), BsonAutoId.Int64);
        }

        engine.Update(LiteMeta.Collection, [after.Document()]);
    }

    private static void Apply(
        LiteEngine engine, string table, LanguageExt.Arr<string> indexes, IReadOnlyList<KeyValuePair<(string Table, string Id), Drafted>> records)
    {
        engine.Delete(table, [.. records.Where(record => record.Value.Version == 0).Select(record => new BsonValue(LiteKeys.Id(record.Key.Id)))]);
        engine.Update(table, Documents(record => record is { Before: > 0, Version: > 0 }));
        engine.Insert(table, Documents(record => record is { Before: 0, Version: > 0 }), BsonAutoId.ObjectId);

        // In the order of ids, so that neighbours lie in one page.
        List<BsonDocument> Documents(Func<Drafted, bool> which) =>
        [
            .. records
                .Where(record => which(record.Value))
                .Select(record => LiteDocument.Of(record.Key.Id, record.Value.Version, record.Value.Body, record.Value.Keys, indexes))
                .OrderBy(document => document[LiteDocument.IdField].AsBinary, LiteKeys.Order),
        ];
    }
}
