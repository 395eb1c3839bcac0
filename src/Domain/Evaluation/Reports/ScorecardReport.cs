namespace Kehu.Domain;

/// <summary>
/// What a unit reaches of 100 points. <paramref name="Known"/>: the weights for which there are figures; the points are their weighted mean, so that
/// who was not surveyed is not punished for it. Source 003 (incentives by satisfaction and performance); weights house.
/// </summary>
public sealed record Score(Fraction Points, int Known, Arr<ScorePart> Parts)
{
    /// <summary>The points, for tables too.</summary>
    internal static Field<Score> Reached { get; } = Answered<Score>.Always("points", Forms.Digits, score => score.Points.Hundredths());

    /// <summary>A score as it is answered.</summary>
    public static Contract<Score> Contract { get; } = Answered<Score>.Object(
        "Points of 100 over the weights for which there are figures.",
        Reached,
        Answered<Score>.Always("knownWeight", Forms.Count, score => score.Known),
        Answered<Score>.Always("parts", Forms.List(ScorePart.Contract), score => score.Parts));
}

/// <summary>An indicator in a score: its weight, and how much of its target is attained, from 0 to 1; none without a figure.</summary>
public sealed record ScorePart(string Indicator, Label Label, int Weight, Option<Fraction> Attained)
{
    /// <summary>A part of a score as it is answered.</summary>
    public static Contract<ScorePart> Contract { get; } = Answered<ScorePart>.Object(
        "How much of its target an indicator attains; null without a figure.",
        Answered<ScorePart>.Always("indicator", Forms.Plain, part => part.Indicator),
        Answered<ScorePart>.Always("weight", Forms.Count, part => part.Weight),
        Answered<ScorePart>.Nullable("attainedPercent", Forms.Digits, part => part.Attained.Map(attained => (attained * 100).Hundredths())));
}

/// <summary>One unit on the scorecard with its place among the others: 1 is the best, equals share one, none without a score.</summary>
public sealed record ScoreLine(UnitFigures Unit, Option<string> Name, Option<Score> Score, Option<int> Rank)
{
    /// <summary>The place, for tables too.</summary>
    internal static Field<ScoreLine> Place { get; } = Answered<ScoreLine>.Nullable("rank", Forms.Count, line => line.Rank);

    /// <summary>What there is of a unit beside its code.</summary>
    internal static Arr<Field<ScoreLine>> Fields { get; } = Array(
        Answered<ScoreLine>.Optional("name", Forms.Plain, line => line.Name),
        Place,
        Answered<ScoreLine>.Optional("score", Domain.Score.Contract, line => line.Score),
        Answered<ScoreLine>.Always("figures", Forms.List(Figure.Contract), line => line.Unit.Figures));
}

/// <summary>A line of a scorecard of units, of managers or of layers.</summary>
public sealed record ScoredLine(Grouping By, ScoreLine Line)
{
    /// <summary>What units there are.</summary>
    internal static Arr<Grouping> Sorts { get; } = Array(Grouping.Outlet, Grouping.SubBranch, Grouping.Branch, Grouping.Manager, Grouping.Layer);

    /// <summary>A line as it is answered.</summary>
    public static Contract<ScoredLine> Contract { get; } = Answered<ScoredLine>.Object(
        "A unit, a manager or a layer, by its code: null for those without one, as for all outlets above which the register of units has no such unit; "
        + "points of 100 over the known weight, and its place.",
        [
            .. Sorts.Map(sort => Answered<ScoredLine>.Optional(
                sort.Member(), new Form.OrNull<string>(Forms.Plain), unit => unit.By == sort ? Some(unit.Line.Unit.Unit) : None)),
            .. Answered<ScoredLine>.FieldsOf(ScoreLine.Fields, unit => unit.Line),
        ]);
}

/// <summary>
/// The scorecard of a period: the whole, its units ranked, how customers moved between the classes, and the whole over the last periods.
/// Source 001, 第四篇 七(四); 003.
/// </summary>
/// <param name="Days">The period.</param>
/// <param name="Whose">Whose scorecard it is.</param>
/// <param name="Names">The names of its unit and its manager in the registers.</param>
/// <param name="By">What the lines are: units of a level, managers, or layers.</param>
/// <param name="Policy">The policy whose classes the moves are between.</param>
/// <param name="Whole">The figures of all units together.</param>
/// <param name="Lines">A line a unit, by rank and then by code.</param>
/// <param name="Moves">From which class to which, over the period.</param>
/// <param name="Trend">The whole in this period and those before, oldest first.</param>
public sealed record ScorecardReport(
    EvaluatedDays Days,
    UnitScope Whose,
    ScopeNames Names,
    Grouping By,
    Policy Policy,
    Arr<Figure> Whole,
    Arr<ScoreLine> Lines,
    Arr<Migration> Moves,
    Arr<TrendPoint> Trend)
{
    /// <summary>What stands beside the lines, as it is answered.</summary>
    public static Contract<Counted<ScorecardReport>> Beside { get; } = Counted<ScorecardReport>.About(
        "The whole, its units by code, the moves between classes, and the whole over the last periods.",
        default,
        report => report.Days,
        [
            .. UnitAsked.Told<ScorecardReport>(report => report.Whose.Unit),
            Answered<ScorecardReport>.Optional("manager", Forms.Plain, report => report.Whose.Manager),
            .. ScopeNames.Told<ScorecardReport>(report => report.Names),
            Answered<ScorecardReport>.Always("by", new Form.Code(ScoredLine.Sorts.Map(sort => sort.Code())), report => report.By.Code()),
            Answered<ScorecardReport>.Optional(
                "citation", Citations.InWords, report => report.By == Grouping.Layer ? Some(AnsweringLayers.Citation) : None) with
            { Says = "Where the lines between layers come from, with by=layer." },
            Answered<ScorecardReport>.Always("policy", Forms.Plain, report => report.Policy.Id.Value),
            Answered<ScorecardReport>.Always("figures", Forms.List(Figure.Contract), report => report.Whole),
            Answered<ScorecardReport>.Always("moves", Forms.List(Migration.Contract), report => report.Moves),
            Answered<ScorecardReport>.Always("trend", Forms.List(TrendPoint.Contract), report => report.Trend),
        ]);

    /// <summary>The rows of its table: the whole, then the units by their places.</summary>
    public IEnumerable<ScoredRow> Rows() => FigureRow.Of(Days, Whose, Names, Whole).Map(row => new ScoredRow(row, None))
        .Concat(Lines.SelectMany(line => FigureRow.Of(Days, By.Code(), line.Unit.Unit, line.Name, line.Unit.Figures).Map(row => new ScoredRow(row, line))));
}

/// <summary>
/// The weekly report of a unit, or of all: customers maintained and gained, what was done, product coverage. Source 001, 第四篇 七(三).
/// </summary>
/// <param name="Days">The week, Monday to Sunday.</param>
/// <param name="Unit">The unit; none: all.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="Figures">The week's figures.</param>
/// <param name="Managers">The same by manager.</param>
/// <param name="Trend">The week and those before, oldest first.</param>
public sealed record WeeklyReport(
    EvaluatedDays Days,
    Option<UnitAsked> Unit,
    Option<string> Name,
    Arr<Figure> Figures,
    Arr<UnitFigures> Managers,
    Arr<TrendPoint> Trend)
{
    /// <summary>A week as it is answered.</summary>
    public static Contract<Counted<WeeklyReport>> Contract { get; } = Counted<WeeklyReport>.About(
        "A week, its managers, and the weeks before.",
        default,
        report => report.Days,
        [
            .. UnitAsked.Told<WeeklyReport>(report => report.Unit),
            Answered<WeeklyReport>.Optional("name", Forms.Plain, report => report.Name),
            Answered<WeeklyReport>.Always("figures", Forms.List(Figure.Contract), report => report.Figures),
            Answered<WeeklyReport>.Always("managers", Forms.List(UnitFigures.OfManager), report => report.Managers),
            Answered<WeeklyReport>.Always("trend", Forms.List(TrendPoint.Contract), report => report.Trend),
        ]);

    /// <summary>The rows of its table: the week, its managers, and the whole in the weeks before.</summary>
    public IEnumerable<FigureRow> Rows() => Of(Days, Figures)
        .Concat(Managers.SelectMany(unit => FigureRow.Of(Days, Grouping.Manager.Code(), unit.Unit, unit.Name, unit.Figures)))
        .Concat(Trend.Filter(point => point.Days != Days).SelectMany(point => Of(point.Days, point.Figures)));

    private Arr<FigureRow> Of(EvaluatedDays days, Arr<Figure> figures) => FigureRow.Of(
        days, Unit.Match(Some: one => one.Level.Code(), None: () => Grouping.Whole.Code()), Unit.Map(one => one.Code), Name, figures);
}
