using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Indicators over generated customers: parts and wholes, orders that do not matter, and a plain reading to compare with.</summary>
public sealed class IndicatorLaws
{
    /// <summary>Measures that may leave 0 to 1: changes of a sum.</summary>
    private static readonly string[] Changes = [AssetGrowthRule.Id, CustomerGrowthRule.Id];

    private static readonly bool[] Halves = [true, false];

    private static readonly Grouping[] Groupings = Enum.GetValues<Grouping>();

    [Law]
    public Property Tallies_are_a_commutative_monoid() =>
        Law.ForAll(
            from one in Tallies from two in Tallies from three in Tallies select (one, two, three),
            drawn => drawn.one + Tally.None == drawn.one
                && drawn.one + drawn.two == drawn.two + drawn.one
                && drawn.one + drawn.two + drawn.three == drawn.one + (drawn.two + drawn.three));

    [Law]
    public Property Parts_of_a_portfolio_add_up_to_the_whole() =>
        Law.ForAll(
            from files in EvaluationGenerators.Portfolios
            from halves in Gen.Elements(true, false).ArrayOf(files.Length)
            from period in EvaluationGenerators.Periods
            from other in EvaluationGenerators.Periods
            select (files, halves, period, other),
            drawn =>
            {
                var periods = Array(drawn.period, drawn.other);
                var parts = Halves.Select(half =>
                {
                    var count = new EvaluationCount(EvaluationGenerators.Indicators, periods, periods.Count, EvaluationGenerators.Today, EvaluationGenerators.Now);
                    drawn.files.Where((_, at) => drawn.halves[at] == half).ToList().ForEach(count.Add);
                    return count;
                }).ToArray();
                parts[1].Add(parts[0]);
                return Same(parts[1].Done(), EvaluationGenerators.Count(drawn.files, [.. periods]));
            });

    [Law]
    public Property The_order_of_customers_and_events_does_not_matter() =>
        Law.ForAll(
            from files in EvaluationGenerators.Portfolios
            from shuffled in Gen.Shuffle(files)
            from period in EvaluationGenerators.Periods
            select (files, shuffled, period),
            drawn => Same(
                EvaluationGenerators.Count(drawn.files, drawn.period),
                EvaluationGenerators.Count(
                    drawn.shuffled.Select(file => file with { Done = [.. file.Done.Reverse()], Surveys = [.. file.Surveys.Reverse()], Purchases = [.. file.Purchases.Reverse()], Cases = [.. file.Cases.Reverse()] }),
                    drawn.period)));

    [Law]
    public Property Groups_add_up_to_the_whole() =>
        Law.ForAll(Counted, counted => Groupings.All(grouping => counted.By(0, grouping) is var groups
            && counted.Whole(0).Figures.Select((figure, at) => groups.Fold(Tally.None, (sum, group) => sum + group.Figures[at].Tally) == figure.Tally).All(same => same)
            && groups.Map(group => group.Unit).Distinct().Count() == groups.Count));

    [Law]
    public Property Shares_stay_between_nothing_and_all() =>
        Law.ForAll(Counted, counted => counted.By(0, Grouping.Class).Bind(group => group.Figures).ForAll(figure =>
            figure.Tally is { Excluded: >= 0, Unknown: >= 0 } && figure.Tally.Denominator >= 0
            && (figure.Measure.Unit != FigureUnit.Share || Changes.Contains(figure.Measure.Indicator) || figure.Value.ForAll(share => share >= 0 && share <= 1))));

    /// <summary>In, out or unknown: nobody on file is left out of a measure of customers.</summary>
    [Law]
    public Property Every_customer_counts_once() =>
        Law.ForAll(
            from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select (files, period),
            drawn => EvaluationGenerators.Count(drawn.files, drawn.period).Whole(0).Figures
                .Filter(figure => OncePerCustomer.Contains(figure.Measure.Key))
                .ForAll(figure => figure.Tally.Denominator + figure.Tally.Excluded + figure.Tally.Unknown == drawn.files.Length || drawn.files.Length == 0));

    [Law(1_000)]
    public Property The_figures_are_those_of_the_plain_reading() =>
        Law.ForAll(
            from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select (files, period),
            drawn =>
            {
                var outlets = EvaluationGenerators.Count(drawn.files, drawn.period).By(0, Grouping.Outlet);
                Assert.All(PlainIndicators.Of(drawn.files, drawn.period.Days.From, drawn.period.AsOf, EvaluationGenerators.Now), plain => Assert.True(
                    outlets.Find(outlet => outlet.Unit == Some(plain.Key.Outlet)).Bind(outlet => outlet.Figures.Find(figure => figure.Measure.Key == plain.Key.Measure))
                        .Exists(figure => (figure.Tally.Numerator, figure.Tally.Denominator) == plain.Value),
                    $"{plain.Key} is {plain.Value} for {string.Join(" and ", drawn.files.Select(Told))}"));
                return true;
            });

    /// <summary>Who is told by name is who is counted, where and under whom.</summary>
    [Law(1_000)]
    public Property The_lost_that_are_told_are_those_that_are_counted() =>
        Law.ForAll(
            from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select (files, period),
            drawn =>
            {
                var lost = drawn.files.SelectMany(file => LostCustomer.Of(new CustomerView(new CustomerPast(file, EvaluationGenerators.Basis), drawn.period, EvaluationGenerators.Today, EvaluationGenerators.Now)).AsEnumerable()).ToList();
                var outlets = EvaluationGenerators.Count(drawn.files, drawn.period).By(0, Grouping.Outlet);
                return lost.TrueForAll(one => drawn.period.Days.Contains(one.ClosedOn) && one.Assets >= LostCustomer.Least)
                    && outlets.ForAll(outlet => outlet.Find(LossesRule.Id, "all").Exists(figure => figure.Tally.Numerator == lost.Count(one => Some(one.Unit.Outlet) == outlet.Unit)))
                    && outlets.ForAll(outlet => outlet.Figures.Filter(figure => figure.Measure.Indicator == LossesRule.Id && figure.Measure.Part != "all")
                        .ForAll(figure => figure.Tally.Numerator == lost.Count(one => Some(one.Unit.Outlet) == outlet.Unit && one.Level.Map(level => level.Code()) == Some(figure.Measure.Part))));
            });

    [Law]
    public Property A_period_counts_the_same_alone_and_among_others() =>
        Law.ForAll(
            from files in EvaluationGenerators.Portfolios from one in EvaluationGenerators.Periods from other in EvaluationGenerators.Periods select (files, one, other),
            drawn => EvaluationGenerators.Count(drawn.files, drawn.other, drawn.one).Whole(1).Figures == EvaluationGenerators.Count(drawn.files, drawn.one).Whole(0).Figures);

    /// <summary>What is good for a figure: one more that is as it should be.</summary>
    [Law(5_000)]
    public Property One_more_good_event_never_turns_met_into_missed_or_undecided() =>
        Law.ForAll(
            from sample in Gen.Choose(0, 400)
            from counted in Gen.Choose(0, sample)
            from percent in Gen.OneOf(Gen.Choose(0, 10_000), Gen.Choose(-300, 300).Select(beside => Math.Clamp((counted * 10_000 / Math.Max(1, sample)) + beside, 0, 10_000)))
            from sampled in Gen.Elements(true, false)
            from side in Gen.Elements(TargetSide.AtLeast, TargetSide.AtMost)
            select (Tally: new Tally(counted, sample, 0, 0), new Target(side, new Fraction(percent, 10_000), Citation.Own("a", "b")), sampled),
            drawn =>
            {
                var measure = new Measure("i", "p", Label.Same("x"), FigureUnit.Share, Better.Up, Some(drawn.Item2), drawn.sampled);
                var better = drawn.Tally + Tally.Of(drawn.Item2.Side == TargetSide.AtLeast);
                return new Figure(measure, drawn.Tally).Verdict != Verdict.Met || new Figure(measure, better).Verdict == Verdict.Met;
            });

    [Law]
    public Property A_good_answer_and_a_duty_done_lift_their_figures() =>
        Law.ForAll(
            from file in EvaluationGenerators.Files from period in EvaluationGenerators.Periods select (file, period),
            drawn =>
            {
                var day = drawn.period.AsOf;
                var before = EvaluationGenerators.Count([drawn.file], drawn.period).Whole(0);
                var after = EvaluationGenerators.Count(
                    [drawn.file with { Surveys = [.. drawn.file.Surveys, new Survey("good", day, Satisfaction.Satisfied)], Done = [.. drawn.file.Done, new Engagement("call", day, Channel.Phone, EngagementKind.ActiveContact)] }],
                    drawn.period).Whole(0);
                return Share(after, SatisfactionRule.Id, "satisfied") >= Share(before, SatisfactionRule.Id, "satisfied")
                    && Share(after, ServiceComplianceRule.Id, "all") >= Share(before, ServiceComplianceRule.Id, "all");
            });

    /// <summary>A file's dates and known facts, for failures.</summary>
    private static string Told(CustomerFile file) => string.Join("; ", file.Snapshots.Map(record =>
        string.Create(CultureInfo.InvariantCulture, $"{record.AsOf:yyyy-MM-dd} {record.Outlet}: {string.Join(", ", record.Facts.InOrder().Select(known => $"{known.Fact.Name} {known.Fact.Words(known.Value).En}"))}")));

    private static readonly System.Collections.Generic.HashSet<string> OncePerCustomer =
    [
        "churn/churned", "cross-sell/several-products", "filing-coverage/from-50000", "filing-coverage/new", "product-kinds/enough-kinds", "key-product-coverage/credit-card",
        "repeat-purchase/bought-again", "average-assets/key-accounts", "profit-contribution/sum", "wealth-100-losses/all", "customers-maintained/maintained", "customers-gained/gained", "customers-gained/lost",
    ];

    private static Gen<Evaluated> Counted { get; } =
        from files in EvaluationGenerators.Portfolios from period in EvaluationGenerators.Periods select EvaluationGenerators.Count(files, period);

    private static Gen<Tally> Tallies { get; } =
        from counts in Gen.Choose(-1_000, 1_000_000).ArrayOf(4) select new Tally(counts[0], counts[1], counts[2], counts[3]);

    private static Fraction Share(UnitFigures figures, string indicator, string part) => figures.Find(indicator, part).Bind(figure => figure.Value).IfNone(Fraction.Zero);

    internal static bool Same(Evaluated one, Evaluated other) => one.Periods.Zip(other.Periods).All(pair =>
        pair.Item1.Cells.OrderBy(cell => $"{cell.Unit}").SequenceEqual(pair.Item2.Cells.OrderBy(cell => $"{cell.Unit}"))
        && pair.Item1.Moves.OrderBy(move => $"{move}").SequenceEqual(pair.Item2.Moves.OrderBy(move => $"{move}")));
}
