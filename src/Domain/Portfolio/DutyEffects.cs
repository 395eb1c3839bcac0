namespace Kehu.Domain;

/// <summary>The work that standards ask for over twelve months, by the classes that customers have and by those that they would have.</summary>
internal static class DutyEffects
{
    private const int MonthsAYear = 12;

    private const int SecondsAMinute = 60;

    /// <summary>The twelve months from that of a day on; none where the calendar of festivals does not reach so far.</summary>
    public static Option<DateRange> Year(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var last = first.AddMonths(MonthsAYear).AddDays(-1);
        return Festivals.Years.Contains(first.Year) && Festivals.Years.Contains(last.Year) ? Some(new DateRange(first, last)) : None;
    }

    /// <summary>The effect on a standard's duties; whole numbers, since twelve months hold every duty of a year entirely.</summary>
    public static DutyEffect Of(Standard standard, DateRange year, SimulatedPolicy candidate, CustomerTally before, CustomerTally after)
    {
        var months = Period.Meeting(PeriodLength.Month, year.From, year.To);
        var counts = new[] { before, after }
            .Select(tally => (
                Duties: ByRole(standard.Needs(tally, months, _ => 1)),
                Minutes: ByRole(standard.Needs(tally, months, owed => Effort.Usual(owed).Minutes))))
            .ToArray();
        return new DutyEffect(
            standard.Id,
            standard.Label,
            candidate.Id == standard.Policy ? candidate.Classes.Map(one => one.Code).Filter(code => standard.Owed(code).IsNone) : Array<ClassCode>(),
            new Arr<RoleEffect>(counts.SelectMany(count => count.Duties.Keys).Distinct().Order()
                .Select(role => new RoleEffect(
                    role,
                    counts[0].Duties.GetValueOrDefault(role),
                    counts[1].Duties.GetValueOrDefault(role),
                    counts[0].Minutes.GetValueOrDefault(role),
                    counts[1].Minutes.GetValueOrDefault(role)))
                .ToArray()));
    }

    private static Dictionary<Role, Int128> ByRole(Arr<WorkNeed> needs) => needs
        .GroupBy(need => need.Role)
        .ToDictionary(same => same.Key, same => same.Aggregate(Int128.Zero, (sum, need) => sum + need.Seconds) / SecondsAMinute);
}
