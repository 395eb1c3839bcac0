using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Kehu.Wire;

/// <summary>A fixed list of names, found from their UTF-8 bytes without making a string. An index is the position in the list.</summary>
internal sealed class NameTable
{
    private readonly string[] names;
    private readonly byte[][] bytes;
    private readonly Slot[] slots;

    public NameTable(params ReadOnlySpan<string> names)
    {
        this.names = names.ToArray();
        bytes = Array.ConvertAll(this.names, Encoding.UTF8.GetBytes);
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Length * 3))];
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
        var ends = new Ends(utf8);
        for (var at = ends.Mixed & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.After == 0)
            {
                return -1;
            }

            if (slot.Ends.Equals(ends) && (utf8.Length <= Ends.Whole || utf8.SequenceEqual(bytes[slot.After - 1])))
            {
                return slot.After - 1;
            }
        }
    }

    private void Place(int index)
    {
        var ends = new Ends(bytes[index]);
        var at = ends.Mixed & (slots.Length - 1);
        while (slots[at].After != 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot(ends, index + 1);
    }

    /// <summary>A name's place in the list, from 1; 0 where there is no name.</summary>
    private readonly record struct Slot(Ends Ends, int After);

    /// <summary>A name's length and its first and last bytes, which are all of a name that is no longer than <see cref="Whole"/>.</summary>
    private readonly struct Ends
    {
        public const int Whole = 16;

        private readonly ulong head;
        private readonly ulong tail;
        private readonly int length;

        public Ends(ReadOnlySpan<byte> utf8)
        {
            length = utf8.Length;
            (head, tail) = length switch
            {
                >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(utf8), BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..])),
                >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(utf8), BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..])),
                >= 1 => (utf8[0], ((ulong)utf8[length / 2] << 8) | utf8[^1]),
                _ => (0UL, 0UL),
            };
        }

        public int Mixed => (int)((head ^ BitOperations.RotateLeft(tail, 29) ^ (uint)length) * 0x9E37_79B9_7F4A_7C15 >> 33);

        public bool Equals(in Ends other) => head == other.head && tail == other.tail && length == other.length;
    }
}
