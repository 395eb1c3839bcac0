namespace Kehu.Store;

/// <summary>
/// The store as of one moment, valid within <see cref="IStore.Together"/> alone. Rows come as they are asked for: whoever stops early has not read the rest.
/// </summary>
internal interface IReader
{
    /// <summary>The latest moment that a unit has recorded (<see cref="Write.Moment"/>); null where none has.</summary>
    DateTime? LastMoment { get; }

    /// <summary>The record with this id, if there is one.</summary>
    Row? Get(string table, string id);

    /// <summary>The records found among these ids, each once, in any order.</summary>
    IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids);

    /// <summary>How many records the table holds.</summary>
    long Count(string table);

    /// <summary>The records with after &lt; id &lt; before, by id; before "" means to the end.</summary>
    IEnumerable<Row> Range(string table, string after, string before);

    /// <summary>The records with id &gt; after whose value in the index equals the key, by id.</summary>
    IEnumerable<Row> Page(string table, string index, string key, string after);

    /// <summary>
    /// The records whose value in the index lies between two keys, both included, by value and then by id. Values are compared by their
    /// UTF-8 bytes; at most 64 of them.
    /// </summary>
    IEnumerable<Indexed> Between(string table, string index, string first, string last);

    /// <summary>The records with id &gt; after, by id, with their values in the indexes: what a copy of the table is made of.</summary>
    IEnumerable<Keyed> Keyed(string table, string after);

    /// <summary>The lines of a log with a number above <paramref name="after"/>, in order.</summary>
    IEnumerable<Entry> Read(string log, long after);

    /// <summary>
    /// How far a chained log goes by what the store notes of it beside its lines: where the last of them were taken away, the lines do not go so far.
    /// </summary>
    LogHead Head(string log);
}
