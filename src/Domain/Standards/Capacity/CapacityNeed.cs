namespace Kehu.Domain;

/// <summary>Working time that an obligation takes of a role at an outlet in a month, in seconds: exact, since twelfths of a minute are 5 seconds.</summary>
public sealed record WorkNeed(string Outlet, Role Role, Period Month, string Obligation, Int128 Seconds);

/// <summary>
/// The working time that a standard needs, month by month. Source: standards, Capacity. House: duties of a quarter, half-year or year are
/// done evenly over its months; greetings in the month of the day; birthdays in the month of birth, evenly over the year where that is not
/// known; files and products are seen to in the last month of a quarter. Full service is reckoned: nobody refuses, every file is open, and
/// a greeting saves no contact.
/// </summary>
public static class CapacityNeed
{
    private const long SecondsAMinute = 60;
    private const int MonthsAYear = 12;

    /// <summary>The time for the tallied customers in each of the months, by outlet, role and obligation; what takes no time is left out.</summary>
    public static Arr<WorkNeed> Needs(this Standard standard, CustomerTally tally, Arr<Period> months, Func<Obligation, int> minutes)
    {
        var work = tally.Counts.Keys.Select(key => (key.Class, key.BirthMonth)).Distinct()
            .ToDictionary(kind => kind, kind => standard.Work(kind.Class, kind.BirthMonth, months, minutes));
        return new Arr<WorkNeed>(tally.Counts.AsEnumerable()
            .SelectMany(counted => work[(counted.Key.Class, counted.Key.BirthMonth)]
                .Select(one => (counted.Key.Outlet, Work: one, Seconds: (Int128)one.Seconds * counted.Value)))
            .AggregateBy(one => (one.Outlet, one.Work.Role, one.Work.Month, one.Work.Obligation), Int128.Zero, (sum, one) => sum + one.Seconds)
            .Select(same => new WorkNeed(same.Key.Outlet, same.Key.Role, same.Key.Month, same.Key.Obligation, same.Value))
            .OrderBy(need => need.Month.Start)
            .ThenBy(need => need.Outlet, StringComparer.Ordinal)
            .ThenBy(need => need.Role)
            .ThenBy(need => need.Obligation, StringComparer.Ordinal)
            .ToArray());
    }

    /// <summary>The obligations of a standard for which time can be planned, each code once; those that stand all the time have no dated duty.</summary>
    public static Arr<Obligation> Timed(this Standard standard) => new(
        standard.Classes.SelectMany(care => care.Obligations).Where(owed => owed.Rhythm is not Rhythm.Standing).DistinctBy(owed => owed.Code).ToArray());

    /// <summary>What one customer takes.</summary>
    private static List<(Role Role, Period Month, string Obligation, long Seconds)> Work(
        this Standard standard, ClassCode code, Option<int> birthMonth, Arr<Period> months, Func<Obligation, int> minutes) =>
        (from owed in standard.Owed(code).IfNone(Array<Obligation>())
         where !owed.Terms.By.IsEmpty
         from month in months
         let seconds = owed.Twelfths(month, birthMonth) * minutes(owed) * (SecondsAMinute / MonthsAYear)
         where seconds > 0
         select (owed.Terms.By[0], month, owed.Code, seconds)).ToList();

    /// <summary>How many twelfths of a time fall into a month.</summary>
    private static long Twelfths(this Obligation obligation, Period month, Option<int> birthMonth) => obligation.Rhythm switch
    {
        Rhythm.Counted(var frequency) => (long)frequency.Times * MonthsAYear / frequency.Per.Months(),
        Rhythm.OnOccasions(var occasions) => occasions.Sum(occasion => Twelfths(occasion, month, birthMonth)),
        Rhythm.State => month.Start.Month % PeriodLength.Quarter.Months() == 0 ? MonthsAYear : 0,
        Rhythm.Standing => 0,
    };

    private static int Twelfths(Occasion occasion, Period month, Option<int> birthMonth) => occasion == Occasion.Birthday
        ? birthMonth.Match(Some: born => born == month.Start.Month ? MonthsAYear : 0, None: () => 1)
        : Festivals.On(occasion, month.Start.Year).Exists(month.Contains) ? MonthsAYear : 0;
}
