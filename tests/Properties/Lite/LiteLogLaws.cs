using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties.Lite;

/// <summary>
/// After a power cut the log holds every transaction that was confirmed since it was last folded, whole, perhaps the one under way, and nothing else. Until the first
/// transaction after a fold is on the disk it may still hold all that was folded, but never a part of it: that would lead pages back.
/// </summary>
public sealed class LiteLogLaws
{
    private sealed record Plan(IReadOnlyList<int> Steps, int Seed, int Cut, Loss Loss);

    private static readonly Gen<Plan> Any =
        from steps in Gen.Frequency((5, Gen.Choose(1, 6)), (2, Gen.Constant(0))).ListOf(12)
        from seed in Gen.Choose(0, int.MaxValue)
        from cut in Gen.Choose(1, 24)
        from loss in Gen.Elements(Enum.GetValues<Loss>())
        select new Plan([.. steps], seed, cut, loss);

    /// <summary>A long transaction after a fold of a long log, cut while it is written in pieces: where the head and the first piece are lost and the second is not, the old log must not seem to begin.</summary>
    private static readonly Gen<Plan> Long =
        from first in Gen.Choose(1, 6)
        from second in Gen.Choose(129, 150)
        from last in Gen.Choose(140, 260)
        from seed in Gen.Choose(0, int.MaxValue)
        from cut in Gen.Choose(8, 12)
        from loss in Gen.Frequency((3, Gen.Constant(Loss.Writes)), (1, Gen.Elements(Enum.GetValues<Loss>())))
        select new Plan([first, second, 0, last], seed, cut, loss);

    private static Gen<Plan> Plans => Gen.OneOf(Any, Long);

    [Law(300)]
    public Property After_a_power_cut_it_holds_what_was_confirmed_and_no_part_of_anything_else() => Law.ForAll(Plans, plan =>
    {
        var random = new Random(plan.Seed);
        var disk = CuttableDisk.Empty();
        var allowed = Played(disk, plan, random);
        return allowed.Contains(Held(disk.Survivor(random, plan.Loss)));
    });

    /// <summary>What was refused since the disk could not write it is not there when the log is opened again, nor when it is opened once more.</summary>
    [Law(120)]
    public Property What_was_not_settled_does_not_come_back() => Law.ForAll(
        from settled in Gen.Choose(0, 5) from more in Gen.Choose(0, 5) from after in Gen.Choose(0, 3) select (settled, more, after),
        drawn =>
        {
            var (disk, random) = (CuttableDisk.Empty(), new Random(1));
            var log = new LiteLog(disk.OpenLog());
            List<byte[]> kept = [.. Pages(drawn.settled, random)];
            Write(log, kept);
            Write(log, Pages(drawn.more, random));
            log = new LiteLog(disk.OpenLog(), kept.Count);
            var further = Pages(drawn.after, random);
            Write(log, further);
            return Text([.. kept, .. further]) == Held(disk.Survivor(random, Loss.All));
        });

    /// <summary>Steps of so many pages, 0 being a fold; what the log may hold afterwards.</summary>
    private static HashSet<string> Played(CuttableDisk disk, Plan plan, Random random)
    {
        var log = new LiteLog(disk.OpenLog());
        var (folded, pages) = (Text([]), new List<byte[]>());
        disk.CutAfter(plan.Cut);
        foreach (var step in plan.Steps)
        {
            if (step == 0)
            {
                folded = pages.Count > 0 ? Text(pages) : folded;
                pages.Clear();
                log.SetLength(0);
                continue;
            }

            var more = Pages(step, random);
            Write(log, more);
            if (log.Fault is not null)
            {
                return pages.Count > 0 ? [Text(pages), Text([.. pages, .. more])] : [folded, Text([]), Text(more)];
            }

            pages.AddRange(more);
        }

        return pages.Count > 0 ? [Text(pages)] : [folded, Text([])];
    }

    private static List<byte[]> Pages(int count, Random random) => [.. Enumerable.Range(1, count).Select(number =>
    {
        var page = new byte[LogFrame.Page];
        random.NextBytes(page);
        page[18] = number == count ? (byte)1 : (byte)0;
        return page;
    })];

    private static void Write(LiteLog log, IReadOnlyList<byte[]> pages)
    {
        foreach (var page in pages)
        {
            log.Position = log.Length;
            log.Write(page, 0, page.Length);
        }
    }

    private static string Held(CuttableDisk disk)
    {
        var log = new LiteLog(disk.OpenLog()) { Position = 0 };
        var pages = new List<byte[]>();
        for (var page = new byte[LogFrame.Page]; log.Position < log.Length; page = new byte[LogFrame.Page])
        {
            _ = log.Read(page, 0, page.Length);
            pages.Add(page);
        }

        return Text(pages);
    }

    private static string Text(IReadOnlyList<byte[]> pages) => string.Join(' ', pages.Select(page => System.IO.Hashing.XxHash3.HashToUInt64(page)));
}
