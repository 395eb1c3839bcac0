namespace Kehu.Domain;

/// <summary>What an obligation takes, in whole minutes, rounded up.</summary>
public sealed record MinutesTaken(string Obligation, Int128 Minutes);

/// <summary>
/// A month of a role: minutes needed (rounded up) and available (rounded down; none where no hours are given), and how many are short.
/// </summary>
public sealed record Workload(Period Month, Int128 Needed, Option<Int128> Available, Arr<MinutesTaken> Takes)
{
    /// <summary>Minutes that are lacking; none where it is not known how many there are.</summary>
    public Option<Int128> Short => Available.Map(available => Int128.Max(Needed - available, 0));

    /// <summary>True when it is known that the time does not suffice.</summary>
    public bool Fails => Short.Exists(lacking => lacking > 0);
}

/// <summary>The months of a role at an outlet, or over all outlets that share its hours.</summary>
public sealed record RoleLoad(Option<string> Outlet, Role Role, Arr<Workload> Months);

/// <summary>The first month in which the time does not suffice.</summary>
public sealed record FirstFailure(Option<string> Outlet, Role Role, Workload Load);

/// <summary>Whether the people a bank has can keep a standard. Pure of its inputs. Source: standards, Capacity.</summary>
/// <param name="Loads">Every role that is needed: shared hours first, then by outlet and role; each with all months.</param>
/// <param name="Unused">Lines of hours that nobody needs.</param>
public sealed record Capacity(Arr<RoleLoad> Loads, Arr<WorkLine> Unused)
{
    /// <summary>The loads for which no hours are given.</summary>
    public Arr<RoleLoad> Unknown => Loads.Filter(load => load.Months.Exists(month => month.Available.IsNone));

    /// <summary>False where a month fails, none where none is known to fail and some hours are not known, true otherwise.</summary>
    public Option<bool> Keepable => FailsFirst.IsSome ? false : Unknown.IsEmpty ? true : None;

    /// <summary>The earliest month that fails, then the first by the order of the loads.</summary>
    public Option<FirstFailure> FailsFirst => new Arr<FirstFailure>(Loads
        .SelectMany(load => load.Months.Filter(month => month.Fails).Map(month => new FirstFailure(load.Outlet, load.Role, month)))
        .OrderBy(failure => failure.Load.Month.Start)).HeadOrNone();

    /// <summary>Weighs needs against hours.</summary>
    public static Capacity Of(Arr<WorkNeed> needs, Arr<WorkLine> lines, Arr<Period> months, WorkCalendar calendar)
    {
        var supply = toHashMap(lines.Map(line => ((line.Role, line.Outlet), line.Supply)));
        var loads = needs
            .GroupBy(need => (need.Role, Outlet: Bearer(need, supply)))
            .OrderBy(bearer => bearer.Key.Outlet.IsSome)
            .ThenBy(bearer => bearer.Key.Outlet.IfNone(""), StringComparer.Ordinal)
            .ThenBy(bearer => bearer.Key.Role)
            .Select(bearer => Load(
                bearer.Key.Outlet,
                bearer.Key.Role,
                bearer.ToLookup(need => need.Month),
                months,
                month => supply.Find(bearer.Key).Map(hours => hours.Seconds(month, calendar))))
            .ToArray();
        var used = loads.Select(load => (load.Role, load.Outlet)).ToHashSet();
        return new Capacity(new Arr<RoleLoad>(loads), lines.Filter(line => !used.Contains((line.Role, line.Outlet))));
    }

    /// <summary>Whose hours a need draws on: the outlet's own, else the shared ones, else hours of the outlet that are not known.</summary>
    private static Option<string> Bearer(WorkNeed need, HashMap<(Role, Option<string>), WorkSupply> supply) =>
        !supply.ContainsKey((need.Role, Some(need.Outlet))) && supply.ContainsKey((need.Role, None)) ? None : Some(need.Outlet);

    private static RoleLoad Load(
        Option<string> outlet, Role role, ILookup<Period, WorkNeed> needs, Arr<Period> months, Func<Period, Option<Int128>> seconds) =>
        new(
            outlet,
            role,
            months.Map(month => new Workload(
                month,
                Up(Sum(needs[month])),
                seconds(month).Map(available => available / SecondsAMinute),
                new Arr<MinutesTaken>(needs[month].GroupBy(need => need.Obligation)
                    .Select(same => new MinutesTaken(same.Key, Up(Sum(same))))
                    .OrderByDescending(taken => taken.Minutes).ThenBy(taken => taken.Obligation, StringComparer.Ordinal).ToArray()))));

    private static Int128 Sum(IEnumerable<WorkNeed> needs) => needs.Aggregate(Int128.Zero, (sum, need) => sum + need.Seconds);

    private static Int128 Up(Int128 seconds) => (seconds + SecondsAMinute - 1) / SecondsAMinute;

    private static readonly Int128 SecondsAMinute = 60;
}
