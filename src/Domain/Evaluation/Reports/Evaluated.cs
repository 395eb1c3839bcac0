namespace Kehu.Domain;

/// <summary>What was counted over one period: the tallies of every unit by the place of their measure, and how customers moved between classes.</summary>
public sealed record PeriodCount(EvaluatedDays Days, Arr<(CustomerUnit Unit, Arr<Tally> Tallies)> Cells, Arr<Migration> Moves);

/// <summary>What was counted over several periods, and the figures that follow.</summary>
public sealed record Evaluated(IndicatorBook Book, Arr<PeriodCount> Periods)
{
    /// <summary>The figures of all together in a period, by its place.</summary>
    public UnitFigures Whole(int period) => Of(None, Periods[period].Cells);

    /// <summary>The figures of each group of a period, by code; those without one come last. The groups add up to the whole.</summary>
    public Arr<UnitFigures> By(int period, Grouping grouping) => By(period, grouping, UnitTree.Empty);

    /// <summary>The same with the units above outlets, as the bank has them today: outlets without one are one group, which comes last.</summary>
    public Arr<UnitFigures> By(int period, Grouping grouping, UnitTree units) => new(Periods[period].Cells
        .GroupBy(cell => cell.Unit.Of(grouping, units))
        .OrderBy(group => group.Key.IsNone).ThenBy(group => group.Key.IfNone(""), StringComparer.Ordinal)
        .Select(group => Of(group.Key, group)));

    private UnitFigures Of(Option<string> unit, IEnumerable<(CustomerUnit Unit, Arr<Tally> Tallies)> cells)
    {
        var sums = new Tally[Book.Measures.Count];
        foreach (var (_, tallies) in cells)
        {
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += tallies[at];
            }
        }

        return new UnitFigures(unit, new Arr<Figure>(Book.Measures.Select((measure, at) => new Figure(measure, sums[at]))));
    }
}
