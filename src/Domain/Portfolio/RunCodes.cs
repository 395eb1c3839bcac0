namespace Kehu.Domain;

/// <summary>States and failures of runs in codes.</summary>
public static class RunCodes
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this RunState state) => state switch
    {
        RunState.Queued => "queued",
        RunState.Running => "running",
        RunState.Finished => "finished",
        RunState.Cancelled => "cancelled",
        RunState.Failed => "failed",
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this RunFailure failure) => failure switch
    {
        RunFailure.PolicyChanged => "policy-changed",
        RunFailure.Defect => "defect",
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this RankReason reason) => reason switch
    {
        RankReason.Positive => "positive",
        RankReason.NotPositive => "not-positive",
        RankReason.Unknown => "unknown",
    };
}
