using System.Text;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>One step in the life of the schema.</summary>
internal abstract record SchemaChange
{
    private SchemaChange()
    {
    }

    /// <summary>A new table with its indexes.</summary>
    public sealed record Table(string Name, Arr<string> Indexes) : SchemaChange;

    /// <summary>A new log.</summary>
    public sealed record Log(string Name) : SchemaChange;

    /// <summary>A new log whose lines are chained: each has a link, made in the unit that adds it, in the order in which units are done.</summary>
    public sealed record ChainedLog(string Name) : SchemaChange;

    /// <summary>From here on the latest moment that a unit records is kept.</summary>
    public sealed record Moments : SchemaChange;

    /// <summary>A new index of an existing table; it lists records written from then on.</summary>
    public sealed record Index(string Of, string Name) : SchemaChange;
}

/// <summary>
/// What a store holds, told as its history: version n is what the first n migrations make. A migration that was released is never edited;
/// the next one is added behind it.
/// </summary>
internal sealed class StoreSchema(Arr<Arr<SchemaChange>> migrations)
{
    /// <summary>The most bytes of UTF-8 an id may have: every kind of store can take that many.</summary>
    public const int LongestId = 800;

    /// <summary>The changes that lead from each version to the next, from version 0, which is empty.</summary>
    public Arr<Arr<SchemaChange>> Migrations { get; } = migrations;

    /// <summary>The version a store of this schema has.</summary>
    public int Version => Migrations.Count;

    /// <summary>The indexes of each table.</summary>
    public HashMap<string, Arr<string>> Tables { get; } = migrations.Bind(identity).Fold(HashMap<string, Arr<string>>(), With);

    /// <summary>The names of the logs.</summary>
    public LanguageExt.HashSet<string> Logs { get; } = toHashSet(migrations.Bind(identity).Bind(change => LogOf(change).ToArr()));

    /// <summary>The names of those logs that are chained.</summary>
    public LanguageExt.HashSet<string> Chained { get; } =
        toHashSet(migrations.Bind(identity).OfType<SchemaChange.ChainedLog>().Select(log => log.Name));

    /// <summary>The names of the tables and logs.</summary>
    public IEnumerable<string> Names => Tables.Keys.Concat(Logs);

    /// <summary>The schema as it was at an earlier version.</summary>
    public StoreSchema At(int version) => new(toArray(Migrations.Take(version)));

    /// <summary>The schema after one more migration.</summary>
    public StoreSchema Then(params SchemaChange[] changes) => new(Migrations.Add(toArray(changes)));

    /// <summary>Refuses a unit that names what the schema does not have, or a record without an id or with too long a one.</summary>
    public void Check(IReadOnlyList<Write> unit)
    {
        if (!unit.All(Allows))
        {
            throw new ArgumentException(
                $"a write names a table, an index or a log that the schema does not have, or an id that is empty or above {LongestId} bytes",
                nameof(unit));
        }
    }

    private bool Allows(Write write) => write switch
    {
        Write.Put put => IsId(put.Id) && Has(put.Table, put.Keys),
        Write.Place place => IsId(place.Id) && place.Version > 0 && Has(place.Table, place.Keys),
        Write.Delete delete => IsId(delete.Id) && Tables.ContainsKey(delete.Table),
        Write.Expect expect => IsId(expect.Id) && Tables.ContainsKey(expect.Table),
        Write.ExpectRange expect => Tables.ContainsKey(expect.Table),
        Write.ExpectIndexed expect => Tables.Find(expect.Table).Exists(indexes => indexes.Contains(expect.Index)),
        Write.Moment => true,
        Write.Append append => Logs.Contains(append.Log),
        Write.AppendLinked append => Chained.Contains(append.Log) && append.Link.Length == ChainLink.Bytes,
    };

    private bool Has(string table, IReadOnlyDictionary<string, string> keys) =>
        Tables.Find(table).Exists(indexes => keys.Keys.All(key => indexes.Contains(key)));

    private static bool IsId(string id) => id.Length > 0 && (id.Length <= LongestId / 4 || Encoding.UTF8.GetByteCount(id) <= LongestId);

    private static HashMap<string, Arr<string>> With(HashMap<string, Arr<string>> tables, SchemaChange change) => change switch
    {
        SchemaChange.Table(var name, var indexes) => tables.Add(name, indexes),
        SchemaChange.Index(var table, var name) => tables.SetItem(table, tables[table].Add(name)),
        SchemaChange.Log or SchemaChange.ChainedLog or SchemaChange.Moments => tables,
    };

    private static Option<string> LogOf(SchemaChange change) => change switch
    {
        SchemaChange.Log(var name) => name,
        SchemaChange.ChainedLog(var name) => name,
        SchemaChange.Table or SchemaChange.Moments or SchemaChange.Index => None,
    };
}
