using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Archive;

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

/// <summary>A customer's duty.</summary>
internal sealed record CustomerDuty(CustomerCare Of, OwedDuty Duty)
{
    /// <summary>Whose duty it is.</summary>
    public string Customer => Of.Customer;

    /// <summary>Where it stands in a list: by customer, then by the duty's key. A space sorts before all that an id may hold.</summary>
    public string Key => $"{Customer} {Duty.Key}";
}

/// <summary>The duties of many customers, worked out as they are asked for: nothing is stored of them.</summary>
internal sealed class DutyBook(IStore store, Standings standings, YearArchive<Engagement> engagements, WorkCalendar calendar, ContactLimits limits)
{
    /// <summary>At most so many duties after a key, in the order of keys, and the key after which the rest comes.</summary>
    public ValueTask<(IReadOnlyList<CustomerDuty> Shown, string? Next)> Page(DutyQuery query, string? after, int limit, DateOnly today, CancellationToken ct) =>
        store.Walk(query.Outlet, query.Manager, after, limit, rows => Duties(rows, query, today, ct), duty => duty.Key, ct);

    /// <summary>A customer with everything that was done.</summary>
    public async ValueTask<CustomerCare> Of(string customer, ServiceStanding standing, CancellationToken ct) =>
        new(customer, standing, await engagements.Of(customer, ct));

    /// <summary>The customer's duties due in the window, by their keys.</summary>
    public Arr<OwedDuty> Duties(CustomerCare of, DateRange window, DateOnly today) => of.Standing.Duties(calendar, window, of.Done, today);

    /// <summary>The keys of the customer's duties due in the window that contact limits leave no room for.</summary>
    public System.Collections.Generic.HashSet<string> Conflicts(CustomerCare of, DateRange window, DateOnly today) =>
        [.. of.Standing.Conflicts(calendar, window, of.Done, limits, today).Map(duty => duty.Key)];

    /// <summary>What was done in the window against the customer's wishes or beyond the limits.</summary>
    public Arr<Violation> Violations(CustomerCare of, DateRange window) =>
        of.Standing.Violations(of.Done, limits).Filter(violation => window.Contains(violation.Engagement.Date));

    /// <summary>The duties of these customers that are wanted; what was done is read for those who are owed any.</summary>
    private async ValueTask<IReadOnlyList<CustomerDuty>> Duties(IReadOnlyList<Row> rows, DutyQuery query, DateOnly today, CancellationToken ct)
    {
        var owed = new List<(string Customer, ServiceStanding Standing)>();
        foreach (var row in rows)
        {
            if (!Held.From(row.Body).IsWithdrawn && await standings.Of(row, ct) is var standing && Asked(standing, query) && standing.Owes(calendar, query.Window))
            {
                owed.Add((row.Id, standing));
            }
        }

        var done = await engagements.Of(owed.Select(one => (one.Customer, one.Standing.FirstYear(query.Window with { From = today < query.Window.From ? today : query.Window.From }))), Math.Min(today.Year, query.Window.To.Year + 1), ct);
        return
        [
            .. owed
                .Select(one => new CustomerCare(one.Customer, one.Standing, done.GetValueOrDefault(one.Customer, [])))
                .SelectMany(one => Duties(one, query.Window, today).Filter(query.Wants).Map(duty => new CustomerDuty(one, duty))),
        ];
    }

    private static bool Asked(ServiceStanding standing, DutyQuery query) => (query.Outlet is null || standing.Outlet == query.Outlet) && (query.Manager is null || standing.Manager == query.Manager);
}
