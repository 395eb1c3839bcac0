using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Snapshots.Pages;

/// <summary>Reports made up for pages: numbers drawn from a seed, a few figures at the edges, an outlet whose name is markup.</summary>
internal static class PageSamples
{
    public static readonly DateOnly Known = new(2026, 10, 9);

    private static readonly Arr<Period> Quarters = Period.Meeting(PeriodLength.Quarter, new DateOnly(2025, 4, 1), new DateOnly(2026, 9, 30));

    /// <summary>The indicators as shipped.</summary>
    public static IndicatorBook Book { get; } = new(new EvaluationBasis(
        EvaluationNumbers.Default,
        ShippedStandards.All.Map(standard => new StandardInForce(standard, Shipped.Policy(standard.Policy.Value))),
        Shipped.Policy("personal-asset-tier"),
        Shipped.Policy("annual-volume-tier"),
        Shipped.Policy("key-account-abc"),
        new WorkCalendar(Array<DayMoved>())));

    /// <summary>A quarter with so many units, of those measures that are asked for.</summary>
    public static ScorecardReport Scorecard(UnitScope whose, Option<string> name, int outlets, Func<Measure, bool> wanted, Policy policy)
    {
        var dice = new Random(7);
        var measures = Book.Measures.Filter(wanted);
        Arr<Figure> Figures(int size) => measures.Map(measure => Draw(measure, size, dice));
        var whole = Figures(50_000);
        return new ScorecardReport(
            Days("2026-Q3", Period.Read("2026-Q3").Map(DateRange.Of)),
            whose,
            new ScopeNames(name, None),
            whose.IsEverybody ? Grouping.Outlet : Grouping.Manager,
            policy,
            whole,
            new Arr<ScoreLine>(Enumerable.Range(1, outlets).Select(at => Line(at, Figures(at == outlets ? 0 : 600), dice))),
            Moves(policy, dice),
            new Arr<TrendPoint>(Enumerable.Range(0, 6).Select(at => new TrendPoint(
                Quarter(at), at == 5 ? whole : Figures(at == 2 ? 0 : 50_000)))));
    }

    /// <summary>A week of an outlet with so many managers.</summary>
    public static WeeklyReport Weekly(int managers, Func<Measure, bool> wanted)
    {
        var dice = new Random(11);
        var measures = Book.Measures.Filter(wanted);
        Arr<Figure> Figures(int size) => measures.Map(measure => Draw(measure, size, dice));
        var week = Figures(4_000);
        return new WeeklyReport(
            Days("2026-W40", Some(Week(0))),
            Some(new UnitAsked(UnitLevel.Outlet, "0042")),
            Some("中关村支行 <b>West & Co</b>"),
            week,
            new Arr<UnitFigures>(Enumerable.Range(1, managers).Select(at => new UnitFigures(at == managers ? None : Some($"M{at:000}"), Figures(300)))),
            new Arr<TrendPoint>(Enumerable.Range(-7, 8).Select(at => new TrendPoint(Days($"2026-W{40 + at}", Some(Week(at))), at == 0 ? week : Figures(4_000)))));
    }

    private static EvaluatedDays Quarter(int at) =>
        Days(Quarters[at].ToString(), Some(DateRange.Of(Quarters[at])));

    private static DateRange Week(int at) => new(new DateOnly(2026, 9, 28).AddDays(7 * at), new DateOnly(2026, 10, 4).AddDays(7 * at));

    private static EvaluatedDays Days(string name, Option<DateRange> days) =>
        days.Bind(range => EvaluatedDays.Of(name, range, Known)).IfNone(() => throw new InvalidOperationException(name));

    private static ScoreLine Line(int at, Arr<Figure> figures, Random dice) => new(
        new UnitFigures(Some($"{100 + (at * 7)}"), figures),
        at == 2 ? Some("<script>alert('x')</script> & 分理处") : Some($"{(at % 2 == 0 ? "城东" : "城西")}第{at}支行"),
        figures.ForAll(figure => figure.Value.IsNone) ? None : Some(new Score(
            new Fraction(9_700 - (at * 40) + dice.Next(30), 100),
            at % 4 == 0 ? 60 : 100,
            Array(
                new ScorePart("satisfaction", new Label("satisfaction", "满意度"), 40, at % 4 == 0 ? None : Some(new Fraction(17, 18))),
                new ScorePart("service-compliance", new Label("duties kept", "履约"), 30, Some(new Fraction(9, 10))),
                new ScorePart("churn", new Label("customers kept", "客户保有"), 30, Some<Fraction>(1))))),
        figures.ForAll(figure => figure.Value.IsNone) ? None : Some(at));

    private static Arr<Migration> Moves(Policy policy, Random dice)
    {
        var stands = policy.Classes.Map(one => new ClassStand(true, Some(one.Code))).Add(new ClassStand(true, None)).Add(new ClassStand(false, None)).ToList();
        return new Arr<Migration>(
            from placed in stands.Select((stand, at) => (stand, at))
            from other in stands.Select((stand, at) => (stand, at))
            let size = 900 * (1 << Math.Min(placed.at, 6))
            let apart = Math.Abs(placed.at - other.at)
            let count = !placed.stand.IsCustomer && !other.stand.IsCustomer ? 0
                : apart == 0 ? size
                : apart == 1 || !placed.stand.IsCustomer || !other.stand.IsCustomer ? dice.Next(size / 8)
                : apart == 2 ? dice.Next(size / 100) : 0
            where count > 0
            select new Migration(placed.stand, other.stand, count));
    }

    /// <summary>A figure near its target, or of a plausible size; none of nobody.</summary>
    private static Figure Draw(Measure measure, int size, Random dice)
    {
        if (size == 0)
        {
            return new Figure(measure, new Tally(0, 0, 120, 3));
        }

        var of = measure.Sampled ? size / 30 : size - dice.Next(size / 3);
        var share = measure.Target.Filter(_ => measure.Unit == FigureUnit.Share).Map(target => (double)target.Value.Numerator / (double)target.Value.Denominator).IfNone(0.06);
        var counted = Math.Clamp((int)(of * (share + ((dice.NextDouble() - (share > 0.99 ? 0.8 : 0.5)) * (share > 0.5 ? 0.12 : 0.04)))), 0, of);
        return new Figure(measure, measure.Unit switch
        {
            FigureUnit.Share => measure.Counted switch
            {
                CountedIn.Ones => new Tally(counted, of, size - of, dice.Next(40)),
                CountedIn.Fen => new Tally((Int128)counted * 30_000_000, (Int128)of * 30_000_000, size - of, dice.Next(40)),
                CountedIn.TenThousandths => new Tally((Int128)counted * 10_000, (Int128)of * 10_000, size - of, dice.Next(40)),
            },
            FigureUnit.Count => new Tally(measure.Target.IsSome ? dice.Next(3) : counted, of, size - of, dice.Next(40)),
            FigureUnit.Amount => new Tally((Int128)of * 123_457, of, size - of, 0),
            FigureUnit.MeanAmount => new Tally((Int128)of * 70_123_457, of, size - of, 0),
        });
    }
}
