using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties.Edge;

public sealed class LineLaws
{
    private const int Limit = 8;

    private static readonly Gen<string> Texts =
        Gen.Elements("a", "é", "客", "\r", "\n", "\r\n", "\n", "\n\n", "1234567", "12345678", "123456789", "1234567890123", "\uFEFF", " ", "\t").ListOf().Select(string.Concat);

    private static readonly Gen<int[]> Cuts = Gen.Choose(1, 7).ArrayOf();

    [Law(1_000)]
    public Property Lines_are_those_of_a_plain_split_however_the_bytes_come_in() =>
        Law.ForAll(from text in Texts from cuts in Cuts select (text, cuts), async drawn =>
            Plainly(drawn.text).SequenceEqual(await Read(Pieces(drawn.text, drawn.cuts))));

    [Fact]
    public async Task A_line_of_any_length_is_passed_in_bounded_memory()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024));
        var feeding = Feed(pipe.Writer, [.. Enumerable.Repeat(new byte[16 * 1024], 64), "\nnext"u8.ToArray()]);
        Assert.Equal(["1 oversized", "2 next"], await Read(pipe.Reader, 32 * 1024));
        await feeding;
    }

    [Law]
    public Property Pieces_leave_the_queue_in_order_though_they_pass_through_the_file() =>
        Law.ForAll(Gen.Choose(-3, 60).ListOf().Select(steps => steps.ToArray()), steps =>
        {
            using var queue = new SpillQueue(Path.GetTempPath(), capacity: 100);
            var (put, taken) = (new List<byte>(), new List<byte>());
            foreach (var step in steps.Concat(Enumerable.Repeat(40, 30)).Concat(Enumerable.Repeat(-1, 200)))
            {
                if (step < 0)
                {
                    Take(queue, taken);
                }
                else
                {
                    Put(queue, put, step);
                }
            }

            return put.SequenceEqual(taken) && queue.Spilled > 0;
        });

    [Law]
    public Property The_spill_file_is_a_bounded_queue_of_bytes() =>
        Law.ForAll(Gen.Choose(-40, 40).ListOf().Select(steps => steps.ToArray()), steps =>
        {
            using var file = new SpillFile(Path.GetTempPath(), capacity: 64);
            var (model, next) = (new Queue<byte>(), (byte)0);
            return Array.TrueForAll(steps, step => step < 0 ? TakeAlike(file, model, new byte[-step]) : PutAlike(file, model, Enumerable.Range(0, step).Select(_ => next++).ToArray()));
        });

    private static bool TakeAlike(SpillFile file, Queue<byte> model, byte[] room)
    {
        var expected = Enumerable.Range(0, Math.Min(room.Length, model.Count)).Select(_ => model.Dequeue()).ToArray();
        return room.AsSpan(0, file.Take(room)).SequenceEqual(expected) && file.IsEmpty == (model.Count == 0);
    }

    private static bool PutAlike(SpillFile file, Queue<byte> model, byte[] bytes)
    {
        var fits = model.Count + bytes.Length <= 64;
        foreach (var put in fits ? bytes : [])
        {
            model.Enqueue(put);
        }

        return file.TryPut(bytes) == fits;
    }

    private static void Put(SpillQueue queue, List<byte> put, int length)
    {
        var piece = ArrayPool<byte>.Shared.Rent(SpillQueue.PieceSize);
        var bytes = Enumerable.Range(put.Count, length).Select(value => (byte)value).ToArray();
        bytes.CopyTo(piece, 0);
        if (queue.TryPut(new ArraySegment<byte>(piece, 0, length)))
        {
            put.AddRange(bytes);
        }
        else
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static void Take(SpillQueue queue, List<byte> taken)
    {
        if (queue.TryTake(out var piece))
        {
            taken.AddRange(piece);
            ArrayPool<byte>.Shared.Return(piece.Array!);
        }
    }

    private static List<string> Plainly(string text)
    {
        var lines = new List<string>();
        var bare = text.StartsWith('\uFEFF') ? text[1..] : text;
        foreach (var (index, line) in bare.Split('\n').Index())
        {
            var content = line.EndsWith('\r') ? line[..^1] : line;
            var oversized = Encoding.UTF8.GetByteCount(content) > Limit;
            if (oversized || content.Trim(' ', '\t', '\r').Length > 0)
            {
                lines.Add($"{index + 1} {(oversized ? "oversized" : content)}");
            }
        }

        return lines;
    }

    private static IEnumerable<byte[]> Pieces(string text, int[] cuts)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = 0;
        foreach (var cut in cuts)
        {
            yield return bytes[Math.Min(at, bytes.Length)..Math.Min(at + cut, bytes.Length)];
            at += cut;
        }

        yield return bytes[Math.Min(at, bytes.Length)..];
    }

    private static async Task<List<string>> Read(IEnumerable<byte[]> pieces)
    {
        var pipe = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, minimumSegmentSize: 1));
        var reading = Read(pipe.Reader, Limit);
        await Feed(pipe.Writer, pieces);
        return await reading;
    }

    private static async Task Feed(PipeWriter writer, IEnumerable<byte[]> pieces)
    {
        foreach (var piece in pieces)
        {
            await writer.WriteAsync(piece);
        }

        await writer.CompleteAsync();
    }

    private static async Task<List<string>> Read(PipeReader input, int limit)
    {
        using var lines = new LineReader(input, limit);
        var read = new List<string>();
        for (; !lines.Ended; await lines.Fill(default))
        {
            while (lines.TryRead(out var line))
            {
                read.Add($"{line.Number} {(line.Oversized ? "oversized" : Encoding.UTF8.GetString(line.Text))}");
            }

            if (lines.Ended)
            {
                break;
            }
        }

        return read;
    }
}
