namespace Kehu.Domain;

/// <summary>
/// Which other duties share engagements with those of a query, so that how these stand can be told without planning a whole life.
/// </summary>
/// <remarks>
/// An engagement is late for the period before its own at most, and what is done in time never makes way for what is late. So duties of a
/// period bear on the next one alone, and on their own period where it holds duties that fell due before its end, because a stay ended
/// in it. Occasions bear on each other while their windows, the late ones included, meet.
/// </remarks>
internal static class Kinship
{
    /// <summary>The due dates within which all duties of an obligation's kind lie that bear on those due in the query.</summary>
    public static DateRange Around(this Standard standard, Obligation obligation, Served served, DateRange query) => obligation.Rhythm switch
    {
        Rhythm.Counted => Periods(standard.Longest(obligation.Code), served, query),
        Rhythm.OnOccasions => Meeting(standard.Counting.GreetingDays, served, query),
        Rhythm.State or Rhythm.Standing => query,
    };

    /// <summary>The first year whose engagements bear on the duties due in the query: no period is longer than a year.</summary>
    public static int FirstYear(Served served, DateRange query)
    {
        var year = query.From.Year - 1;
        while (year > 1900 && served.Stays.Exists(stay => stay.LeftOn.Exists(left => left.Year == year)))
        {
            year--;
        }

        return year;
    }

    /// <summary>The same or an earlier year, told by the records alone: a stay ends on the day of one, or on the day of a closing.</summary>
    public static int FirstYear(Arr<CustomerRecord> snapshots, DateOnly queryFrom)
    {
        var year = queryFrom.Year - 1;
        while (year > 1900 && snapshots.Exists(MayEnd))
        {
            year--;
        }

        return year;

        bool MayEnd(CustomerRecord record) =>
            record.AsOf.Year == year
            || record.Facts.Find(SharedFacts.ClosedOn).Exists(day => DateOnly.FromDayNumber((int)day).Year == year);
    }

    private static PeriodLength Longest(this Standard standard, string code) => standard.Classes
        .SelectMany(care => care.Obligations)
        .Where(obligation => obligation.Code == code)
        .Max(obligation => obligation.Rhythm is Rhythm.Counted(var frequency) ? frequency.Per : PeriodLength.Month);

    private static DateRange Periods(PeriodLength length, Served served, DateRange query)
    {
        var first = Before(Period.Of(length, query.From));
        while (served.Stays.Exists(stay => stay.LeftOn.Exists(left => first.Contains(left) && left < first.End)) && first.Start.DayNumber > Spans.Dates.Low)
        {
            first = Before(first);
        }

        return new DateRange(first.Start, Period.Of(length, Period.Of(length, query.To).End.AddDays(1)).End);

        Period Before(Period period) => Period.Of(length, period.Start.AddDays(-1));
    }

    /// <summary>Every window with its late days is so many days wide on either side; of a year's occasions not all can meet.</summary>
    private static DateRange Meeting(int days, Served served, DateRange query)
    {
        var apart = (2 * days) + 1;
        var kept = Enumerable.Range(query.From.Year - 1, query.To.Year - query.From.Year + 3)
            .SelectMany(year => Festivals.Of(year)
                .Map(festival => festival.Date)
                .Concat(served.BirthDate.Map(born => Festivals.Birthday(born, year)).AsEnumerable()))
            .Order().ToArray();
        var from = kept.Reverse().Aggregate(query.From, (first, day) => day < first && first.DayNumber - day.DayNumber <= apart ? day : first);
        return new DateRange(from, kept.Aggregate(query.To, (last, day) => day > last && day.DayNumber - last.DayNumber <= apart ? day : last));
    }
}
