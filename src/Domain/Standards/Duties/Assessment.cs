namespace Kehu.Domain;

/// <summary>How a duty stands, from the best to the worst, but for the waived ones, which count nowhere. Source: standards.</summary>
public enum DutyStatus
{
    /// <summary>Done within its window.</summary>
    Kept = 0,

    /// <summary>Done within one further period.</summary>
    Late,

    /// <summary>Its window has not begun.</summary>
    Upcoming,

    /// <summary>Its window has begun and it can still be done, if only late.</summary>
    Due,

    /// <summary>Not done, and too late for it.</summary>
    Missed,

    /// <summary>Not to be done: every channel is refused, there is no consent, or nothing is sent to the customer.</summary>
    Waived,
}

/// <summary>What was on file and held from a day on, until the next such record; unknown products show nothing.</summary>
public sealed record Holding(DateOnly AsOf, FiledFields File, Option<Arr<string>> Products);

/// <summary>A duty with how it stands, and the engagement that did it.</summary>
public sealed record Assessed(Duty Duty, DutyStatus Status, Option<Engagement> DoneBy)
{
    /// <summary>
    /// Of a customer's file that is not complete, what is missing: on the due date, or today where that is still to come. Nothing where no record is known.
    /// </summary>
    public Arr<DossierField> Missing { get; init; } = Array<DossierField>();
}

/// <summary>Engagements matched to duties.</summary>
public static class Assessment
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this DutyStatus status) => status switch
    {
        DutyStatus.Kept => "kept",
        DutyStatus.Late => "late",
        DutyStatus.Upcoming => "upcoming",
        DutyStatus.Due => "due",
        DutyStatus.Missed => "missed",
        DutyStatus.Waived => "waived",
    };

    /// <summary>
    /// How the duties due in the query stand on a day. All duties that share engagements with them are planned too (<see cref="Kinship"/>), so
    /// that the answer does not depend on the query; engagements after the day count for nothing.
    /// </summary>
    public static Arr<Assessed> Assess(
        this Standard standard, Served served, WorkCalendar calendar, DateRange query,
        IReadOnlyCollection<Engagement> engagements, IEnumerable<Holding> holdings, DateOnly today) =>
        standard.Assess(served, calendar, query, query, engagements, holdings, today);

    /// <summary>The same where more of the marketing duties are asked for than of the others.</summary>
    internal static Arr<Assessed> Assess(
        this Standard standard, Served served, WorkCalendar calendar, DateRange query, DateRange marketing,
        IReadOnlyCollection<Engagement> engagements, IEnumerable<Holding> holdings, DateOnly today)
    {
        var asked = standard.Asked(served, calendar, query, marketing);
        var shared = asked.Filter(duty => duty.Means == Means.Engagement && !duty.Waived && engagements.Count > 0)
            .Map(duty => duty.Obligation).DistinctBy(obligation => obligation.Code).ToArray();
        var kin = shared
            .SelectMany(one => standard.Due(served, calendar, standard.Around(one, served, Days(one)), other => other.Code == one.Code))
            .Concat(asked.Filter(duty => System.Array.TrueForAll(shared, obligation => obligation.Code != duty.Obligation.Code)));
        return Assess(kin, standard.Counting, served, engagements, holdings, today)
            .Filter(assessed => Days(assessed.Duty.Obligation).Contains(assessed.Duty.Due));

        DateRange Days(Obligation obligation) => obligation.IsMarketing ? marketing : query;
    }

    /// <summary>The duties asked for, in order.</summary>
    private static Arr<Duty> Asked(this Standard standard, Served served, WorkCalendar calendar, DateRange query, DateRange marketing) => query == marketing
        ? standard.Plan(served, calendar, query)
        : new Arr<Duty>(standard.Due(served, calendar, query, obligation => !obligation.IsMarketing)
            .Concat(standard.Due(served, calendar, marketing, obligation => obligation.IsMarketing))
            .OrderBy(duty => duty.Place));

    /// <summary>How these duties stand, with no others to share the engagements with; in the order of duties whatever the order they come in.</summary>
    public static Arr<Assessed> Assess(
        IEnumerable<Duty> duties, Counting counting, Served served, IEnumerable<Engagement> engagements, IEnumerable<Holding> holdings, DateOnly today)
    {
        var done = engagements.Where(engagement => engagement.Date <= today && served.Permits(engagement.Channel, engagement.Needs, engagement.Date))
            .OrderBy(engagement => engagement.Date).ThenBy(engagement => engagement.Id, StringComparer.Ordinal).ToArray();
        var held = holdings.OrderBy(holding => holding.AsOf).ToArray();
        return new Arr<Assessed>(duties
            .Select(duty => duty.Overdue(served, today))
            .GroupBy(duty => (duty.Obligation.Code, ByEngagement: duty.Means == Means.Engagement && !duty.Waived))
            .SelectMany(kind => kind.Key.ByEngagement
                ? Matched([.. kind.OrderBy(duty => duty.Place)], counting, done, today)
                : kind.Select(duty => duty.Assess(served, held, today)))
            .OrderBy(assessed => assessed.Duty.Place));
    }

    private static IEnumerable<Assessed> Matched(Duty[] duties, Counting counting, Engagement[] engagements, DateOnly today)
    {
        var by = Matching.Best(
            [.. duties.Select(duty => Between(duty, duty.Window))],
            [.. duties.Select(duty => duty.LateUntil > duty.Due ? Between(duty, new DateRange(duty.Due.AddDays(1), duty.LateUntil)) : [])],
            engagements.Length);
        return duties.Select((duty, at) => by[at] < 0
            ? new Assessed(duty, duty.Undone(today), None)
            : new Assessed(duty, Done(duty, engagements[by[at]].Date), Some(engagements[by[at]])));

        int[] Between(Duty duty, DateRange days) =>
            [.. From(days.From).TakeWhile(at => engagements[at].Date <= days.To).Where(at => engagements[at].Fits(duty, counting))];

        IEnumerable<int> From(DateOnly day)
        {
            var (low, high) = (0, engagements.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = engagements[middle].Date < day ? (middle + 1, high) : (low, middle);
            }

            return Enumerable.Range(low, engagements.Length - low);
        }
    }

    /// <summary>A duty that no engagement is needed for, or that is waived.</summary>
    private static Assessed Assess(this Duty duty, Served served, Holding[] holdings, DateOnly today)
    {
        var status = duty.Waived ? DutyStatus.Waived : duty.Means switch
        {
            Means.Engagement => duty.Undone(today),
            Means.OpenFile => served.FileOpenedOn.Filter(opened => opened <= today && opened <= duty.LateUntil)
                .Match(Some: opened => Done(duty, opened), None: () => duty.Undone(today)),
            Means.StateOnTheDay => duty.Due <= today && holdings.On(duty.Due).Exists(on => on.Shows(duty.Obligation, duty.Due))
                ? DutyStatus.Kept
                : duty.Undone(today),
        };
        return new Assessed(duty, status, None)
        {
            Missing = status is DutyStatus.Upcoming or DutyStatus.Due or DutyStatus.Missed ? duty.Missing(holdings, today) : Array<DossierField>(),
        };
    }

    /// <summary>What was on file and held on a day.</summary>
    private static Option<Holding> On(this Holding[] holdings, DateOnly day) => Optional(holdings.LastOrDefault(holding => holding.AsOf <= day));

    /// <summary>What a file lacks of what is asked for: a state on its day, and whatever is still to come, or is opened late, today.</summary>
    private static Arr<DossierField> Missing(this Duty duty, Holding[] holdings, DateOnly today)
    {
        var day = duty.Means == Means.StateOnTheDay && duty.Due < today ? duty.Due : today;
        return duty.Obligation is Obligation.Dossier(var fields, _, _) && holdings.Length > 0
            ? holdings.On(day).Match(Some: on => on.File.Missing(fields, day), None: () => fields)
            : Array<DossierField>();
    }

    private static bool Shows(this Holding holding, Obligation obligation, DateOnly day) => obligation switch
    {
        Obligation.Dossier(var fields, _, _) => holding.File.Missing(fields, day).IsEmpty,
        Obligation.ProductCoverage(var products, var kinds, _) => holding.Products.Exists(held =>
            products.ForAll(one => held.Contains(one)) && held.Distinct().Count() >= kinds),
        Obligation.ActiveContact or Obligation.Greeting or Obligation.Gift or Obligation.BirthdayGift or Obligation.EventInvitation
            or Obligation.SeniorVisit or Obligation.ProductMessage or Obligation.Survey or Obligation.MarketInformation
            or Obligation.Promotion or Obligation.OneToOne or Obligation.TailoredPlan or Obligation.Revisit
            or Obligation.OwnerRole or Obligation.ResponseTime => false,
    };

    private static DutyStatus Done(Duty duty, DateOnly on) => on <= duty.Due ? DutyStatus.Kept : DutyStatus.Late;

    /// <summary>What is past its due date and can still be done late is done over channels that the customer wants today.</summary>
    private static Duty Overdue(this Duty duty, Served served, DateOnly today) =>
        duty.Means == Means.Engagement && !duty.Waived && duty.Due < today && today <= duty.LateUntil
            ? duty with { Channels = duty.Obligation.Terms.Channels.Filter(channel => served.Permits(channel, duty.Obligation.Needs, today)) }
            : duty;

    /// <summary>Late is too late where no channel is left.</summary>
    private static DutyStatus Undone(this Duty duty, DateOnly today) =>
        today < duty.Window.From ? DutyStatus.Upcoming
        : today <= duty.Due || (today <= duty.LateUntil && (duty.Means != Means.Engagement || !duty.Channels.IsEmpty)) ? DutyStatus.Due
        : DutyStatus.Missed;

}
