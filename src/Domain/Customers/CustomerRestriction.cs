namespace Kehu.Domain;

/// <summary>
/// That nothing is sent to a customer, from a day on: no list for sending has the customer, and no offer is made. The record stays, is read and corrected, and
/// is counted. Source: governance, personal data.
/// </summary>
/// <param name="From">The first day on which it counts (UTC+8).</param>
/// <param name="RecordedAt">When it was set (UTC).</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who set it.</param>
/// <param name="Until">The first day on which it no longer counts; none: until it is lifted.</param>
/// <param name="LiftedAt">When it was lifted (UTC).</param>
public sealed record CustomerRestriction(
    DateOnly From, DateTime RecordedAt, string Reason, Option<string> By, Option<DateOnly> Until, Option<DateTime> LiftedAt)
{
    /// <summary>A restriction as it is answered and kept.</summary>
    public static Contract<CustomerRestriction> Contract { get; } = new(
        "That nothing is sent to a customer from a day on, and why.",
        new CustomerRestriction(default, default, "", None, None, None),
        Fields<CustomerRestriction>.Needed("from", Forms.Day, one => one.From, (one, day) => one with { From = day }) with
        { Says = "The first day on which it counts (UTC+8)." },
        Fields<CustomerRestriction>.Needed("recordedAt", Forms.Instant, one => one.RecordedAt, (one, moment) => one with { RecordedAt = moment }) with
        { Says = "When it was set (UTC)." },
        Fields<CustomerRestriction>.Needed("reason", CustomerRecord.Text, one => one.Reason, (one, reason) => one with { Reason = reason }) with
        { IsPersonal = true },
        Fields<CustomerRestriction>.Optional("by", CustomerRecord.Text, one => one.By, (one, who) => one with { By = who }) with
        { Says = "Who set it." },
        Fields<CustomerRestriction>.Optional("until", Forms.Day, one => one.Until, (one, day) => one with { Until = day }) with
        { Says = "The first day on which it no longer counts, where it was lifted." },
        Fields<CustomerRestriction>.Optional("liftedAt", Forms.Instant, one => one.LiftedAt, (one, moment) => one with { LiftedAt = moment }) with
        { Says = "When it was lifted (UTC)." })
    {
        Name = "CustomerRestriction",
    };

    /// <summary>Whether it counts on a day.</summary>
    public bool Covers(DateOnly day) => From <= day && Until.ForAll(end => day < end);

    /// <summary>The same as it was known at a moment after it was set.</summary>
    internal CustomerRestriction KnownAt(DateTime moment) => LiftedAt.Exists(lifted => lifted > moment) ? this with { Until = None, LiftedAt = None } : this;
}

/// <summary>The restrictions of a customer, one after the other; the last may be in force.</summary>
public sealed record RestrictionLog(Arr<CustomerRestriction> All)
{
    /// <summary>The most that are kept (house): of more the earliest go.</summary>
    public const int Most = 64;

    /// <summary>There never was one.</summary>
    public static RestrictionLog Empty { get; } = new(Array<CustomerRestriction>());

    /// <summary>The one that is not lifted.</summary>
    public Option<CustomerRestriction> InForce => All.LastOrNone().Filter(last => last.LiftedAt.IsNone);

    /// <summary>The days on which one begins or ends to count, in order.</summary>
    public Arr<DateOnly> Borders => new(All.Bind(one => one.Until.Match(Some: end => Array(one.From, end), None: () => Array(one.From))).Order());

    /// <summary>Whether nothing is sent on a day.</summary>
    public bool Covers(DateOnly day) => All.Exists(one => one.Covers(day));

    /// <summary>With one that is set now; the one that is in force stays, with the reason that is given now.</summary>
    public RestrictionLog Set(DateOnly today, DateTime moment, string reason, Option<string> by) => InForce.Match(
        Some: last => last.Reason == reason ? this : new RestrictionLog(All.SetItem(All.Count - 1, last with { Reason = reason, By = by })),
        None: () => new RestrictionLog(Latest(All.Add(new CustomerRestriction(today, moment, reason, by, None, None)))));

    /// <summary>With the one that is in force lifted.</summary>
    public RestrictionLog Lift(DateOnly today, DateTime moment) => InForce.Match(
        Some: last => new RestrictionLog(All.SetItem(All.Count - 1, last with { Until = today, LiftedAt = moment })),
        None: () => this);

    /// <summary>What was known at a moment.</summary>
    public RestrictionLog KnownAt(DateTime moment) => new(All.Filter(one => one.RecordedAt <= moment).Map(one => one.KnownAt(moment)));

    private static Arr<CustomerRestriction> Latest(Arr<CustomerRestriction> all) => all.Count > Most ? new(all.Skip(all.Count - Most)) : all;
}
