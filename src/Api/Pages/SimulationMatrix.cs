using LanguageExt;
using static Kehu.Api.Markup;
using static Kehu.Api.Shapes;

namespace Kehu.Api;

/// <summary>
/// The transition matrix of a kind of customer as a heat map: a row for each answer before, a column for each after, the darker the larger the share of the
/// row. Answers that nobody has are left out.
/// </summary>
internal static class SimulationMatrix
{
    /// <summary>The most rows or columns that are drawn (house); the CSV has all.</summary>
    public const int Most = 20;

    private const int Width = 8600;
    private const int Names = 2400;
    private const int Totals = 900;
    private const int WidestCell = 1000;
    private const int RowHeight = 300;
    private const int HeadHeight = 480;
    private const int LineHeight = 112;
    private const int MostLines = 3;
    private const int Shades = 4;

    /// <summary>About how wide a Latin letter of a head is.</summary>
    private const int LetterWidth = 58;

    public static Markup Of(CustomerKind kind, Arr<Transition> transitions, bool ranked, Language language)
    {
        var (before, after) = (Axis(transitions, one => one.Old), Axis(transitions, one => one.New));
        if (before.Count > Most || after.Count > Most)
        {
            var words = new Label($"There are more than {Most} answers; the table in CSV has them all.", $"结论超过 {Most} 种，请见 CSV 表。");
            return Tag("p", words.In(language)).Of("note");
        }

        var cells = transitions.ToDictionary(one => (one.Old.Order, one.New.Order));
        var column = Math.Min(WidestCell, (Width - Names - Totals) / after.Count);
        var height = HeadHeight + ((before.Count + 1) * RowHeight) + 40;
        return Chart(
            Width,
            height,
            (kind.Label() + new Label(": before (rows) and after (columns)", "：调整前（行）与调整后（列）")).In(language),
            [
                Words("tiny", 0, HeadHeight - 90, new Label("before ↓ after →", "调整前 ↓ 调整后 →").In(language)),
                .. after.Select((answer, at) => Head(answer, Names + (at * column) + (column / 2), column, language)),
                Words("tiny end", Names + (after.Count * column) + Totals - 60, HeadHeight - 90, new Label("before", "调整前合计").In(language)),
                .. before.Select((answer, at) => Row(answer, HeadHeight + (at * RowHeight), after, column, cells, ranked, language)),
                Sums(after, HeadHeight + (before.Count * RowHeight), column, transitions, language),
            ]);
    }

    /// <summary>The answers that somebody has, in order.</summary>
    private static Arr<Placement> Axis(Arr<Transition> transitions, Func<Transition, Placement> side) =>
        new(transitions.Map(side).DistinctBy(answer => answer.Order).OrderBy(answer => answer.Order).ToArray());

    private static Markup Head(Placement answer, int middle, int width, Language language) => Tag("g", [
        Tag("title", answer.Words().In(language)),
        .. Lines(answer.Words().In(language), Math.Max(4, width / LetterWidth)).AsEnumerable().Reverse()
            .Select((line, up) => Words("tiny mid", middle, HeadHeight - 90 - (up * LineHeight), line)),
    ]);

    /// <summary>Words in at most three lines of so many Latin letters, broken at spaces or between Chinese characters; what has no room is cut.</summary>
    private static List<string> Lines(string words, int width)
    {
        var lines = new List<string>();
        for (var rest = words; rest.Length > 0; rest = rest[lines[^1].Length..].TrimStart())
        {
            if (lines.Count == MostLines - 1)
            {
                return [.. lines, rest.Cut(width)];
            }

            lines.Add(Begin(rest, width));
        }

        return lines;
    }

    /// <summary>As much of some words as fits, whole words where there are spaces.</summary>
    private static string Begin(string words, int width)
    {
        var fits = words.Cut(width) is var cut && cut == words ? words : words[..Math.Max(1, cut.Length - 1)];
        var space = fits.Length == words.Length || words[fits.Length] == ' ' || fits[^1] >= 0x2E80 ? fits.Length : fits.LastIndexOf(' ');
        return space > 0 ? fits[..space] : fits;
    }

    private static Element Row(
        Placement old, int top, Arr<Placement> after, int column, Dictionary<(int, int), Transition> cells, bool ranked, Language language)
    {
        var all = after.Sum(now => cells.TryGetValue((old.Order, now.Order), out var one) ? one.Customers : 0);
        return Tag("g", [
            Words("name", 0, top + 195, old.Words().In(language).Cut(Names / 62)),
            .. after.Select((now, at) => cells.TryGetValue((old.Order, now.Order), out var one)
                ? Cell(one, Names + (at * column), top, column, all, ranked)
                : Empty(Names + (at * column), top, column)),
            Words("end head", Names + (after.Count * column) + Totals - 60, top + 195, Decimals.Grouped(all, 0)),
        ]);
    }

    private static Element Cell(Transition one, int left, int top, int width, int all, bool ranked) => Tag(
        "g",
        Box(Shade(one, all, ranked), left + 10, top + 10, width - 20, RowHeight - 20),
        Words(one.Moves ? "mid head" : "mid", left + (width / 2), top + 195, Sign(one, ranked) + Decimals.Grouped(one.Customers, 0)));

    private static Element Empty(int left, int top, int width) => Box("none", left + 10, top + 10, width - 20, RowHeight - 20);

    private static Element Sums(Arr<Placement> after, int top, int column, Arr<Transition> transitions, Language language) => Tag("g", [
        Words("head", 0, top + 195, new Label("after", "调整后合计").In(language)),
        .. after.Select((now, at) => Words(
            "mid head",
            Names + (at * column) + (column / 2),
            top + 195,
            Decimals.Grouped(transitions.Filter(one => one.New.Order == now.Order).Sum(one => one.Customers), 0))),
        Words("end head", Names + (after.Count * column) + Totals - 60, top + 195, Decimals.Grouped(transitions.Sum(one => one.Customers), 0)),
    ]);

    private static string Shade(Transition one, int all, bool ranked)
    {
        var level = (int)((((long)one.Customers * Shades) + all - 1) / Math.Max(1, all));
        return Way(one, ranked) switch
        {
            Move.Same => "stay",
            Move.Up => FormattableString.Invariant($"up{level}"),
            Move.Down => FormattableString.Invariant($"down{level}"),
            Move.Side or Move.Came or Move.Left => FormattableString.Invariant($"side{level}"),
        };
    }

    private static string Sign(Transition one, bool ranked) => Way(one, ranked) switch
    {
        Move.Up => "↑ ",
        Move.Down => "↓ ",
        Move.Same or Move.Side or Move.Came or Move.Left => "",
    };

    /// <summary>Which way it is from one answer to another.</summary>
    public static Move Way(Transition one, bool ranked) =>
        !one.Moves ? Move.Same
        : ranked && one is { Old: Placement.Class, New: Placement.Class } ? one.New.Order < one.Old.Order ? Move.Up : Move.Down
        : Move.Side;
}
