using System.Buffers;

namespace Kehu.Api;

/// <summary>Some lines of a stream with a copy of their text, and their answers: what one worker does at once. Used again and again.</summary>
internal sealed class LinePortion
{
    /// <summary>So few lines that their answers are few as well, and so many that handing them over costs nothing beside answering them.</summary>
    private const int MostLines = 32;

    private const int MostBytes = 32 * 1024;

    /// <summary>Buffers that a long line has made larger are not kept.</summary>
    private const int LargestKept = 512 * 1024;

    private readonly List<(long Number, int Length, bool Oversized)> lines = new(MostLines);
    private ArrayBufferWriter<byte> text = new(MostBytes + (4 * 1024));
    private ArrayBufferWriter<byte> answers = new(MostBytes);

    public bool IsEmpty => lines.Count == 0;

    public bool IsFull => lines.Count == MostLines || text.WrittenCount >= MostBytes;

    /// <summary>What was answered, in the order of the lines.</summary>
    public ReadOnlyMemory<byte> Answers => answers.WrittenMemory;

    public void Add(in Line line)
    {
        lines.Add((line.Number, line.Text.Length, line.Oversized));
        text.Write(line.Text);
    }

    public void Answer(LineAnswer answer, Language language, string requestId)
    {
        var rest = text.WrittenSpan;
        foreach (var (number, length, oversized) in lines)
        {
            LineStream.Answer(new Line(number, rest[..length], oversized), answers, answer, language, requestId);
            rest = rest[length..];
        }
    }

    public void Clear()
    {
        lines.Clear();
        Empty(ref text);
        Empty(ref answers);
    }

    private static void Empty(ref ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > LargestKept)
        {
            buffer = new ArrayBufferWriter<byte>(MostBytes);
        }

        buffer.ResetWrittenCount();
    }
}
