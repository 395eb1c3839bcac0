namespace Kehu.Domain;

/// <summary>The duties that follow from a standard, a customer and a calendar. Source: standards, Calendar and 1.</summary>
public static class Planning
{
    /// <summary>How many years ahead duties are told (house): what contact limits leave room for is reckoned from today on.</summary>
    public const int YearsAhead = 2;

    /// <summary>
    /// The duties with a due date in the query, in order. Counts come from calendar periods and the stays alone: the query only filters,
    /// so the duties of adjoining queries are those of the whole.
    /// </summary>
    public static Arr<Duty> Plan(this Standard standard, Served served, WorkCalendar calendar, DateRange query) => new(
        standard.Due(served, calendar, query, _ => true).OrderBy(duty => duty.Place));

    /// <summary>The duties of some obligations with a due date in the query, in no order.</summary>
    internal static IEnumerable<Duty> Due(this Standard standard, Served served, WorkCalendar calendar, DateRange query, Func<Obligation, bool> which) =>
        served.Stays
            .Where(stay => stay.Days.Exists(days => days.Cut(query).IsSome))
            .SelectMany(stay => standard.Of(stay, served, calendar, query, which))
            .Where(duty => query.Contains(duty.Due));

    private static IEnumerable<Duty> Of(
        this Standard standard, Stay stay, Served served, WorkCalendar calendar, DateRange query, Func<Obligation, bool> which) =>
        (from days in stay.Days
         from obligations in standard.Owed(stay.Class)
         select new InClass(standard.Counting, stay, days, obligations, served, calendar, query))
        .Match(Some: inClass => Duties(inClass, which), None: () => []);

    private static IEnumerable<Duty> Duties(InClass at, Func<Obligation, bool> which) =>
        at.Obligations.Filter(which).SelectMany(obligation => obligation.Rhythm switch
        {
            Rhythm.Counted(var frequency) => at.Counted(obligation, frequency),
            Rhythm.OnOccasions(var occasions) => at.OnOccasions(obligation, occasions),
            Rhythm.State(var workingDays) => at.States(obligation, workingDays),
            Rhythm.Standing => [],
        });

    /// <summary>All that the duties of one stay follow from.</summary>
    private sealed record InClass(
        Counting Counting,
        Stay Stay,
        DateRange Days,
        Arr<Obligation> Obligations,
        Served Served,
        WorkCalendar Calendar,
        DateRange Query)
    {
        /// <summary>So many of each period as the days in the class are of its days, rounded down.</summary>
        public IEnumerable<Duty> Counted(Obligation obligation, Frequency frequency) =>
            from owed in Owing(obligation).AsEnumerable()
            from period in Period.Meeting(frequency.Per, Query.From, Query.To)
            from window in DateRange.Of(period).Cut(owed).AsEnumerable()
            let count = frequency.Times * window.Days / period.Days
            from at in Enumerable.Range(1, count)
            select Due(obligation, Means.Engagement, window, Period.Of(frequency.Per, period.End.AddDays(1)).End) with
            {
                Ordinal = Some(new Ordinal(at, count)),
            };

        /// <summary>On every day kept in the class, from a few days before it; as many days again are late.</summary>
        public IEnumerable<Duty> OnOccasions(Obligation obligation, Arr<Occasion> occasions) =>
            from occasion in occasions
            from year in Enumerable.Range(Query.From.Year, Query.To.Year - Query.From.Year + 1)
            from day in Day(occasion, year).AsEnumerable()
            where Days.Contains(day)
            from window in new DateRange(day.AddDays(-Counting.GreetingDays), day).Cut(Days).AsEnumerable()
            select Due(obligation, Means.Engagement, window, day.AddDays(Counting.GreetingDays + 1)) with { Occasion = Some(occasion) };

        /// <summary>Something to be brought about, and from then on looked at on the last day of every quarter.</summary>
        public IEnumerable<Duty> States(Obligation obligation, Option<int> workingDays)
        {
            var opening = workingDays.Bind(days => FileIsOpen ? None : Opening(obligation, days));
            var ready = workingDays.IsSome && !FileIsOpen ? opening.Map(duty => duty.Due) | Some(DateOnly.MaxValue) : None;
            return opening.AsEnumerable().Concat(
                from quarter in Period.Meeting(PeriodLength.Quarter, Query.From, Query.To)
                where Days.Contains(quarter.End) && ready.ForAll(day => day <= quarter.End)
                from window in DateRange.Of(quarter).Cut(Days).AsEnumerable()
                select Due(obligation, Means.StateOnTheDay, window, window.To));
        }

        private Option<Duty> Opening(Obligation obligation, int workingDays)
        {
            var due = Calendar.After(Stay.DecidedOn, workingDays);
            return Days.Contains(due) ? Some(Due(obligation, Means.OpenFile, new DateRange(Days.From, due), Calendar.After(due, workingDays))) : None;
        }

        /// <summary>True when the file was open before the stay began.</summary>
        private bool FileIsOpen => Served.FileOpenedOn.Exists(opened => opened < Days.From);

        /// <summary>The days on which an obligation is owed: active contact waits for the file, where the class is owed one.</summary>
        private Option<DateRange> Owing(Obligation obligation) =>
            obligation is not Obligation.ActiveContact || !Obligations.Exists(other => other is Obligation.Dossier)
                ? Some(Days)
                : Served.FileOpenedOn.Bind(opened => opened < Days.To ? Days.Cut(new DateRange(opened.AddDays(1), Days.To)) : None);

        private Option<DateOnly> Day(Occasion occasion, int year) => occasion == Occasion.Birthday
            ? Served.BirthDate.Filter(born => born.Year < year).Map(born => Festivals.Birthday(born, year))
            : Festivals.On(occasion, year);

        private Duty Due(Obligation obligation, Means means, DateRange window, DateOnly lateUntil)
        {
            var (wished, restricted) = (Served.ConsentsOn(window.To), means == Means.Engagement && Served.Restrictions.Covers(window.To));
            var channels = obligation.Terms.Channels.Filter(channel => !restricted && !wished.Refuses(channel));
            var waived = restricted ? Some(Waiver.Restricted)
                : channels.IsEmpty && !obligation.Terms.Channels.IsEmpty ? Some(Waiver.RefusedChannels)
                : !wished.Permits(obligation.Needs) ? Some(Waiver.NoConsent)
                : None;
            return new Duty(Stay.Class, obligation, means, None, window, lateUntil, channels, None, waived);
        }
    }
}
