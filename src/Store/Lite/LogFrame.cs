using System.Buffers.Binary;
using System.IO.Hashing;

namespace Kehu.Store;

/// <summary>
/// How a page lies in the log: its 8 192 bytes, the number of the log's generation plus that of the frame, and a check sum over all of that and the
/// sum of the frame before. So what an earlier use of the file left behind the end is never taken for a part of it.
/// </summary>
internal static class LogFrame
{
    public const int Page = 8192;

    public const int Size = Page + 16;

    /// <summary>Where the frames begin.</summary>
    public const int First = 4096;

    private const int HeadSize = 32;
    private const int GenerationAt = 16;
    private const int HeadSumAt = 24;

    private const int TypeAt = 4;
    private const int TransactionAt = 14;
    private const int ConfirmedAt = 18;
    private const byte HeaderType = 1;

    private static ReadOnlySpan<byte> Magic => "Kehu log 2\0\0\0\0\0\0"u8;

    /// <summary>Whether the page confirms a transaction.</summary>
    public static bool Confirms(ReadOnlySpan<byte> page) => page[ConfirmedAt] != 0;

    /// <summary>Whether it is LiteDB's header page.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> page) => page[TypeAt] == HeaderType;

    /// <summary>The number of the page in the file, and of the transaction that wrote it.</summary>
    public static (uint Page, uint Transaction) Of(ReadOnlySpan<byte> page) =>
        (BinaryPrimitives.ReadUInt32LittleEndian(page), BinaryPrimitives.ReadUInt32LittleEndian(page[TransactionAt..]));

    /// <summary>The page as a fold writes it into the data file.</summary>
    public static byte[] Folded(ReadOnlySpan<byte> page)
    {
        var folded = page[..Page].ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(folded.AsSpan(TransactionAt), uint.MaxValue);
        folded[ConfirmedAt] = 0;
        return folded;
    }

    /// <summary>The head of a log of this generation.</summary>
    public static byte[] Head(ulong generation)
    {
        var head = new byte[HeadSize];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(GenerationAt), generation);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(HeadSumAt), Sum(head.AsSpan(0, HeadSumAt), 0));
        return head;
    }

    /// <summary>The generation that the head of a log tells; null where there is no whole head.</summary>
    public static ulong? Generation(IBytes file)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        return file.Read(0, head) == HeadSize && head.SequenceEqual(Head(BinaryPrimitives.ReadUInt64LittleEndian(head[GenerationAt..])))
            ? BinaryPrimitives.ReadUInt64LittleEndian(head[GenerationAt..])
            : null;
    }

    /// <summary>Completes a frame that holds a page; its sum.</summary>
    public static ulong Seal(Span<byte> frame, ulong generation, long number, ulong before)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(frame[Page..], generation + (ulong)number);
        var sum = Sum(frame[..(Page + 8)], before);
        BinaryPrimitives.WriteUInt64LittleEndian(frame[(Page + 8)..], sum);
        return sum;
    }

    /// <summary>The sum of a frame that is whole and follows on the one before; null where it is not.</summary>
    public static ulong? Whole(ReadOnlySpan<byte> frame, ulong generation, long number, ulong before)
    {
        var sum = Sum(frame[..(Page + 8)], before);
        return BinaryPrimitives.ReadUInt64LittleEndian(frame[Page..]) == generation + (ulong)number
            && BinaryPrimitives.ReadUInt64LittleEndian(frame[(Page + 8)..]) == sum
                ? sum
                : null;
    }

    private static ulong Sum(ReadOnlySpan<byte> bytes, ulong before) => XxHash3.HashToUInt64(bytes, (long)before);
}
