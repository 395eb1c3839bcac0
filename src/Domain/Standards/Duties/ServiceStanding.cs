namespace Kehu.Domain;

/// <summary>A standard with the policy whose classes it serves.</summary>
public sealed record StandardInForce(Standard Standard, CompiledPolicy Policy);

/// <summary>A customer as one standard sees it, and what its policy made of the newest record.</summary>
public sealed record StandardStanding(Standard Standard, Served Served, Option<Outcome> Latest);

/// <summary>A customer as every standard sees it: all that duties follow from, the calendar and what was done apart.</summary>
/// <param name="Outlet">The outlet of the newest record.</param>
/// <param name="Manager">The manager of the newest record.</param>
/// <param name="Under">The standards whose policies are for this kind of customer.</param>
/// <param name="Holdings">What was on file and held, by date.</param>
public sealed record ServiceStanding(Option<string> Outlet, Option<string> Manager, Arr<StandardStanding> Under, Arr<Holding> Holdings)
{
    /// <summary>What the snapshots on file, one a date and in order of dates, make of the customer.</summary>
    public static ServiceStanding Of(Arr<CustomerRecord> snapshots, Arr<StandardInForce> standards)
    {
        var newest = snapshots.LastOrNone();
        return new(
            newest.Map(last => last.Outlet),
            newest.Bind(last => last.Manager),
            standards
                .Filter(one => newest.Exists(last => one.Policy.Policy.ScopeOf(last.Kind).IsSome))
                .Map(one => new StandardStanding(
                    one.Standard,
                    snapshots.Under(one.Policy),
                    newest.Map(last => last.Customer.By(one.Policy, last.DecidedOn, ask: false).Outcome))),
            snapshots.Holdings());
    }

    /// <summary>A customer of whom is known only how one standard sees it.</summary>
    public static ServiceStanding Of(Standard standard, Served served) =>
        new(None, None, Array(new StandardStanding(standard, served, None)), Array<Holding>());

    /// <summary>The same customer, of whom a log says what is allowed.</summary>
    public ServiceStanding With(ConsentLog consents)
    {
        var wishes = consents.Wishes;
        return this with { Under = Under.Map(one => one with { Served = one.Served with { Wishes = wishes } }) };
    }

    /// <summary>The same customer, to whom nothing is sent while these restrictions count.</summary>
    public ServiceStanding With(RestrictionLog restrictions) => restrictions.All.IsEmpty
        ? this
        : this with { Under = Under.Map(one => one with { Served = one.Served with { Restrictions = restrictions } }) };

    /// <summary>The duties due in the query under every standard, in the order of <see cref="OwedDuty.Key"/>, as they stand on a day.</summary>
    public Arr<OwedDuty> Duties(WorkCalendar calendar, DateRange query, IReadOnlyCollection<Engagement> engagements, DateOnly today) => new(
        Under
            .SelectMany(one => one.Standard.Assess(one.Served, calendar, query, engagements, Holdings, today)
                .Map(assessed => new OwedDuty(one.Standard.Id, assessed)))
            .OrderBy(duty => duty.Key, StringComparer.Ordinal));

    /// <summary>Whether any duty is due in the query; then what was done has to be known.</summary>
    public bool Owes(WorkCalendar calendar, DateRange query) => Under.Exists(one => one.Standard.Due(one.Served, calendar, query, _ => true).Any());

    /// <summary>The first year whose engagements bear on the duties due in the query (<see cref="Kinship"/>).</summary>
    public int FirstYear(DateRange query) => Under.Map(one => Kinship.FirstYear(one.Served, query)).Fold(query.From.Year, Math.Min);
}

/// <summary>A duty of a customer under a standard.</summary>
public sealed record OwedDuty(StandardId Standard, Assessed Assessed)
{
    /// <summary>The day by which it is to be done.</summary>
    public DateOnly Due => Assessed.Duty.Due;

    /// <summary>
    /// Its name among the customer's duties, which stays while the duty does; its ordinal order is by due date, standard, obligation and ordinal.
    /// </summary>
    public string Key
    {
        get
        {
            var duty = Assessed.Duty;
            var occasion = duty.Occasion.Map(one => (int)one).IfNone(0);
            return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{Due:yyyy-MM-dd} {Standard} {duty.Obligation.Code} {(int)duty.Means}{occasion}{duty.Place.Ordinal:000}");
        }
    }
}
