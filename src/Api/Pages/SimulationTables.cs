using LanguageExt;
using static Kehu.Api.FigureTable;
using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>The tables of a simulation: who moves, what that does to duties, who stands close to a line, and the outlets.</summary>
internal static class SimulationTables
{
    /// <summary>The most lines of a table that are printed (house); JSON and CSV have all.</summary>
    public const int MostLines = 200;

    /// <summary>Every pair of answers to which the change means something, the most customers first.</summary>
    public static IEnumerable<Markup> Moves(Simulation simulation, Language language)
    {
        var moves = simulation.Cells.Filter(cell => cell.Transition.Moves).OrderByDescending(cell => cell.Transition.Customers).ToList();
        return moves.Count == 0
            ? [Note(new Label("Nobody is decided otherwise.", "没有客户的结论发生变化。"), language)]
            : [
                Tag(
                    "table",
                    Tag("thead", Tag("tr",
                        Head("Before", "调整前", language),
                        Head("After", "调整后", language),
                        Head("Kind", "客户类型", language),
                        Head("Customers", "客户数", language).Of("n"),
                        Head("Assets, 10 000 yuan", "总资产（万元）", language).Of("n"),
                        Head("Assets unknown", "资产未知", language).Of("n"),
                        Head("The first of them", "首批客户", language))),
                    Tag("tbody", moves.Take(MostLines).Select(cell => Tag("tr",
                        Tag("td", Foreign(cell.Transition.Old.Words().In(language))),
                        Tag("td", Foreign(cell.Transition.New.Words().In(language))),
                        Tag("td", cell.Transition.Kind.Label().In(language)),
                        Number(cell.Transition.Customers),
                        Tag("td", Wan(cell.Transition.Assets)).Of("n"),
                        Number(cell.Transition.Unvalued),
                        Tag("td", Ids(cell.First, language)))))).Of("lines"),
                .. Cut(moves.Count, language),
            ];
    }

    /// <summary>Duties and hours of each role by each standard, before and after.</summary>
    public static IEnumerable<Markup> Duties(Simulation simulation, Language language) => simulation.WithoutDuties.Match<IEnumerable<Markup>>(
        Some: reason => [Note(reason, language)],
        None: () => simulation.Duties.SelectMany(effect => Of(effect, language)));

    /// <summary>The lines to which somebody stands close, by fact and line.</summary>
    public static IEnumerable<Markup> Cliffs(Simulation simulation, Language language) => simulation.Cliffs.Cliffs.Match<IEnumerable<Markup>>(
        Some: cliffs =>
        {
            var near = cliffs.Filter(cliff => cliff.Below.Customers > 0 || cliff.Above.Customers > 0);
            return near.IsEmpty
                ? [Note(new Label("Nobody stands so close to a line that decides.", "没有客户处于起决定作用的界限附近。"), language)]
                : [
                    Tag(
                        "table",
                        Tag("thead", Tag("tr",
                            Head("Line", "界限", language),
                            Head("Kind", "客户类型", language),
                            Head("Just below", "略低于界限", language).Of("n"),
                            Head("Assets, 10 000 yuan", "总资产（万元）", language).Of("n"),
                            Head("The first of them", "首批客户", language),
                            Head("Just above", "略高于界限", language).Of("n"),
                            Head("Assets, 10 000 yuan", "总资产（万元）", language).Of("n"),
                            Head("The first of them", "首批客户", language))),
                        Tag("tbody", near.Take(MostLines).Select(cliff => Tag("tr", [
                            Tag("th", Foreign(cliff.Words.In(language))).Of("words").With("scope", "row"),
                            Tag("td", cliff.Kind.Label().In(language)),
                            .. Side(cliff.Below, language),
                            .. Side(cliff.Above, language),
                        ])))).Of("lines"),
                    .. Cut(near.Count, language),
                ];
        },
        None: () => [Note(new Label(
            $"The candidate has {simulation.Cliffs.Lines} lines; they, or the customers close to them, are too many to be looked at one by one.",
            $"候选办法共有 {simulation.Cliffs.Lines} 条界限；界限或其附近的客户过多，未逐条分析。"), language)]);

    /// <summary>Every outlet: its customers, and who of them moves which way.</summary>
    public static IEnumerable<Markup> Outlets(Simulation simulation, bool ranked, Language language) =>
    [
        Tag(
            "table",
            Tag("thead", Tag("tr",
                Head("Outlet", "网点", language),
                Head("Customers", "客户数", language).Of("n"),
                Head("Move", "变动", language).Of("n"),
                Head("Up", "升级", language).Of("n"),
                Head("Down", "降级", language).Of("n"),
                Head("Otherwise", "其他变动", language).Of("n"),
                Head("Assets moved, 10 000 yuan", "变动资产（万元）", language).Of("n"),
                Head("Open before", "调整前待定", language).Of("n"),
                Head("Open after", "调整后待定", language).Of("n"))),
            Tag("tbody", simulation.Outlets.Take(MostLines).Select(outlet =>
            {
                int Count(Func<Transition, bool> which) => outlet.Transitions.Filter(which).Sum(one => one.Customers);
                return Tag("tr",
                    Tag("th", Foreign(outlet.Outlet)).With("scope", "row"),
                    Number(Count(_ => true)),
                    Number(Count(one => one.Moves)),
                    Number(Count(one => SimulationMatrix.Way(one, ranked) == Move.Up)),
                    Number(Count(one => SimulationMatrix.Way(one, ranked) == Move.Down)),
                    Number(Count(one => SimulationMatrix.Way(one, ranked) == Move.Side)),
                    Tag("td", Wan(outlet.Transitions.Filter(one => one.Moves).Fold((Int128)0, (sum, one) => sum + one.Assets))).Of("n"),
                    Number(Count(one => one.Old is Placement.Open)),
                    Number(Count(one => one.New is Placement.Open)));
            }))),
        .. Cut(simulation.Outlets.Count, language),
    ];

    /// <summary>Yuan in 万元 with two decimals, cut off.</summary>
    public static string Wan(Int128 fen) => Decimals.Grouped(fen / 10_000, 2);

    private static IEnumerable<Markup> Of(DutyEffect effect, Language language) =>
    [
        Tag("h3", effect.Label.In(language)),
        .. effect.Unserved.IsEmpty ? [] : new[] { Note(new Label(
            $"The standard does not name these classes of the candidate; their customers are owed nothing by it: {string.Join(", ", effect.Unserved)}.",
            $"该标准未涵盖候选办法的下列类别，其客户不产生义务：{string.Join("、", effect.Unserved)}。"), language) },
        Tag(
            "table",
            Tag("thead", Tag("tr",
                Head("Role", "角色", language),
                Head("Duties before", "调整前义务（次）", language).Of("n"),
                Head("Duties after", "调整后义务（次）", language).Of("n"),
                Head("Difference", "差异", language).Of("n"),
                Head("Hours before", "调整前工时（小时）", language).Of("n"),
                Head("Hours after", "调整后工时（小时）", language).Of("n"),
                Head("Difference", "差异", language).Of("n"))),
            Tag("tbody", effect.Roles.Map(role => Tag("tr",
                Tag("th", role.Role.Label().In(language)).With("scope", "row"),
                Number(role.DutiesBefore),
                Number(role.DutiesAfter),
                Signed(role.DutiesAfter - role.DutiesBefore, 0),
                Hours(role.MinutesBefore),
                Hours(role.MinutesAfter),
                Signed(Tenths(role.MinutesAfter) - Tenths(role.MinutesBefore), 1))))),
    ];

    private static IEnumerable<Markup> Side(CustomerSum side, Language language) =>
        [Number(side.Customers), Tag("td", side.Customers == 0 ? "" : Wan(side.Assets)).Of("n"), Tag("td", Ids(side.First, language))];

    private static IEnumerable<Markup> Ids(Arr<string> ids, Language language) =>
        ids.SelectMany((id, at) => at == 0 ? new[] { (Markup)Foreign(id) } : [language == Language.English ? ", " : "、", Foreign(id)]);

    private static Element Number(Int128 number) => Tag("td", Decimals.Grouped(number, 0)).Of("n");

    private static Element Hours(Int128 minutes) => Tag("td", Decimals.Grouped(Tenths(minutes), 1)).Of("n");

    private static Element Signed(Int128 number, int decimals) => Tag("td", (number > 0 ? "+" : "") + Decimals.Grouped(number, decimals)).Of("n");

    /// <summary>Minutes as tenths of an hour, cut off.</summary>
    private static Int128 Tenths(Int128 minutes) => minutes / 6;

    private static Element Note(Label words, Language language) => Tag("p", words.In(language)).Of("note");

    private static IEnumerable<Markup> Cut(int lines, Language language) => lines <= MostLines ? [] :
        [Note(new Label($"The first {MostLines} of {lines} lines.", $"共 {lines} 行，仅列前 {MostLines} 行。"), language)];
}
