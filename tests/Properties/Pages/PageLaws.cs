using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kehu.Properties.Pages;

/// <summary>Whatever a report holds, its page is whole, runs and loads nothing, and draws within its charts.</summary>
public sealed class PageLaws
{
    private static readonly DateOnly Known = new(2026, 9, 1);

    private static readonly System.Collections.Generic.HashSet<string> Elements = new(
        ["html", "head", "meta", "title", "style", "body", "header", "section", "div", "h1", "h2", "h3", "p", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "br", "span", "bdi",
            "figure", "figcaption", "svg", "defs", "pattern", "rect", "line", "path", "text", "circle"], StringComparer.Ordinal);

    private static readonly System.Collections.Generic.HashSet<string> Attributes = new(
        ["lang", "charset", "name", "content", "http-equiv", "class", "scope", "colspan", "viewBox", "role", "aria-label", "aria-hidden", "id", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "width", "height",
            "fill", "patternUnits", "patternTransform"], StringComparer.Ordinal);

    private static Gen<(ScorecardReport Report, Arr<Indicator> Indicators, Language Language)> Cards { get; } =
        from report in PageGenerators.Scorecards from indicators in PageGenerators.Indicators from language in PageGenerators.Languages select (report, indicators, language);

    private static Gen<(WeeklyReport Report, Arr<Indicator> Indicators, Language Language)> Weeks { get; } =
        from report in PageGenerators.Weeks from indicators in PageGenerators.Indicators from language in PageGenerators.Languages select (report, indicators, language);

    /// <summary>Pages of both sorts.</summary>
    private static Gen<string> Pages { get; } = Gen.OneOf(Cards.Select(Written), Weeks.Select(Written));

    [Law(100)]
    public Property A_page_is_well_formed_and_has_no_element_or_attribute_but_ours() => Law.ForAll(Pages, page =>
        Parsed(page).Descendants().All(element =>
            Elements.Contains(element.Name.ToString()) && element.Attributes().All(attribute => Attributes.Contains(attribute.Name.ToString()) && attribute.Name.NamespaceName.Length == 0))
        && !page.Contains("<script", StringComparison.OrdinalIgnoreCase) && !page.Contains("<!--", StringComparison.Ordinal));

    [Law(30)]
    public Property The_style_sheet_is_the_only_one_and_stands_as_it_is() => Law.ForAll(Pages, page =>
        Parsed(page).Descendants("style").Select(style => style.Value).SequenceEqual([PageStyle.Rules.ReplaceLineEndings("\n")]));

    [Law(100)]
    public Property Names_from_outside_come_out_as_the_text_they_are() => Law.ForAll(Cards, drawn =>
    {
        var shown = Parsed(Written(drawn)).Descendants("bdi").Select(one => one.Value).ToHashSet(StringComparer.Ordinal);
        return drawn.Report.Lines.Take(RankingTable.Most).All(line => line.Name.Concat(line.Unit.Unit).All(name => shown.Contains(Sanitised(name))));
    });

    [Law(100)]
    public Property A_week_says_whose_it_is_in_heading_and_title() => Law.ForAll(Weeks, drawn =>
    {
        var page = Parsed(Written(drawn));
        return (drawn.Report.Name || drawn.Report.Unit.Map(unit => unit.Code)).ForAll(name =>
            page.Descendants("h1").Single().Value.StartsWith(Sanitised(name), StringComparison.Ordinal)
            && page.Root!.Element("head")!.Element("title")!.Value.StartsWith(Sanitised(name), StringComparison.Ordinal));
    });

    [Law(100)]
    public Property A_scorecard_says_whose_it_is_and_only_that_of_everybody_is_the_banks() => Law.ForAll(Cards, drawn =>
    {
        var (page, whose) = (Parsed(Written(drawn)), drawn.Report.Whose);
        return new[] { page.Descendants("h1").Single().Value, page.Root!.Element("head")!.Element("title")!.Value }.All(title =>
                (drawn.Report.Names.Unit || whose.Unit.Map(unit => unit.Code)).Concat(drawn.Report.Names.Manager || whose.Manager).All(name => title.Contains(Sanitised(name), StringComparison.Ordinal)))
            && (whose.IsEverybody || !page.Descendants("tr").Single(row => Is(row, "total") && row.Ancestors("section").Any(section => Is(section, "wide"))).Elements("th").Single().Value.Contains("全行", StringComparison.Ordinal));
    });

    [Xunit.Theory]
    [InlineData("2026-Q3", "2026-09-30")]
    [InlineData("2026-02", "2026-02-28")]
    [InlineData("2026-H2", "2026-12-31")]
    [InlineData("2026-W53", "2027-01-03")]
    public void A_period_goes_on_until_its_last_day_is_over(string name, string last)
    {
        var end = DateOnly.Parse(last, CultureInfo.InvariantCulture);
        var whole = (Period.Read(name).Map(DateRange.Of) || WeekName.Read(name)).IfNone(() => throw new InvalidOperationException(name));
        bool Runs(DateOnly today) => EvaluatedDays.Of(name, whole, today).IfNone(() => throw new InvalidOperationException(name)).IsRunning(today);
        Assert.Equal([true, true, false, false], new[] { -1, 0, 1, 400 }.Select(days => Runs(end.AddDays(days))));
    }

    [Law(100)]
    public Property Everything_that_is_drawn_lies_within_its_chart() => Law.ForAll(Pages, page => Parsed(page).Descendants("svg").Where(chart => chart.Attribute("viewBox") is not null).All(chart =>
    {
        var size = chart.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        bool Across(double x) => x >= 0 && x <= size[2];
        bool Down(double y) => y >= 0 && y <= size[3];
        return chart.Descendants("rect").All(box => At(box, "width") >= 0 && At(box, "height") >= 0 && Across(At(box, "x")) && Across(At(box, "x") + At(box, "width")) && Down(At(box, "y")) && Down(At(box, "y") + At(box, "height")))
            && chart.Descendants("line").All(line => Across(At(line, "x1")) && Across(At(line, "x2")) && Down(At(line, "y1")) && Down(At(line, "y2")))
            && chart.Descendants("circle").All(dot => Across(At(dot, "cx")) && Down(At(dot, "cy")))
            && chart.Descendants("text").All(text => Across(At(text, "x")) && Down(At(text, "y")));
    }));

    [Law(100)]
    public Property A_bar_is_as_long_as_its_share_and_no_longer_than_its_track() => Law.ForAll(Cards, drawn =>
    {
        var shares = drawn.Report.Whole.Few().Filter(figure => figure.Measure.Unit == FigureUnit.Share);
        var charts = Parsed(Written(drawn)).Descendants("svg").Where(chart => chart.Elements("rect").Any(box => Is(box, "track")) && chart.Elements("line").Any(line => Is(line, "grid"))).ToList();
        var sides = new[] { TargetSide.AtLeast, TargetSide.AtMost }
            .Select(side => shares.Filter(figure => figure.Measure.Target.Exists(target => target.Side == side))).Where(rows => !rows.IsEmpty).ToList();
        return charts.Count == sides.Count && charts.Zip(sides).All(pair =>
        {
            // The sixth mark of the axis is at the end of the tracks.
            var scale = Number(pair.Item1.Elements("text").ElementAt(5).Value.Replace(" %", "", StringComparison.Ordinal)) / 100;
            var tracks = pair.Item1.Elements("rect").Where(box => Is(box, "track")).ToList();
            return tracks.Count == pair.Item2.Count && tracks.Zip(pair.Item2.GroupBy(figure => figure.Measure.Indicator).SelectMany(parts => parts)).All(row =>
                row.Item1.ElementsAfterSelf().First() is var bar && Is(bar, "bar") == row.Item2.Value.IsSome && row.Item2.Value.ForAll(share =>
                    At(bar, "x") == At(row.Item1, "x")
                    && Math.Abs(At(bar, "width") - (At(row.Item1, "width") * Math.Clamp((double)share.Numerator / (double)share.Denominator / scale, 0, 1))) <= 1));
        });
    });

    [Law]
    public Property Of_two_bars_on_a_scale_the_longer_has_the_greater_share() => Law.ForAll(
        from a in Gen.Choose(-20, 150) from b in Gen.Choose(-20, 150) select (Less: new Fraction(Math.Min(a, b), 100), More: new Fraction(Math.Max(a, b), 100)),
        drawn => drawn.Less.Along(1, 3_700) is var less && drawn.More.Along(1, 3_700) is var more && less <= more && less >= 0 && more <= 3_700
            && (drawn.More > 1 || drawn.More.Sign < 0 || more == (int)(drawn.More * 3_700).Rounded()));

    [Law(100)]
    public Property Where_nobody_is_counted_a_dash_stands_and_no_bar_is_drawn() => Law.ForAll(Cards, drawn =>
    {
        var none = drawn.Report with { Whole = drawn.Report.Whole.Map(figure => figure with { Tally = new Tally(0, 0, figure.Tally.Excluded, figure.Tally.Unknown) }) };
        var page = Parsed(Written((none, drawn.Indicators, drawn.Language)));
        var rows = page.Descendants("table").Single(table => Is(table, "figures")).Descendants("td").Where(cell => cell.ElementsBeforeSelf("td").Count() is 0 or 3).ToList();
        return !page.Descendants("rect").Any(box => Is(box, "bar")) && rows.Count == 2 * drawn.Report.Whole.Count && rows.All(cell => cell.Value == "–")
            && !page.Descendants("td").Any(cell => Is(cell, "met") && cell.Ancestors("tr").Any(row => Is(row, "total")));
    });

    [Law(100)]
    public Property Every_figure_is_judged_on_the_page_as_it_is() => Law.ForAll(Cards, drawn =>
    {
        var rows = Parsed(Written(drawn)).Descendants("table").Single(table => Is(table, "figures")).Descendants("tr").Where(row => row.Elements("td").Any()).ToList();
        return rows.Count == drawn.Report.Whole.Count && rows.All(row => row.Elements().Count() == 9)
            && rows.Select(row => row.Elements("td").ElementAt(2).Value).SequenceEqual(
                drawn.Report.Whole.GroupBy(figure => figure.Measure.Indicator).SelectMany(parts => parts).Select(figure => figure.Verdict.Map(one => one.Label().In(drawn.Language)).IfNone("")));
    });

    [Law(100)]
    public Property Tables_have_as_many_cells_in_every_row() => Law.ForAll(Pages, page => Parsed(page).Descendants("table").All(table =>
        table.Descendants("tr").Select(row => row.Elements().Sum(cell => (int?)cell.Attribute("colspan") ?? 1)).Distinct().Count() == 1));

    [Law(100)]
    public Property A_ranking_is_cut_after_so_many_units_and_says_so() => Law.ForAll(Cards, drawn =>
    {
        var page = Parsed(Written(drawn));
        var ranking = page.Descendants("section").Single(section => Is(section, "wide"));
        return ranking.Descendants("tbody").Elements().Count() == 1 + Math.Min(RankingTable.Most, drawn.Report.Lines.Count)
            && ranking.Elements("p").Any(note => note.Value.Contains("CSV", StringComparison.Ordinal)) == drawn.Report.Lines.Count > RankingTable.Most;
    });

    [Law(100)]
    public Property Moves_between_classes_add_up_in_rows_and_columns_to_everybody() => Law.ForAll(Cards, drawn =>
    {
        var all = drawn.Report.Moves.Filter(move => move.From.IsCustomer || move.To.IsCustomer).Sum(move => move.Customers);
        var numbers = Parsed(Written(drawn)).Descendants("table").Where(table => Is(table, "heat")).Descendants("tbody").Elements("tr")
            .Select(row => row.Elements("td").Select(cell => Count(cell.Value)).ToArray()).ToArray();
        return all == 0 ? numbers.Length == 0
            : numbers.All(row => row[..^1].Sum() == row[^1]) && numbers[^1][^1] == all
                && Enumerable.Range(0, numbers[0].Length).All(column => numbers[..^1].Sum(row => row[column]) == numbers[^1][column])
                && new ClassMoves(drawn.Report.Policy, drawn.Report.Moves) is var moves && Enum.GetValues<Move>().Sum(moves.Of) == all;
    });

    [Law(100)]
    public Property A_page_says_its_language_and_charts_say_what_they_show() => Law.ForAll(Cards, drawn =>
    {
        var page = Parsed(Written(drawn));
        return page.Root!.Attribute("lang")!.Value == (drawn.Language == Language.Chinese ? "zh-CN" : "en")
            && page.Descendants("svg").All(chart => chart.Attribute("aria-hidden") is not null || (chart.Attribute("role")?.Value == "img" && chart.Element("title")!.Value.Length > 0))
            && page.Descendants("th").All(head => head.Attribute("scope") is not null);
    });

    [Law]
    public Property A_scale_encloses_its_values_with_few_round_marks() => Law.ForAll(
        Generators.Longs(-1_000_000_000, 1_000_000_000).Select(value => value / 1000).ListOf().Select(values => values.Select(value => new System.Numerics.BigInteger(value)).ToList()), values =>
        {
            var scale = ValueScale.Of(values);
            var marks = scale.Marks().ToList();
            return values.All(value => scale.Low <= value && value <= scale.High) && scale.Low < scale.High && marks.Count is >= 2 and <= 6
                && marks[0] == scale.Low && marks[^1] == scale.High && marks.All(mark => mark % scale.Step == 0);
        });

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh-CN", "zh-CN")]
    public async Task An_answer_forbids_scripts_and_loading(string accepted, string said)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Headers.AcceptLanguage = accepted;
        await new HtmlResult(language => language == Language.Chinese ? "客户" : "customers").ExecuteAsync(context);
        var headers = context.Response.Headers;
        Assert.Equal("text/html; charset=utf-8", context.Response.ContentType);
        Assert.Equal(said, headers.ContentLanguage);
        Assert.Equal("Accept, Accept-Language", headers.Vary);
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(said == "en" ? "customers" : "客户", Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    private static string Written((ScorecardReport Report, Arr<Indicator> Indicators, Language Language) drawn) => ScorecardPage.Write(drawn.Report, drawn.Indicators, Known, drawn.Language);

    private static string Written((WeeklyReport Report, Arr<Indicator> Indicators, Language Language) drawn) => WeeklyPage.Write(drawn.Report, drawn.Indicators, Known, drawn.Language);

    private static XDocument Parsed(string page) => XDocument.Parse(page, LoadOptions.PreserveWhitespace);

    private static bool Is(XElement element, string name) => element.Attribute("class")?.Value.Split(' ').Contains(name) ?? false;

    private static double At(XElement element, string attribute) => element.Attribute(attribute) is { } found ? Number(found.Value) : 0;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long Count(string cell) => long.Parse("0" + new string([.. cell.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    /// <summary>The text but for what XML does not know, reckoned in another way: character by character.</summary>
    private static string Sanitised(string text)
    {
        var known = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            known.Append(pair ? text.Substring(at++, 2) : char.IsSurrogate(text[at]) || char.IsControl(text[at]) || text[at] >= '\uFFFE' ? "\uFFFD" : text[at].ToString());
        }

        return known.ToString();
    }
}
