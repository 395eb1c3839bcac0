namespace Kehu.Domain;

/// <summary>By what the figures of an indicator are asked for.</summary>
public enum GroupedBy
{
    Nothing = 0,
    Outlet,
    Manager,
    Class,
    Month,
    Quarter,
}

/// <summary>Groupings in codes, and the periods they ask for.</summary>
public static class GroupsBy
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this GroupedBy by) => by switch
    {
        GroupedBy.Nothing => "whole",
        GroupedBy.Outlet => "outlet",
        GroupedBy.Manager => "manager",
        GroupedBy.Class => "class",
        GroupedBy.Month => "month",
        GroupedBy.Quarter => "quarter",
    };

    /// <summary>The parts of a period that have begun; none where it is not grouped by periods.</summary>
    public static Arr<EvaluatedDays> Parts(this GroupedBy by, Period period, DateOnly today)
    {
        return by switch
        {
            GroupedBy.Nothing or GroupedBy.Outlet or GroupedBy.Manager or GroupedBy.Class => Arr<EvaluatedDays>.Empty,
            GroupedBy.Month => Of(PeriodLength.Month),
            GroupedBy.Quarter => Of(PeriodLength.Quarter),
        };

        Arr<EvaluatedDays> Of(PeriodLength length) => new(Period.Meeting(length, period.Start, period.End)
            .SelectMany(part => EvaluatedDays.Of(part.ToString(), DateRange.Of(part), today).AsEnumerable()));
    }
}
