namespace Kehu.Domain;

/// <summary>How high a unit of the bank stands, lowest first. Source: facts, organisation and staff.</summary>
public enum UnitLevel
{
    Outlet = 0,
    SubBranch,
    Branch,
    HeadOffice,
}

/// <summary>Levels in codes and words.</summary>
public static class UnitLevels
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this UnitLevel level) => level switch
    {
        UnitLevel.Outlet => "outlet",
        UnitLevel.SubBranch => "sub-branch",
        UnitLevel.Branch => "branch",
        UnitLevel.HeadOffice => "head-office",
    };

    /// <summary>The parameter and the member on the wire that hold the code of a unit of the level.</summary>
    public static string Member(this UnitLevel level) => level switch
    {
        UnitLevel.Outlet => "outlet",
        UnitLevel.SubBranch => "subBranch",
        UnitLevel.Branch => "branch",
        UnitLevel.HeadOffice => "headOffice",
    };

    /// <summary>The level in words.</summary>
    public static Label Label(this UnitLevel level) => level switch
    {
        UnitLevel.Outlet => new Label("outlet", "网点"),
        UnitLevel.SubBranch => new Label("sub-branch", "支行"),
        UnitLevel.Branch => new Label("branch", "分行"),
        UnitLevel.HeadOffice => new Label("head office", "总行"),
    };

    /// <summary>The level where a line begins with it.</summary>
    public static Label Heading(this UnitLevel level)
    {
        var (en, zh) = level.Label();
        return new Label(char.ToUpperInvariant(en[0]) + en[1..], zh);
    }
}
