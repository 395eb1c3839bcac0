namespace Kehu.Domain;

/// <summary>By what the figures of an indicator are asked for.</summary>
public enum GroupedBy
{
    Nothing = 0,
    Outlet,
    SubBranch,
    Branch,
    Manager,
    Layer,
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
        GroupedBy.SubBranch => "sub-branch",
        GroupedBy.Branch => "branch",
        GroupedBy.Manager => "manager",
        GroupedBy.Layer => "layer",
        GroupedBy.Class => "class",
        GroupedBy.Month => "month",
        GroupedBy.Quarter => "quarter",
    };

    /// <summary>The name of the member with a group's code.</summary>
    public static string Member(this GroupedBy by) => by.Grouping().Map(grouping => grouping.Member()).IfNone(() => by.Code());

    /// <summary>What is grouped by within a period; none where groups are periods of their own, or there are none.</summary>
    public static Option<Grouping> Grouping(this GroupedBy by) => by switch
    {
        GroupedBy.Outlet => Domain.Grouping.Outlet,
        GroupedBy.SubBranch => Domain.Grouping.SubBranch,
        GroupedBy.Branch => Domain.Grouping.Branch,
        GroupedBy.Manager => Domain.Grouping.Manager,
        GroupedBy.Layer => Domain.Grouping.Layer,
        GroupedBy.Class => Domain.Grouping.Class,
        GroupedBy.Nothing or GroupedBy.Month or GroupedBy.Quarter => Option<Grouping>.None,
    };

    /// <summary>The parts of a period that have begun; none where it is not grouped by periods.</summary>
    public static Arr<EvaluatedDays> Parts(this GroupedBy by, Period period, DateOnly today)
    {
        return by switch
        {
            GroupedBy.Nothing or GroupedBy.Outlet or GroupedBy.SubBranch or GroupedBy.Branch or GroupedBy.Manager or GroupedBy.Layer or GroupedBy.Class =>
                Arr<EvaluatedDays>.Empty,
            GroupedBy.Month => Of(PeriodLength.Month),
            GroupedBy.Quarter => Of(PeriodLength.Quarter),
        };

        Arr<EvaluatedDays> Of(PeriodLength length) => new(Period.Meeting(length, period.Start, period.End)
            .SelectMany(part => EvaluatedDays.Of(part.ToString(), DateRange.Of(part), today).AsEnumerable()));
    }
}
