namespace Kehu.Domain;

/// <summary>How much working time there is, each month the same way.</summary>
public abstract record WorkSupply
{
    private WorkSupply()
    {
    }

    /// <summary>Hours a month, in hundredths.</summary>
    public sealed record Hours(long Hundredths) : WorkSupply;

    /// <summary>People who work full hours on every working day, in hundredths: 50 is one who works half of them.</summary>
    public sealed record People(long Hundredths) : WorkSupply;

    /// <summary>The time in a month, in seconds: exact, since a hundredth of an hour is 36 seconds.</summary>
    public Int128 Seconds(Period month, WorkCalendar calendar) => this switch
    {
        Hours(var hundredths) => (Int128)hundredths * SecondsOfAHundredth,
        People(var hundredths) =>
            (Int128)hundredths * SecondsOfAHundredth * calendar.Count(month.Start, month.End) * (WorkHours.Closing - WorkHours.Opening).Hours,
    };

    private const long SecondsOfAHundredth = 36;
}

/// <summary>
/// The working time of a role: at an outlet, or, where none is named, shared by all outlets that have no line of their own for the role.
/// </summary>
public sealed record WorkLine(Role Role, Option<string> Outlet, WorkSupply Supply)
{
    /// <summary>The most hours a month of a line, and the most people (house).</summary>
    public const long Most = 10_000_000;

    private static readonly Form<long> Number = new Form.Hundredths(Most * 100, "json.range") { TooFine = "capacity.too-fine" };

    private static readonly Field<WorkLine, Role> OfRole = Sent<WorkLine>.Needed(
        "role", Forms.One<Role>(Roles.Code), (line, role) => line with { Role = role });

    private static readonly Field<WorkLine, string> OfOutlet = Sent<WorkLine>.Optional(
        "outlet", Forms.Unit, (line, code) => line with { Outlet = code });

    private static readonly Arr<Field<WorkLine>> Either = Array<Field<WorkLine>>(
        Sent<WorkLine>.Optional("hours", Number, (line, hours) => line with { Supply = new WorkSupply.Hours(hours) }),
        Sent<WorkLine>.Optional("people", Number, (line, people) => line with { Supply = new WorkSupply.People(people) }));

    private static readonly Rule<WorkLine> OneOfBoth = new(
        Array<Field<WorkLine>>(),
        _ => Seq1(Fault.At("", "capacity.supply", "send either hours (a month) or people", "请发送 hours（每月小时数）或 people（人数）之一")));

    /// <summary>The line on the wire.</summary>
    public static Contract<WorkLine> Contract { get; } = new(
        "Either hours or people.", new WorkLine(default, None, new WorkSupply.Hours(0)), [OfRole, OfOutlet, .. Either])
    {
        Rules = Array(OneOfBoth with { Beside = Either }, OneOfBoth with { Without = Either }),
    };

    /// <summary>No two lines are of the same role and outlet.</summary>
    public static Once<WorkLine> Once { get; } = new(
        Array<Field<WorkLine>>(OfRole),
        Array<Field<WorkLine>>(OfOutlet),
        line => (line.Role, line.Outlet),
        Fault.At("", "capacity.repeated-line", "this role and outlet are listed before; add the hours up", "该角色和网点已列出；请将工时合并"));
}
