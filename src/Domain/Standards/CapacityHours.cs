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
        People(var hundredths) => (Int128)hundredths * SecondsOfAHundredth * calendar.Count(month.Start, month.End) * (WorkHours.Closing - WorkHours.Opening).Hours,
    };

    private const long SecondsOfAHundredth = 36;
}

/// <summary>
/// The working time of a role: at an outlet, or, where none is named, shared by all outlets that have no line of their own for the role.
/// </summary>
public sealed record WorkLine(Role Role, Option<string> Outlet, WorkSupply Supply);
