using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.Shapes;

namespace Kehu.Api;

/// <summary>How customers moved between classes: a flow from before to after, each as wide as there are customers in it.</summary>
internal static class MigrationChart
{
    private const int Width = 8600;
    private const int LeftBar = 2500;
    private const int RightBar = 6000;
    private const int BarWidth = 100;
    private const int Height = 2800;
    private const int Gap = 70;
    private const int LeastSlot = 190;
    private const int Top = 230;
    private const int NumberWidth = 680;

    /// <summary>In Latin letters.</summary>
    private const int NameWidth = 28;

    /// <summary>The least that is drawn of a flow, so that a single customer is seen.</summary>
    private const int Thinnest = 6;

    public static Markup Of(ClassMoves moves, EvaluatedDays days, Language language)
    {
        var (before, after) = (Slots(moves, moves.Before), Slots(moves, moves.After));
        var bottom = Math.Max(before.Values.Max(slot => slot.End), after.Values.Max(slot => slot.End)) + 120;
        return Chart(Width, bottom + 160, new Label("Customers by class before and after the period", "期初与期末各类别客户的流向").In(language), [
            Words("tiny end", LeftBar + BarWidth, 120, new Label($"end of {days.Before.Written()}", $"{days.Before.Written()} 日终").In(language)),
            Words("tiny", RightBar, 120, new Label($"end of {days.AsOf.Written()}", $"{days.AsOf.Written()} 日终").In(language)),
            .. Flows(moves, before, after, language),
            .. Nodes(moves, before, moves.Before, isBefore: true, language),
            .. Nodes(moves, after, moves.After, isBefore: false, language),
            .. Key(moves, bottom, language),
        ]);
    }

    /// <summary>Where each place that has customers stands on a side.</summary>
    private static Dictionary<ClassStand, Slot> Slots(ClassMoves moves, Func<ClassStand, long> count)
    {
        var (slots, y) = (new Dictionary<ClassStand, Slot>(), Top);
        foreach (var stand in moves.Stands.Filter(stand => count(stand) > 0))
        {
            slots.Add(stand, new Slot(y, Thick(moves, count(stand))));
            y += Math.Max(LeastSlot, slots[stand].Height) + Gap;
        }

        return slots;
    }

    private static IEnumerable<Markup> Flows(ClassMoves moves, Dictionary<ClassStand, Slot> before, Dictionary<ClassStand, Slot> after, Language language)
    {
        var arrived = moves.Stands.ToDictionary(stand => stand, _ => 0L);
        foreach (var from in moves.Stands)
        {
            var gone = 0L;
            foreach (var to in moves.Stands.Filter(to => moves[from, to] > 0))
            {
                var (count, move) = (moves[from, to], moves.Which(from, to));
                var ribbon = Ribbon(before[from].Y + Thin(moves, gone), after[to].Y + Thin(moves, arrived[to]), Thick(moves, count));
                yield return ribbon.Of($"flow {ClassMoves.Style(move)}") with
                {
                    Parts = [Tag("title", $"{moves.NameOf(from, true, language)} → {moves.NameOf(to, false, language)}: {Decimals.Grouped(count, 0)}")],
                };
                gone += count;
                arrived[to] += count;
            }
        }
    }

    private static Element Ribbon(int from, int to, int height)
    {
        var (left, right, middle) = (LeftBar + BarWidth, RightBar, (LeftBar + BarWidth + RightBar) / 2);
        var there = Way($"M{left} {from}C{middle} {from} {middle} {to} {right} {to}");
        var back = Way($"V{to + height}C{middle} {to + height} {middle} {from + height} {left} {from + height}Z");
        return Tag("path").With("d", there + back);
    }

    private static IEnumerable<Markup> Nodes(
        ClassMoves moves, Dictionary<ClassStand, Slot> slots, Func<ClassStand, long> count, bool isBefore, Language language)
    {
        foreach (var (stand, slot) in slots.OrderBy(slot => slot.Value.Y))
        {
            var name = moves.NameOf(stand, isBefore, language).Cut(NameWidth);
            var number = Decimals.Grouped(count(stand), 0);
            var line = slot.Y + Math.Max(slot.Height / 2, 50) + 40;
            yield return Box("node", isBefore ? LeftBar : RightBar, slot.Y, BarWidth, slot.Height);
            yield return Words("end head", isBefore ? LeftBar - 60 : RightBar + BarWidth + NumberWidth, line, number);
            yield return isBefore ? Words("end", LeftBar - NumberWidth - 60, line, name) : Words("name", RightBar + BarWidth + NumberWidth + 100, line, name);
        }
    }

    /// <summary>What the colours mean, with how many went each way.</summary>
    private static IEnumerable<Markup> Key(ClassMoves moves, int y, Language language)
    {
        var x = 0;
        foreach (var move in Enum.GetValues<Move>().Where(move => moves.Of(move) > 0))
        {
            yield return Box($"flow {ClassMoves.Style(move)}", x, y, 140, 100);
            yield return Words("name", x + 190, y + 92, $"{ClassMoves.Words(move).In(language)} {Decimals.Grouped(moves.Of(move), 0)}");
            x += 1430;
        }
    }

    private static int Thin(ClassMoves moves, long customers) => (int)((Int128)customers * Height / moves.All);

    private static int Thick(ClassMoves moves, long customers) => Math.Max(Thinnest, Thin(moves, customers));

    private readonly record struct Slot(int Y, int Height)
    {
        public int End => Y + Math.Max(Height, LeastSlot);
    }
}
