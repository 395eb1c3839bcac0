namespace Kehu.Domain;

/// <summary>Reports made of what was counted: the period reported on is counted first, those looked back on after it.</summary>
public static class Reports
{
    /// <summary>
    /// The scorecard of units, managers or layers, with the names that the registers give them.
    /// </summary>
    public static ScorecardReport Scorecard(this Evaluated evaluated, UnitScope whose, Grouping by, Organisation bank, Language language) =>
        new(
            evaluated.Periods[0].Days,
            whose,
            ScopeNames.Of(bank, whose),
            by,
            evaluated.Book.Basis.GroupedBy.Policy,
            evaluated.Whole(0).Figures,
            Scoring.Ranked(
                evaluated.By(0, by, bank.Units),
                evaluated.Book,
                code => bank.NameOf(by, code, evaluated.Book.Basis.GroupedBy.Policy, language),
                code => by != Grouping.Layer || code != AnsweringLayer.Rest.Code()),
            new Arr<Migration>(evaluated.Periods[0].Moves.OrderBy(move => Order(evaluated, move.From)).ThenBy(move => Order(evaluated, move.To))),
            Trend(evaluated));

    /// <summary>The week of a unit, or of all.</summary>
    public static WeeklyReport Week(this Evaluated evaluated, Option<UnitAsked> unit, Organisation bank) => new(
        evaluated.Periods[0].Days,
        unit,
        unit.Bind(bank.NameOf),
        evaluated.Whole(0).Figures,
        evaluated.By(0, Grouping.Manager).Map(one => one with { Name = one.Unit.Bind(bank.NameOfStaff) }),
        Trend(evaluated));

    private static Arr<TrendPoint> Trend(Evaluated evaluated) => new(Enumerable.Range(0, evaluated.Periods.Count)
        .OrderBy(at => evaluated.Periods[at].Days.Days.From)
        .Select(at => new TrendPoint(evaluated.Periods[at].Days, evaluated.Whole(at).Figures)));

    /// <summary>Classes in the order of their policy, then those in none, then those who are no customers.</summary>
    private static int Order(Evaluated evaluated, ClassStand stand)
    {
        var classes = evaluated.Book.Basis.GroupedBy.Policy.Classes;
        return !stand.IsCustomer ? classes.Count + 1 : stand.Class.Map(code => classes.ToList().FindIndex(one => one.Code == code)).IfNone(classes.Count);
    }
}
