namespace Kehu.Api;

/// <summary>Whose scorecard it is.</summary>
internal enum ScoredUnit
{
    Outlet = 0,
    SubBranch,
    Branch,
    Manager,
    Layer,
}

/// <summary>Scored units in codes.</summary>
internal static class ScoredUnits
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this ScoredUnit unit) => unit.Grouping().Code();

    /// <summary>By what the figures are grouped.</summary>
    public static Grouping Grouping(this ScoredUnit unit) => unit switch
    {
        ScoredUnit.Outlet => Domain.Grouping.Outlet,
        ScoredUnit.SubBranch => Domain.Grouping.SubBranch,
        ScoredUnit.Branch => Domain.Grouping.Branch,
        ScoredUnit.Manager => Domain.Grouping.Manager,
        ScoredUnit.Layer => Domain.Grouping.Layer,
    };
}
