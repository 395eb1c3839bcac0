using System.Numerics;

namespace Kehu.Domain;

/// <summary>
/// The answer to a call for capacity: the customers counted by class, those whose class is open and those whom the policy is not for, and whether the time
/// suffices.
/// </summary>
public sealed record CapacityReport(Standard Standard, CapacityRequest Request, CustomerTally Tally, long Unclassified, long NotApplicable, Capacity Capacity)
{
    private readonly record struct Bearer(Option<string> Outlet, Role Role);

    private static readonly Contract<Bearer> OfBearer = Answered<Bearer>.Object(
        "",
        Answered<Bearer>.Nullable("outlet", Forms.Plain, bearer => bearer.Outlet),
        Answered<Bearer>.Always("role", Forms.One<Role>(Roles.Code), bearer => bearer.Role));

    private static readonly Contract<Workload> OfMonth = Answered<Workload>.Object(
        "",
        Answered<Workload>.Always("month", Forms.Plain, load => $"{load.Month}"),
        Answered<Workload>.Always("needed", Forms.Tally, load => load.Needed),
        Answered<Workload>.Nullable("available", Forms.Tally, load => load.Available.Map(minutes => (BigInteger)minutes)),
        Answered<Workload>.Nullable("short", Forms.Tally, load => load.Short.Map(minutes => (BigInteger)minutes)));

    private static readonly Contract<MinutesTaken> OfTaken = Answered<MinutesTaken>.Object(
        "",
        Answered<MinutesTaken>.Always("obligation", Forms.Plain, taken => taken.Obligation),
        Answered<MinutesTaken>.Always("minutes", Forms.Tally, taken => taken.Minutes));

    private static readonly Contract<FirstFailure> OfFailure = Answered<FirstFailure>.Object(
        "",
        [
            .. Answered<FirstFailure>.Part(OfBearer, failure => new Bearer(failure.Outlet, failure.Role)),
            .. Answered<FirstFailure>.Part(OfMonth, failure => failure.Load),
            Answered<FirstFailure>.Always("takes", Forms.List(OfTaken), failure => failure.Load.Takes),
        ]);

    private static readonly Contract<RoleLoad> OfRole = Answered<RoleLoad>.Object(
        "",
        [
            .. Answered<RoleLoad>.Part(OfBearer, load => new Bearer(load.Outlet, load.Role)),
            Answered<RoleLoad>.Always("months", Forms.List(OfMonth), load => load.Months),
        ]);

    private static readonly Contract<CapacityReport> Customers = Answered<CapacityReport>.Object(
        "Those whose class is open are unclassified, those whom the policy is not for notApplicable; neither is counted.",
        Answered<CapacityReport>.Always("counted", Forms.Counted, answer => answer.Tally.Customers),
        Answered<CapacityReport>.Always("unclassified", Forms.Counted, answer => answer.Unclassified),
        Answered<CapacityReport>.Always("notApplicable", Forms.Counted, answer => answer.NotApplicable),
        Answered<CapacityReport>.Always(
            "classes",
            Forms.List(ClassCount.Contract),
            answer => answer.Standard.Classes.Map(care => new ClassCount(care.Class, answer.Tally.In(care.Class)))));

    /// <summary>The answer on the wire: minutes, by outlet, role and month.</summary>
    public static Contract<CapacityReport> Contract { get; } = Answered<CapacityReport>.Object(
        "Minutes, rounded up where needed and down where available; an outlet of null is hours that outlets share.",
        Answered<CapacityReport>.Always("standard", Forms.Plain, answer => answer.Standard.Id.Value),
        Answered<CapacityReport>.Always("from", Forms.Plain, answer => $"{answer.Request.Months[0]}"),
        Answered<CapacityReport>.Always("months", Forms.Count, answer => answer.Request.Count),
        Answered<CapacityReport>.Always("customers", Customers, answer => answer),
        Answered<CapacityReport>.Always(
            "minutes",
            CapacityRequest.Takes,
            answer => new Arr<(string, long)>(answer.Standard.Timed().Select(obligation => (obligation.Code, (long)answer.Request.Take(obligation))))) with
        {
            Says = "What each time takes, by obligation.",
        },
        Answered<CapacityReport>.Nullable("keepable", Forms.Flag, answer => answer.Capacity.Keepable),
        Answered<CapacityReport>.Nullable("failsFirst", OfFailure, answer => answer.Capacity.FailsFirst),
        Answered<CapacityReport>.Always("unknown", Forms.List(OfBearer), answer => answer.Capacity.Unknown.Map(load => new Bearer(load.Outlet, load.Role))),
        Answered<CapacityReport>.Always("unused", Forms.List(OfBearer), answer => answer.Capacity.Unused.Map(line => new Bearer(line.Outlet, line.Role))),
        Answered<CapacityReport>.Always("roles", Forms.List(OfRole), answer => answer.Capacity.Loads));
}
