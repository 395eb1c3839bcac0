using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Pages;

/// <summary>Reports whose texts try to break out of the page and whose figures lie anywhere.</summary>
internal static class PageGenerators
{
    /// <summary>Texts with markup, quotes, Chinese, marks of direction, characters that XML does not know and halves of characters.</summary>
    public static Gen<string> Texts { get; } =
        Gen.Elements(
            "<script>alert(1)</script>", "</bdi></td>", "\"", "'", " onload=x", "&", "&lt;", "&#60;", "]]>", "<!--", "-->", "</style>", "</title>", "客户", "，“”", "\u202E", "\u200F", "\u0000", "\u001B", "\n", "\u0085",
            "\uFFFE", "\uD800", "\uDC00", "😀", "\u2028", "a", "Z", "0", " ", "{", "url(x)", "javascript:")
        .NonEmptyListOf().Select(parts => string.Concat(parts.Take(6)));

    public static Gen<Language> Languages { get; } = Gen.Elements(Enum.GetValues<Language>());

    private static Gen<Tally> Tallies { get; } =
        from below in Gen.Frequency((1, Gen.Constant(0L)), (3, Generators.Longs(1, 500)), (1, Generators.Longs(1, 9_000_000_000_000)))
        from above in Gen.Frequency((3, Generators.Longs(0, below)), (1, Generators.Longs(-below, 3 * below)))
        from excluded in Generators.Longs(0, 1_000_000)
        from unknown in Generators.Longs(0, 50)
        select new Tally(above, below, excluded, unknown);

    private static Gen<Measure> Measures(int indicator, int part) =>
        from name in Texts
        from unit in Gen.Frequency((3, Gen.Constant(FigureUnit.Share)), (2, Gen.Elements(Enum.GetValues<FigureUnit>())))
        from better in Gen.Elements(Enum.GetValues<Better>())
        from counted in Gen.Elements(Enum.GetValues<CountedIn>())
        from side in Gen.Elements(Enum.GetValues<TargetSide>())
        from target in Gen.Choose(0, 10_000)
        from has in Gen.Elements(true, true, false)
        from sampled in Gen.Elements(true, false)
        select new Measure(
            Ids[indicator], $"part-{part}", Label.Same(name), unit, better,
            has ? Some(new Target(side, unit == FigureUnit.Share ? new Fraction(target, 10_000) : target, Citation.Own(name, name))) : None,
            Sampled: sampled && unit == FigureUnit.Share)
        { Counted = counted };

    /// <summary>Ids that pages look for, and others.</summary>
    private static readonly Arr<string> Ids = Array(SatisfactionRule.Id, ChurnRule.Id, CustomersMaintainedRule.Id, CustomersGainedRule.Id, "another");

    private static Gen<Arr<Measure>> Catalogue { get; } =
        from parts in Gen.Choose(0, 10).ArrayOf(Ids.Count)
        from measures in parts.SelectMany((count, at) => Enumerable.Range(0, count).Select(part => Measures(at, part))).Sequenced()
        select measures;

    /// <summary>An outlet, a unit above outlets, or all.</summary>
    private static Gen<Option<OutletsAsked>> Asked { get; } =
        from code in Maybe(Texts)
        from level in Gen.Elements(UnitAsked.Levels.AsEnumerable())
        select code.Map(one => level == UnitLevel.Outlet ? new OutletsAsked.One(one) : (OutletsAsked)new OutletsAsked.Under(new BankUnit(one, one, level, None), default));

    public static Gen<ScorecardReport> Scorecards { get; } =
        from measures in Catalogue
        from policy in Gen.Elements(PersonalAssetTier.Policy, CorporateRelationship.Policy, RetailVip.Policy, EnterpriseType.Policy)
        from unit in Gen.Elements(Enum.GetValues<Grouping>())
        from asked in Asked
        from manager in Maybe(Texts)
        from name in Maybe(Texts)
        from staff in Maybe(Texts)
        from whole in Figures(measures)
        from units in Gen.Frequency((14, Gen.Choose(0, 4)), (1, Gen.Choose(200, 201)))
        from lines in Enumerable.Range(1, units).Select(_ => Lines(measures)).Sequenced()
        from moves in Migrations(policy).ListOf()
        from trend in Trend(measures)
        select new ScorecardReport(Days(0), new UnitScope(asked, manager), new ScopeNames(asked.Bind(_ => name), manager.Bind(_ => staff)), unit, policy, whole, lines, new Arr<Migration>(moves), trend);

    public static Gen<WeeklyReport> Weeks { get; } =
        from measures in Catalogue
        from asked in Asked
        from name in Maybe(Texts)
        from week in Figures(measures)
        from units in Gen.Choose(0, 4)
        from managers in Enumerable.Range(1, units).Select(_ => Units(measures)).Sequenced()
        from trend in Trend(measures)
        select new WeeklyReport(Days(0), asked.Map(outlets => outlets.Unit), name, week, managers, trend);

    /// <summary>The indicators of the ids above but one, with texts from anywhere.</summary>
    public static Gen<Arr<Indicator>> Indicators { get; } =
        from texts in Texts.ArrayOf(Ids.Count - 1)
        select new Arr<Indicator>(texts.Select((text, at) => new Indicator(Ids[at], Label.Same(text), Label.Same(text + text), Array<Measure>(), Array(Citation.From("001", text)))));

    private static Gen<Arr<TrendPoint>> Trend(Arr<Measure> measures) =>
        from count in Gen.Choose(0, 9)
        from points in Enumerable.Range(0, count).Select(at => Figures(measures).Select(figures => new TrendPoint(Days(at - count + 1), figures))).Sequenced()
        select points;

    private static Gen<ScoreLine> Lines(Arr<Measure> measures) =>
        from unit in Units(measures)
        from name in Maybe(Texts)
        from points in Gen.Choose(0, 100_000)
        from known in Gen.Choose(1, 100)
        from scored in Gen.Elements(true, false)
        select new ScoreLine(
            unit, name,
            scored ? Some(new Score(new Fraction(points, 1_000), known, Array(new ScorePart("churn", Label.Same("x"), 100, None)))) : None,
            scored ? Some(1) : None);

    private static Gen<UnitFigures> Units(Arr<Measure> measures) => from code in Maybe(Texts) from figures in Figures(measures) from name in Maybe(Texts) select new UnitFigures(code, figures) { Name = code.Bind(_ => name) };

    private static Gen<Arr<Figure>> Figures(Arr<Measure> measures) => measures.Select(measure => Tallies.Select(tally => new Figure(measure, Sound(measure, tally)))).Sequenced();

    /// <summary>A sample has no more satisfied than asked.</summary>
    private static Tally Sound(Measure measure, Tally tally) => measure.Sampled ? tally with { Numerator = Int128.Clamp(tally.Numerator, 0, tally.Denominator) } : tally;

    private static Gen<Migration> Migrations(Policy policy) =>
        from sides in Gen.Frequency(
            (6, Gen.Elements(policy.Classes.AsEnumerable()).Select(one => new ClassStand(true, Some(one.Code)))),
            (1, Gen.Constant(new ClassStand(true, None))),
            (1, Texts.Select(text => new ClassStand(true, Some(new ClassCode(text))))),
            (2, Gen.Constant(new ClassStand(false, None)))).ArrayOf(2)
        from customers in Gen.Frequency((3, Generators.Longs(0, 40)), (1, Generators.Longs(0, 100_000_000)))
        select new Migration(sides[0], sides[1], customers);

    private static EvaluatedDays Days(int quarters) => Period.Of(PeriodLength.Quarter, new DateOnly(2026, 7, 1).AddMonths(3 * quarters)) is var quarter
        ? EvaluatedDays.Of(quarter.ToString(), DateRange.Of(quarter), new DateOnly(2026, 9, 1)).IfNone(() => throw new InvalidOperationException()) : throw new InvalidOperationException();

    private static Gen<Option<T>> Maybe<T>(Gen<T> values) => Gen.Frequency((3, values.Select(value => Some(value))), (1, Gen.Constant(Option<T>.None)));

    private static Gen<Arr<T>> Sequenced<T>(this IEnumerable<Gen<T>> all) =>
        Gen.CollectToArray(all, one => one).Select(each => new Arr<T>(each));
}
