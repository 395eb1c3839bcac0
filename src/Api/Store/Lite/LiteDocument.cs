using System.Buffers.Binary;
using System.IO.Hashing;
using LanguageExt;
using LiteDB;

namespace Kehu.Api.Store.Lite;

/// <summary>
/// A record as a document: <c>_id</c> the id, <c>v</c> the version, <c>k</c> its index entries, <c>w</c> the values too long for an entry, <c>b</c> the body, <c>c</c> a check sum over id, version
/// and body. A line of a log has its number as <c>_id</c>. Bytes throughout: texts would be trimmed and nulls made of empty ones.
/// </summary>
internal static class LiteDocument
{
    public const string IdField = "_id";

    private const string VersionField = "v";
    private const string EntriesField = "k";
    private const string WideField = "w";
    private const string BodyField = "b";
    private const string SumField = "c";

    /// <summary>The expression of the one index of a table.</summary>
    public const string Entries = $"$.{EntriesField}[*]";

    public const string IndexName = EntriesField;

    /// <summary>What the version of a record is read by.</summary>
    public const string VersionOnly = $"{{{IdField}, {VersionField}}}";

    public static BsonDocument Of(string id, long version, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> keys, Arr<string> indexes)
    {
        var (key, bytes) = (LiteKeys.Id(id), body.ToArray());
        var document = new BsonDocument { [IdField] = key, [VersionField] = version };
        if (keys.Count > 0)
        {
            Index(document, key, keys, indexes);
        }

        document[BodyField] = bytes;
        document[SumField] = Sum(key, version, bytes);
        return document;
    }

    public static BsonDocument Of(long seq, byte[] body) => new() { [IdField] = seq, [BodyField] = body, [SumField] = Sum([], seq, body) };

    /// <summary>The record; <see cref="InvalidDataException"/> if it is not as it was written.</summary>
    public static Row Row(BsonDocument document)
    {
        var (id, version, body) = (document[IdField].AsBinary, document[VersionField].AsInt64, document[BodyField].AsBinary);
        return Sum(id, version, body) == document[SumField].AsInt64 ? new Row(LiteKeys.Id(id), version, body) : throw new InvalidDataException("a record is not as it was written");
    }

    public static Entry Line(BsonDocument document)
    {
        var (seq, body) = (document[IdField].AsInt64, document[BodyField].AsBinary);
        return Sum([], seq, body) == document[SumField].AsInt64 ? new Entry(seq, body) : throw new InvalidDataException("a line is not as it was written");
    }

    public static (string Id, long Version) Version(BsonDocument document) => (LiteKeys.Id(document[IdField].AsBinary), document[VersionField].AsInt64);

    /// <summary>Its values in the indexes.</summary>
    public static IReadOnlyDictionary<string, string> Keys(BsonDocument document, Arr<string> indexes) =>
        EntriesOf(document).Select(entry => Value(document, entry)).ToDictionary(key => indexes[key.Index], key => key.Value, StringComparer.Ordinal);

    /// <summary>Its value in one index, which lists it.</summary>
    public static string Key(BsonDocument document, int index) => Value(document, EntriesOf(document).Single(entry => entry[0] == index)).Value;

    /// <summary>Its entries.</summary>
    public static IEnumerable<byte[]> EntriesOf(BsonDocument document) =>
        document.TryGetValue(EntriesField, out var entries) ? entries.AsArray.Select(entry => entry.AsBinary) : [];

    private static (int Index, string Value) Value(BsonDocument document, byte[] entry)
    {
        var (index, value) = LiteKeys.Read(entry);
        return (index, value ?? LiteKeys.Id(document[WideField].AsDocument[$"{index}"].AsBinary));
    }

    private static void Index(BsonDocument document, byte[] id, IReadOnlyDictionary<string, string> keys, Arr<string> indexes)
    {
        var (entries, wide) = (new BsonArray(), new BsonDocument());
        foreach (var (index, value) in keys)
        {
            var number = indexes.IndexOf(index);
            var entry = LiteKeys.Entry(number, value, id);
            entries.Add(entry);
            if (LiteKeys.Read(entry).Value is null)
            {
                wide[$"{number}"] = LiteKeys.Id(value);
            }
        }

        document[EntriesField] = entries;
        if (wide.Count > 0)
        {
            document[WideField] = wide;
        }
    }

    private static long Sum(byte[] id, long version, byte[] body)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, version ^ (long)XxHash3.HashToUInt64(id));
        return (long)XxHash3.HashToUInt64(body, (long)XxHash3.HashToUInt64(number));
    }
}
