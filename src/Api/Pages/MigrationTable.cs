using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>The moves in numbers: from the places on the left to those on top, the more the darker.</summary>
internal static class MigrationTable
{
    private const int Shades = 4;

    public static Markup Of(ClassMoves moves, Language language)
    {
        var most = moves.Stands.SelectMany(from => moves.Stands.Filter(to => moves.Which(from, to) != Move.Same).Select(to => moves[from, to])).Max();
        return Tag(
            "table",
            Tag("thead", Tag("tr", [
                FigureTable.Head("From ↓ to →", "期初 ↓ 期末 →", language),
                .. moves.Stands.Select(to => Tag("th", Foreign(moves.NameOf(to, false, language))).Of("n").With("scope", "col")),
                FigureTable.Head("Before", "期初合计", language).Of("n"),
            ])),
            Tag("tbody", [
                .. moves.Stands.Select(from => Tag("tr", [
                    Tag("th", Foreign(moves.NameOf(from, true, language))).With("scope", "row"),
                    .. moves.Stands.Select(to => Cell(moves, from, to, most)),
                    Tag("td", Decimals.Grouped(moves.Before(from), 0)).Of("n total"),
                ])),
                Tag("tr", [
                    Tag("th", new Label("After", "期末合计").In(language)).With("scope", "row"),
                    .. moves.Stands.Select(to => Tag("td", Decimals.Grouped(moves.After(to), 0)).Of("n")),
                    Tag("td", Decimals.Grouped(moves.All, 0)).Of("n"),
                ]).Of("total"),
            ])).Of("heat");
    }

    private static Markup Cell(ClassMoves moves, ClassStand from, ClassStand to, long most)
    {
        var (count, move) = (moves[from, to], moves.Which(from, to));
        return count == 0
            ? Tag("td", from.IsCustomer || to.IsCustomer ? "0" : "").Of("n dim")
            : Tag("td", Sign(move) + Decimals.Grouped(count, 0)).Of($"n {Shade(move, (int)((((Int128)count * Shades) + most - 1) / Math.Max(1, most)))}");
    }

    private static string Shade(Move move, int level) => move switch
    {
        Move.Same => "stay",
        Move.Up => FormattableString.Invariant($"up{level}"),
        Move.Down => FormattableString.Invariant($"down{level}"),
        Move.Side or Move.Came or Move.Left => FormattableString.Invariant($"side{level}"),
    };

    private static string Sign(Move move) => move switch
    {
        Move.Up => "↑ ",
        Move.Down => "↓ ",
        Move.Same or Move.Side or Move.Came or Move.Left => "",
    };
}
