namespace Kehu.Api;

/// <summary>
/// One line of a stream without its newline, valid until the next is read. The number counts from 1 and counts blank lines as well.
/// An oversized line has no text.
/// </summary>
internal readonly ref struct Line(long number, ReadOnlySpan<byte> text, bool oversized)
{
    public long Number { get; } = number;

    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>The line was longer than is read; it has been skipped.</summary>
    public bool Oversized { get; } = oversized;
}
