using System.IO.Pipelines;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// An import of which control numbers are stated: all of it is kept in a file of bounded size while it is counted, and its first line is taken only when
/// it is as stated.
/// </summary>
internal static class ImportControl
{
    private const int BufferBytes = 1 << 16;

    private static readonly Problem Full = Problem.Of(507, Fault.At(
        "",
        "import.spill-full",
        "a file with control numbers is kept until all of it is counted, and there is no room left to keep it; nothing of it was stored: "
        + "those who run the service make room, or send it in parts",
        "带控制数的文件须先暂存并清点，而已无空间暂存；文件未保存任何内容：请运维人员腾出空间，或分批发送"));

    private static readonly Problem Failed = Problem.Of(503, Fault.At(
        "",
        "import.spill-failed",
        "a file with control numbers is kept until all of it is counted, and it could not be kept here; nothing of it was stored: "
        + "those who run the service look after the folder Streams:SpillDirectory",
        "带控制数的文件须先暂存并清点，而此处无法暂存；文件未保存任何内容：请运维人员检查 Streams:SpillDirectory 所指文件夹"));

    /// <summary>Takes every line once all of them are as stated; otherwise none, and says why.</summary>
    /// <param name="import">What takes the lines.</param>
    /// <param name="lines">The lines as they come in.</param>
    /// <param name="csv">A reader of a table; null where the lines are JSON.</param>
    /// <param name="stated">The control numbers.</param>
    /// <param name="settings">Where the lines wait, and how many bytes of them.</param>
    /// <param name="aborted">Set when the sender is gone.</param>
    public static async Task<Option<Problem>> TakeAll(
        this CustomerImport import, LineReader lines, Func<CsvReader?> csv, ControlNumbers stated, StreamSettings settings, CancellationToken aborted)
    {
        using var copy = new SpillFile(settings.SpillDirectory, settings.SpillBytes);
        return await Why(lines, csv(), new Counting(stated), copy, aborted) is { IsSome: true } refused
            ? refused
            : await TakeAll(import, copy, csv(), aborted);
    }

    /// <summary>Why the file is refused, if it is; all of it is kept meanwhile.</summary>
    private static async Task<Option<Problem>> Why(LineReader lines, CsvReader? csv, Counting counting, SpillFile copy, CancellationToken aborted)
    {
        lines.Copy = copy;
        try
        {
            return await counting.TakeAll(lines, csv, aborted) is { Count: > 0 } headless ? Problem.Malformed(headless)
                : counting.Otherwise is { IsEmpty: false } otherwise ? Problem.Refused([.. otherwise])
                : Option<Problem>.None;
        }
        catch (SpillException unkept)
        {
            return unkept.IsFull ? Full : Failed;
        }
    }

    private static async Task<Option<Problem>> TakeAll(CustomerImport import, SpillFile copy, CsvReader? csv, CancellationToken aborted)
    {
        var pipe = PipeReader.Create(new SpilledBytes(copy), new StreamPipeReaderOptions(bufferSize: BufferBytes));
        try
        {
            using var lines = new LineReader(pipe);
            await import.TakeAll(lines, csv, aborted);
            return Option<Problem>.None;
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    /// <summary>Counts lines and stores nothing.</summary>
    private sealed class Counting(ControlNumbers stated) : IImportLines
    {
        private ControlCount found;

        /// <summary>What is otherwise than stated.</summary>
        public Seq<Fault> Otherwise => stated.Faults(found);

        public ValueTask Take(long line, ReadOnlySpan<byte> json)
        {
            found = found.With(ControlRowJson.Read(json), stated.AsOf);
            return ValueTask.CompletedTask;
        }

        public void Reject(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults) => found = found.With(default, stated.AsOf);
    }
}
