using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>
/// The values of one fact for the customers of a block, kept in as few bytes as their range needs: nothing where all are the same, a bit, or 1, 2, 4 or 8
/// bytes above the least. Which of them are known is kept only where some are not. Immutable.
/// </summary>
public sealed class Column
{
    /// <summary>A column in which nothing is known.</summary>
    public static readonly Column Unknown = new([], [], 0, Width.None);

    private readonly byte[] data;
    private readonly ulong[] known;
    private readonly long least;
    private readonly Width width;

    private Column(byte[] data, ulong[] known, long least, Width width) => (this.data, this.known, this.least, this.width) = (data, known, least, width);

    /// <summary>How values are kept.</summary>
    private enum Width
    {
        /// <summary>None is known.</summary>
        None = 0,

        /// <summary>All are the least.</summary>
        Same,

        /// <summary>A bit each.</summary>
        Bit,

        /// <summary>A byte each.</summary>
        One,

        /// <summary>Two bytes each.</summary>
        Two,

        /// <summary>Four bytes each.</summary>
        Four,

        /// <summary>Eight bytes each.</summary>
        Eight,
    }

    /// <summary>True where no value is known.</summary>
    public bool IsUnknown => width == Width.None;

    /// <summary>True where every value is known.</summary>
    public bool IsKnown => width != Width.None && known.Length == 0;

    /// <summary>The bytes that the column takes, its own object included.</summary>
    public long Bytes => width == Width.None ? 0 : Overhead + data.Length + (known.Length * sizeof(ulong));

    private const int Overhead = 96;

    /// <summary>The column of these values, of which the bits say which are known.</summary>
    public static Column Of(ReadOnlySpan<long> values, ReadOnlySpan<ulong> knownBits)
    {
        var (least, most, count) = (long.MaxValue, long.MinValue, 0);
        for (var row = 0; row < values.Length; row++)
        {
            if (Bits.Has(knownBits, row))
            {
                (least, most, count) = (Math.Min(least, values[row]), Math.Max(most, values[row]), count + 1);
            }
        }

        if (count == 0)
        {
            return Unknown;
        }

        var width = WidthOf(unchecked((ulong)(most - least)));
        return new Column(Encoded(values, knownBits, least, width), count == values.Length ? [] : knownBits.ToArray(), least, width);
    }

    /// <summary>Whether the value of a row is known.</summary>
    public bool Knows(int row) => width != Width.None && (known.Length == 0 || Bits.Has(known, row));

    /// <summary>True, with the value, where that of a row is known.</summary>
    public bool TryGet(int row, out long value)
    {
        var isKnown = Knows(row);
        value = isKnown ? this[row] : 0;
        return isKnown;
    }

    /// <summary>The value of a row that is known.</summary>
    public long this[int row] => least + width switch
    {
        Width.None or Width.Same => 0,
        Width.Bit => data[row >> 3] >> (row & 7) & 1,
        Width.One => data[row],
        Width.Two => MemoryMarshal.Cast<byte, ushort>(data)[row],
        Width.Four => MemoryMarshal.Cast<byte, uint>(data)[row],
        Width.Eight => MemoryMarshal.Cast<byte, long>(data)[row],
    };

    /// <summary>Writes the value of every row, each so far behind the one before; of a row that is not known, any.</summary>
    public void Read(Span<long> into, int stride, int rows)
    {
        switch (width)
        {
            case Width.None or Width.Same:
                for (var row = 0; row < rows; row++)
                {
                    into[row * stride] = least;
                }

                break;
            case Width.Bit:
                for (var row = 0; row < rows; row++)
                {
                    into[row * stride] = least + (data[row >> 3] >> (row & 7) & 1);
                }

                break;
            case Width.One:
                for (var row = 0; row < rows; row++)
                {
                    into[row * stride] = least + data[row];
                }

                break;
            case Width.Two:
                var shorts = MemoryMarshal.Cast<byte, ushort>(data);
                for (var row = 0; row < rows; row++)
                {
                    into[row * stride] = least + shorts[row];
                }

                break;
            case Width.Four:
                var words = MemoryMarshal.Cast<byte, uint>(data);
                for (var row = 0; row < rows; row++)
                {
                    into[row * stride] = least + words[row];
                }

                break;
            case Width.Eight:
                var longs = MemoryMarshal.Cast<byte, long>(data);
                for (var row = 0; row < rows; row++)
                {
                    into[row * stride] = least + longs[row];
                }

                break;
        }
    }

    /// <summary>Adds to the rows marked those that are not known here.</summary>
    public void MarkUnknown(Span<ulong> rows)
    {
        if (width == Width.None)
        {
            rows.Fill(ulong.MaxValue);
            return;
        }

        for (var word = 0; word < known.Length; word++)
        {
            rows[word] |= ~known[word];
        }
    }

    private static Width WidthOf(ulong range) => range switch
    {
        0 => Width.Same,
        1 => Width.Bit,
        <= byte.MaxValue => Width.One,
        <= ushort.MaxValue => Width.Two,
        <= uint.MaxValue => Width.Four,
        _ => Width.Eight,
    };

    private static byte[] Encoded(ReadOnlySpan<long> values, ReadOnlySpan<ulong> knownBits, long least, Width width)
    {
        var data = new byte[width switch
        {
            Width.None or Width.Same => 0,
            Width.Bit => (values.Length + 7) / 8,
            Width.One => values.Length,
            Width.Two => values.Length * sizeof(ushort),
            Width.Four => values.Length * sizeof(uint),
            Width.Eight => values.Length * sizeof(long),
        }];
        for (var row = 0; row < values.Length; row++)
        {
            if (Bits.Has(knownBits, row))
            {
                Put(data, row, unchecked((ulong)(values[row] - least)), width);
            }
        }

        return data;
    }

    private static void Put(byte[] data, int row, ulong above, Width width)
    {
        switch (width)
        {
            case Width.None or Width.Same:
                break;
            case Width.Bit:
                data[row >> 3] |= (byte)(above << (row & 7));
                break;
            case Width.One:
                data[row] = (byte)above;
                break;
            case Width.Two:
                MemoryMarshal.Cast<byte, ushort>(data.AsSpan())[row] = (ushort)above;
                break;
            case Width.Four:
                MemoryMarshal.Cast<byte, uint>(data.AsSpan())[row] = (uint)above;
                break;
            case Width.Eight:
                MemoryMarshal.Cast<byte, ulong>(data.AsSpan())[row] = above;
                break;
        }
    }
}

/// <summary>One bit a row.</summary>
internal static class Bits
{
    /// <summary>How many words hold so many rows.</summary>
    public static int Words(int rows) => (rows + 63) / 64;

    public static bool Has(ReadOnlySpan<ulong> bits, int row) => (bits[row >> 6] >> (row & 63) & 1) != 0;

    public static void Set(Span<ulong> bits, int row) => bits[row >> 6] |= 1UL << (row & 63);
}
