namespace Kehu.Domain;

/// <summary>On which side of its target a figure is to be.</summary>
public enum TargetSide
{
    AtLeast = 0,
    AtMost,
}

/// <summary>How a figure stands to its target.</summary>
public enum Verdict
{
    Met = 0,
    Missed,

    /// <summary>The target lies within the interval of a sample.</summary>
    Undecided,
}

/// <summary>What a figure is to reach, with where that is written; a share is a fraction of 1.</summary>
public sealed record Target(TargetSide Side, Fraction Value, Citation Citation)
{
    /// <summary>Whether an exact figure reaches it.</summary>
    public bool IsReachedBy(Fraction figure) => Side switch
    {
        TargetSide.AtLeast => figure >= Value,
        TargetSide.AtMost => figure <= Value,
    };
}

/// <summary>Targets and verdicts in codes and words.</summary>
public static class Targets
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this TargetSide side) => side switch
    {
        TargetSide.AtLeast => "at-least",
        TargetSide.AtMost => "at-most",
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.Missed => "missed",
        Verdict.Undecided => "undecided",
    };

    /// <summary>The verdict in words.</summary>
    public static Label Label(this Verdict verdict) => verdict switch
    {
        Verdict.Met => new Label("met", "达标"),
        Verdict.Missed => new Label("missed", "未达标"),
        Verdict.Undecided => new Label("undecided", "尚不能判定"),
    };
}
