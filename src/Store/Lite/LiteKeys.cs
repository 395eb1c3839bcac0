using System.Security.Cryptography;
using System.Text;

namespace Kehu.Store;

/// <summary>
/// Ids and index entries as bytes that order as they are to be read. All indexes of a table are one: an entry is the number of the index, the value
/// and the id. Within a value a zero byte is written as 00 FF, and 00 00 ends it, so that entries order by value and then by id. Of a value above 64
/// bytes the first 64 count, and behind 00 01 its SHA-256 tells it from others.
/// </summary>
internal static class LiteKeys
{
    private const int Longest = 64;
    private const byte Short = 0;
    private const byte Long = 1;
    private const byte BehindBoth = 2;
    private const byte Zero = 255;

    /// <summary>Keys by their bytes, as LiteDB orders them.</summary>
    public static Comparer<byte[]> Order { get; } = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    /// <summary>The id in UTF-8.</summary>
    public static byte[] Id(string id) => Encoding.UTF8.GetBytes(id);

    public static string Id(byte[] id) => Encoding.UTF8.GetString(id);

    /// <summary>The least key behind this one.</summary>
    public static byte[] After(byte[] key) => [.. key, 0];

    /// <summary>The entry of a record.</summary>
    public static byte[] Entry(int index, string value, byte[] id) => [.. Entries(index, value), .. id];

    /// <summary>Whether an entry tells only the beginning of the value and its hash.</summary>
    public static bool IsWide(string value) => value.Length > Longest || (value.Length > Longest / 3 && Encoding.UTF8.GetByteCount(value) > Longest);

    /// <summary>From where to where the entries of a value lie whose ids are behind this one; both may be there.</summary>
    public static (byte[] First, byte[] Last) Equal(int index, string value, byte[] after)
    {
        var entries = Entries(index, value);
        return (After([.. entries, .. after]), [.. entries, 255]);
    }

    /// <summary>From where to where the entries of the values between two lie.</summary>
    public static (byte[] First, byte[] Last) Between(int index, string first, string last) =>
        ([(byte)index, .. Escaped(Cut(first))], [(byte)index, .. Escaped(Cut(last)), 0, BehindBoth]);

    /// <summary>From where to where all entries of an index lie.</summary>
    public static (byte[] First, byte[] Last) All(int index) => ([(byte)index], [(byte)index, 255, 255]);

    /// <summary>The index of an entry, and the value unless it is a long one.</summary>
    public static (int Index, string? Value) Read(ReadOnlySpan<byte> entry)
    {
        var value = new List<byte>(Longest);
        for (var at = 1; ; at++)
        {
            if (entry[at] != 0)
            {
                value.Add(entry[at]);
            }
            else if (entry[++at] == Zero)
            {
                value.Add(0);
            }
            else
            {
                return (entry[0], entry[at] == Short ? Encoding.UTF8.GetString([.. value]) : null);
            }
        }
    }

    /// <summary>What all entries of a value begin with.</summary>
    private static byte[] Entries(int index, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return bytes.Length <= Longest
            ? [(byte)index, .. Escaped(bytes), 0, Short]
            : [(byte)index, .. Escaped(bytes.AsSpan(0, Longest)), 0, Long, .. SHA256.HashData(bytes)];
    }

    private static ReadOnlySpan<byte> Cut(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return bytes.AsSpan(0, Math.Min(bytes.Length, Longest));
    }

    private static ReadOnlySpan<byte> Escaped(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)0))
        {
            return value;
        }

        var escaped = new List<byte>(value.Length * 2);
        foreach (var one in value)
        {
            escaped.Add(one);
            if (one == 0)
            {
                escaped.Add(Zero);
            }
        }

        return escaped.ToArray();
    }
}
