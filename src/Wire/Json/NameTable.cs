using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Kehu.Wire;

/// <summary>A fixed list of names, found from their UTF-8 bytes without making a string. An index is the position in the list.</summary>
internal sealed class NameTable
{
    private readonly string[] names;
    private readonly byte[][] bytes;
    private readonly short[] slots;

    public NameTable(params ReadOnlySpan<string> names)
    {
        this.names = names.ToArray();
        bytes = Array.ConvertAll(this.names, Encoding.UTF8.GetBytes);
        slots = new short[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Length * 3))];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (Find(bytes[i]) >= 0)
            {
                throw new ArgumentException($"The name '{this.names[i]}' is listed twice.", nameof(names));
            }

            Place(i);
        }
    }

    /// <summary>The codes of an enumeration, in its order.</summary>
    public static NameTable Of<T>(Func<T, string> code)
        where T : struct, Enum => new([.. Enum.GetValues<T>().Select(code)]);

    /// <summary>The names, in the order in which they were listed.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Where a caller finds the names; null where they are few, or listed nowhere.</summary>
    public string? ListedAt { get; init; }

    public int Count => names.Length;

    public string this[int index] => names[index];

    /// <summary>The index of the name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> utf8)
    {
        for (var slot = Slot(utf8); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (utf8.SequenceEqual(bytes[slots[slot] - 1]))
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }

    private void Place(int index)
    {
        var slot = Slot(bytes[index]);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = (short)(index + 1);
    }

    private int Slot(ReadOnlySpan<byte> utf8) => (int)(Mixed(utf8) >> 32) & (slots.Length - 1);

    private static ulong Mixed(ReadOnlySpan<byte> utf8)
    {
        var length = utf8.Length;
        var (head, tail) = length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(utf8), BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(utf8), BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..])),
            >= 1 => (utf8[0], ((ulong)utf8[length / 2] << 8) | utf8[^1]),
            _ => (0UL, 0UL),
        };
        return (head ^ BitOperations.RotateLeft(tail, 29) ^ (uint)length) * 0x9E37_79B9_7F4A_7C15;
    }
}
