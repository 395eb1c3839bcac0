namespace Kehu.Domain;

/// <summary>
/// What a unit reaches of 100 points. <paramref name="Known"/>: the weights for which there are figures; the points are their weighted mean, so that
/// who was not surveyed is not punished for it. Source 003 (incentives by satisfaction and performance); weights house.
/// </summary>
public sealed record Score(Fraction Points, int Known, Arr<ScorePart> Parts);

/// <summary>An indicator in a score: its weight, and how much of its target is attained, from 0 to 1; none without a figure.</summary>
public sealed record ScorePart(string Indicator, Label Label, int Weight, Option<Fraction> Attained);

/// <summary>One unit on the scorecard with its place among the others: 1 is the best, equals share one, none without a score.</summary>
public sealed record ScoreLine(UnitFigures Unit, Option<string> Name, Option<Score> Score, Option<int> Rank);

/// <summary>
/// The scorecard of a period: the whole, its units ranked, how customers moved between the classes, and the whole over the last periods.
/// Source 001, 第四篇 七(四); 003.
/// </summary>
/// <param name="Days">The period.</param>
/// <param name="Whose">Whose scorecard it is.</param>
/// <param name="Name">The name of its outlet in the register.</param>
/// <param name="By">What the units are: outlets or managers.</param>
/// <param name="Policy">The policy whose classes the moves are between.</param>
/// <param name="Whole">The figures of all units together.</param>
/// <param name="Lines">A line a unit, by rank and then by code.</param>
/// <param name="Moves">From which class to which, over the period.</param>
/// <param name="Trend">The whole in this period and those before, oldest first.</param>
public sealed record ScorecardReport(
    EvaluatedDays Days, UnitScope Whose, Option<string> Name, Grouping By, Policy Policy, Arr<Figure> Whole, Arr<ScoreLine> Lines, Arr<Migration> Moves, Arr<TrendPoint> Trend);

/// <summary>
/// The weekly report of an outlet, or of all: customers maintained and gained, what was done, product coverage. Source 001, 第四篇 七(三).
/// </summary>
/// <param name="Days">The week, Monday to Sunday.</param>
/// <param name="Outlet">The outlet; none: all.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="Figures">The week's figures.</param>
/// <param name="Managers">The same by manager.</param>
/// <param name="Trend">The week and those before, oldest first.</param>
public sealed record WeeklyReport(EvaluatedDays Days, Option<string> Outlet, Option<string> Name, Arr<Figure> Figures, Arr<UnitFigures> Managers, Arr<TrendPoint> Trend);
