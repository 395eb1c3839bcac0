namespace Kehu.Store;

/// <summary>
/// One step of a unit of work. A unit is a list of these: data, not an open transaction. Whoever hands it over leaves it unchanged.
/// Expected is the version the writer last saw; 0 means that the record must not exist.
/// </summary>
internal abstract record Write
{
    private Write()
    {
    }

    /// <summary>The keys of a record that no index lists.</summary>
    public static IReadOnlyDictionary<string, string> Unlisted { get; } = new Dictionary<string, string>();

    /// <summary>
    /// Writes a whole record, which then has version <paramref name="Expected"/> + 1. Keys are its values in the table's indexes;
    /// an index without a value does not list the record. The body may lie in memory that its owner uses again once the unit is answered.
    /// </summary>
    public sealed record Put(string Table, string Id, long Expected, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Keys) : Write;

    /// <summary>Writes a record with the version it had in the store it is copied from; it must not exist.</summary>
    public sealed record Place(string Table, string Id, long Version, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Keys) : Write;

    /// <summary>Removes a record; with 0 expected it only asserts that there is none.</summary>
    public sealed record Delete(string Table, string Id, long Expected) : Write;

    /// <summary>Changes nothing, but the unit is only done if the record has this version; 0: if there is none.</summary>
    public sealed record Expect(string Table, string Id, long Expected) : Write;

    /// <summary>
    /// Changes nothing, but the unit is only done if the table holds exactly these records between two ids (before "": to the end), in these versions: so that
    /// nobody has added one since they were read.
    /// </summary>
    public sealed record ExpectRange(string Table, string After, string Before, IReadOnlyList<(string Id, long Version)> Rows) : Write;

    /// <summary>The same of the records whose value in an index equals the key.</summary>
    public sealed record ExpectIndexed(string Table, string Index, string Key, IReadOnlyList<(string Id, long Version)> Rows) : Write;

    /// <summary>
    /// Notes a moment that the unit records somewhere: the store keeps the latest (<see cref="IReader.LastMoment"/>). It never is in conflict.
    /// </summary>
    public sealed record Moment(DateTime At) : Write;

    /// <summary>Adds a line to a log; to a chained one with the link that follows from the line before.</summary>
    public sealed record Append(string Log, byte[] Body) : Write;

    /// <summary>
    /// Adds a line to a chained log with the link it had in the store it is copied from, whether that fits or not: a copy never mends a chain.
    /// </summary>
    public sealed record AppendLinked(string Log, byte[] Body, ReadOnlyMemory<byte> Link) : Write;
}
