using LanguageExt;

namespace Kehu.Api;

/// <summary>Whose duties are wanted, and which of them: of an outlet's or a manager's customers, due in the window, with these statuses (none: any).</summary>
internal sealed record DutyQuery(string? Outlet, string? Manager, StandardId? Standard, DateRange Window, IReadOnlyList<DutyStatus> Statuses)
{
    /// <summary>Whether a duty is under the standard wanted.</summary>
    public bool IsUnder(OwedDuty duty) => Standard is null || duty.Standard == Standard;

    /// <summary>Whether a duty of the window is among those wanted.</summary>
    public bool Wants(OwedDuty duty) => IsUnder(duty) && (Statuses.Count == 0 || Statuses.Contains(duty.Assessed.Status));
}

/// <summary>A customer as every standard sees it, and all that was done that bears on the duties asked for.</summary>
internal sealed record CustomerCare(string Customer, ServiceStanding Standing, Engagement[] Done);

/// <summary>A customer's duty, and all that the customer is owed with it.</summary>
internal sealed record CustomerDuty(string Customer, OwedDuty Duty, OwedInWindow Among)
{
    /// <summary>Where it stands in a list: by customer, then by the duty's key. A space sorts before all that an id may hold.</summary>
    public string Key => $"{Customer} {Duty.Key}";
}

/// <summary>The duties of many customers, worked out as they are asked for: nothing is stored of them.</summary>
internal sealed class DutyPlanner(CustomerStore store, StandingCache standings, WorkCalendar calendar, ContactLimits limits)
{
    /// <summary>What duties are worked out from.</summary>
    public const CustomerParts Parts = CustomerParts.History | Beside;

    /// <summary>What they are worked out from where what the records make of the customer is known.</summary>
    private const CustomerParts Beside = CustomerParts.Engagements | CustomerParts.Consents | CustomerParts.Restrictions;

    /// <summary>At most so many duties after a key, in the order of keys, and the key after which the rest comes.</summary>
    public async ValueTask<(IReadOnlyList<DutyOnFile> Shown, string? Next)> Page(
        AccessScope sees, DutyQuery query, string? after, int limit, DateOnly today, CancellationToken ct)
    {
        // Of those whose standing is known the history is not read, nor what was done for who is owed nothing; what is known now is kept until then.
        var known = new Dictionary<string, StandingInWindow>(StringComparer.Ordinal);
        var (shown, next) = await store.Within(sees).Walk(
            query.Outlet, query.Manager, Wanted, after, limit, customer => Duties(customer, At(customer), query, today), duty => duty.Key, ct);
        var crowded = shown.DistinctBy(one => one.Customer).ToDictionary(one => one.Customer, one => Crowded(one.Among), StringComparer.Ordinal);
        return (shown.Select(one => new DutyOnFile(one.Customer, one.Duty, crowded[one.Customer].Contains(one.Duty.Key))).ToList(), next);

        CustomerParts Wanted(Row head)
        {
            if (standings.Find(head) is not { } standing)
            {
                return Parts;
            }

            var found = known[head.Id] = InWindow(head, standing, query);
            return found.Owes ? Beside : CustomerParts.None;
        }

        StandingInWindow At(CustomerRows customer) =>
            known.Remove(customer.Id, out var found) && found.Version == customer.Head.Version ? found : InWindow(customer.Head, standings.Of(customer), query);
    }

    /// <summary>A customer, and everything that was done for it.</summary>
    public CustomerCare Of(CustomerRows customer) =>
        new(customer.Id, standings.Of(customer).With(customer), EventTables.Engagements.All(customer.Engagements));

    /// <summary>The customer's duties due in the window, by their keys.</summary>
    public Arr<OwedDuty> Duties(CustomerCare of, DateRange window, DateOnly today) => of.Standing.Duties(calendar, window, of.Done, today);

    /// <summary>What the customer is owed in the window.</summary>
    public OwedInWindow Owed(CustomerCare of, DateRange window, DateOnly today) =>
        OwedInWindow.Of(of.Standing, calendar, window, of.Done, today, last: window.To);

    /// <summary>The keys of the duties that contact limits leave no room for.</summary>
    public System.Collections.Generic.HashSet<string> Crowded(OwedInWindow owed) => [.. owed.WithoutRoom(limits).Map(duty => duty.Key)];

    /// <summary>What was done in the window against the customer's wishes or beyond the limits.</summary>
    public Arr<Violation> Violations(CustomerCare of, DateRange window) =>
        of.Standing.Violations(of.Done, limits).Filter(violation => window.Contains(violation.Engagement.Date));

    /// <summary>
    /// The duties of a customer that are wanted; of what was done only that is made out which bears on them, and nothing for who is owed nothing.
    /// </summary>
    private IEnumerable<CustomerDuty> Duties(CustomerRows customer, StandingInWindow at, DutyQuery query, DateOnly today)
    {
        if (!at.Owes)
        {
            return [];
        }

        var first = at.Standing.ByRecords.FirstYear(query.Window with { From = today < query.Window.From ? today : query.Window.From });
        var last = Math.Min(today.Year, query.Window.To.Year + 1);
        var done = EventTables.Engagements.All([.. customer.Engagements.Where(row => YearRow.Read(row.Id).Year is var year && year >= first && year <= last)]);
        var owed = Owed(new CustomerCare(customer.Id, at.Standing.With(customer), done), query.Window, today);
        return owed.Duties.Filter(query.Wants).Map(duty => new CustomerDuty(customer.Id, duty, owed));
    }

    /// <summary>Whoever was withdrawn has no standing under any standard, so nothing is owed.</summary>
    private StandingInWindow InWindow(Row head, KnownStanding standing, DutyQuery query) =>
        new(head.Version, standing, Asked(standing.ByRecords, query) && standing.ByRecords.Owes(calendar, query.Window));

    private static bool Asked(ServiceStanding standing, DutyQuery query) =>
        (query.Outlet is null || standing.Outlet == query.Outlet) && (query.Manager is null || standing.Manager == query.Manager);
}

/// <summary>A version of a customer's record, what the standards make of it, and whether anything wanted is due in the window.</summary>
internal sealed record StandingInWindow(long Version, KnownStanding Standing, bool Owes);
