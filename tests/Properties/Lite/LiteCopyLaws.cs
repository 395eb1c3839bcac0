using FsCheck.Fluent;

namespace Kehu.Properties.Lite;

/// <summary>A log that is copied while a unit begins the next generation over a folded one: the copy is all of one of them, never a part of the older.</summary>
public sealed class LiteCopyLaws
{
    [Law(60)]
    public Property A_copied_log_is_all_of_one_generation() => Law.ForAll(
        from folded in Gen.Choose(200, 400) from more in Gen.Choose(1, 400) from at in Gen.Choose(0, 8) select (folded, more, at),
        drawn =>
        {
            var disk = CuttableDisk.Empty();
            var log = new LiteLog(disk.OpenLog());
            Fill(log, drawn.folded, 1);
            log.SetLength(0);
            var target = new MemoryBytes();
            LiteCopy.Log(new Interrupted(disk.OpenLog(), drawn.at, () => Fill(log, drawn.more, 2)), target);
            var copy = new LiteLog(target);
            var first = new byte[LogFrame.Page];
            copy.Position = 0;
            _ = copy.Read(first, 0, first.Length);
            return copy.Pages == (first[40] == 1 ? drawn.folded : drawn.more);
        });

    private static void Fill(LiteLog log, int pages, byte mark)
    {
        for (var number = 1; number <= pages; number++)
        {
            var page = new byte[LogFrame.Page];
            (page[18], page[40], page[41]) = (1, mark, (byte)number);
            log.Position = log.Length;
            log.Write(page, 0, page.Length);
        }
    }

    /// <summary>Something happens before one of the readings, once.</summary>
    private sealed class Interrupted(IBytes file, int at, Action happens) : IBytes
    {
        private int reads;

        public long Length => file.Length;

        public int Read(long from, Span<byte> into)
        {
            if (reads++ == at)
            {
                happens();
            }

            return file.Read(from, into);
        }

        public void Write(long from, ReadOnlySpan<byte> bytes) => file.Write(from, bytes);

        public void SetLength(long length) => file.SetLength(length);

        public void Sync() => file.Sync();

        public void Dispose() => file.Dispose();
    }
}
