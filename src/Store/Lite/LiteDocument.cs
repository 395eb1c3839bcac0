using System.Buffers.Binary;
using System.IO.Hashing;
using LanguageExt;
using LiteDB;

namespace Kehu.Store;

/// <summary>
/// A record as a document: <c>_id</c> the id, <c>v</c> the version, <c>k</c> its index entries, <c>w</c> the values too long for an entry, <c>b</c> a
/// check sum of eight bytes over id, version and body, and behind it the body. A line of a log has its number as <c>_id</c>. Bytes throughout: texts
/// would be trimmed and nulls made of empty ones. A line of a chained log has its link as <c>l</c>, which is in the check sum too.
/// </summary>
internal static class LiteDocument
{
    public const string IdField = "_id";

    private const string VersionField = "v";
    private const string EntriesField = "k";
    private const string WideField = "w";
    private const string BodyField = "b";
    private const string LinkField = "l";

    /// <summary>The expression of the one index of a table.</summary>
    public const string Entries = $"$.{EntriesField}[*]";

    public const string IndexName = EntriesField;

    /// <summary>What the version of a record is read by.</summary>
    public const string VersionOnly = $"{{{IdField}, {VersionField}}}";

    public static BsonDocument Of(string id, long version, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> keys, Arr<string> indexes)
    {
        var key = LiteKeys.Id(id);
        var document = new BsonDocument { [IdField] = key, [VersionField] = version };
        if (keys.Count > 0)
        {
            Index(document, key, keys, indexes);
        }

        document[BodyField] = Summed(key, version, body.Span);
        return document;
    }

    public static BsonDocument Of(Entry line)
    {
        var document = new BsonDocument { [IdField] = line.Seq };
        if (!line.Link.IsEmpty)
        {
            document[LinkField] = line.Link.ToArray();
        }

        document[BodyField] = Summed(line.Link.Span, line.Seq, line.Body);
        return document;
    }

    /// <summary>The record; <see cref="InvalidDataException"/> if it is not as it was written.</summary>
    public static Row Row(BsonDocument document)
    {
        var (id, version) = (document[IdField].AsBinary, document[VersionField].AsInt64);
        return new Row(LiteKeys.Id(id), version, Body(id, version, document));
    }

    public static Entry Line(BsonDocument document)
    {
        var seq = document[IdField].AsInt64;
        var link = document.TryGetValue(LinkField, out var linked) ? linked.AsBinary : [];
        return new Entry(seq, Body(link, seq, document), link);
    }

    public static byte[] Id(BsonDocument document) => document[IdField].AsBinary;

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
            entries.Add(LiteKeys.Entry(number, value, id));
            if (LiteKeys.IsWide(value))
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

    private static byte[] Summed(ReadOnlySpan<byte> id, long number, ReadOnlySpan<byte> body)
    {
        var summed = new byte[sizeof(long) + body.Length];
        body.CopyTo(summed.AsSpan(sizeof(long)));
        BinaryPrimitives.WriteInt64LittleEndian(summed, Sum(id, number, body));
        return summed;
    }

    private static byte[] Body(byte[] id, long number, BsonDocument document)
    {
        var summed = document[BodyField].AsBinary;
        return summed.Length >= sizeof(long) && BinaryPrimitives.ReadInt64LittleEndian(summed) == Sum(id, number, summed.AsSpan(sizeof(long)))
            ? summed[sizeof(long)..]
            : throw new InvalidDataException("a record is not as it was written");
    }

    private static long Sum(ReadOnlySpan<byte> id, long number, ReadOnlySpan<byte> body) =>
        (long)XxHash3.HashToUInt64(body, (long)XxHash3.HashToUInt64(id, number));
}
