using LiteDB;

namespace Kehu.Store;

/// <summary>
/// What is asked of LiteDB. Values are given as parameters: an expression with the value in it would be compiled and kept for ever. Both bounds of a
/// range are in one BETWEEN, since of two comparisons only one uses the index.
/// </summary>
internal static class LiteQueries
{
    public static Query Is(byte[] id) => new() { Where = { BsonExpression.Create("_id = @0", id) } };

    public static Query In(IEnumerable<byte[]> ids) =>
        new() { Where = { BsonExpression.Create("_id IN @0", new BsonArray(ids.Select(id => new BsonValue(id)))) } };

    public static Query From(BsonValue first) => new() { Where = { BsonExpression.Create("_id >= @0", first) } };

    public static Query Between(byte[] first, byte[] last) => new() { Where = { BsonExpression.Create("_id BETWEEN @0 AND @1", first, last) } };

    /// <summary>The records that have an entry between two, by entry.</summary>
    public static Query Indexed((byte[] First, byte[] Last) entries) =>
        new() { Where = { BsonExpression.Create($"{LiteDocument.Entries} ANY BETWEEN @0 AND @1", entries.First, entries.Last) } };
}
