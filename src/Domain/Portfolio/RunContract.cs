namespace Kehu.Domain;

/// <summary>Runs on the wire. They say codes alone: what they found is for programs, and means the same whatever becomes of a policy's words.</summary>
public static class RunContract
{
    private static readonly Contract<RunProgress> Progress = Answered<RunProgress>.Object(
        "Customers looked at.",
        Answered<RunProgress>.Always("done", Forms.Counted, progress => progress.Done),
        Answered<RunProgress>.Always("total", Forms.Counted, progress => progress.Total));

    private static readonly Contract<RunProgress> LeftOut = Answered<RunProgress>.Object(
        "Customers who are withdrawn, and customers of whom nothing was on file as of the date and the moment.",
        Answered<RunProgress>.Always("withdrawn", Forms.Counted, progress => progress.Withdrawn),
        Answered<RunProgress>.Always("notOnFile", Forms.Counted, progress => progress.NotOnFile));

    private static readonly Arr<Field<Run>> Head = Array<Field<Run>>(
        Answered<Run>.Always("id", Forms.Plain, run => run.Id),
        Answered<Run>.Always("state", Forms.One<RunState>(RunCodes.Code), run => run.State),
        Answered<Run>.Nullable("failure", Forms.One<RunFailure>(RunCodes.Code), run => run.Failure) with { Says = "Why it failed." },
        Answered<Run>.Always("asOf", Forms.Day, run => run.AsOf),
        Answered<Run>.Always("knownAt", Forms.Instant, run => run.KnownAt),
        Answered<Run>.Nullable("startedAt", Forms.Instant, run => run.StartedAt),
        Answered<Run>.Nullable("endedAt", Forms.Instant, run => run.EndedAt),
        Answered<Run>.Always("progress", Progress, run => run.Progress));

    private const string Policies = "policies";

    /// <summary>A run with all that it counts. Which way customers went is known once it is finished.</summary>
    public static Contract<Run> Whole { get; } = Answered<Run>.Object(
        "A run with what it counts.",
        [
            .. Head,
            Answered<Run>.Always("leftOut", LeftOut, run => run.Progress),
            Answered<Run>.Always(
                Policies,
                Forms.List(PolicyRun.Contract),
                run => run.Phase == RunPhase.Finished ? run.Policies : run.Policies.Map(policy => policy with { Matrix = None })),
        ]) with
    { Name = "Run" };

    /// <summary>A run in a list.</summary>
    public static Contract<Run> Summary { get; } = Answered<Run>.Object(
        "A run in a list.",
        [.. Head, Answered<Run>.Always(Policies, Forms.List(Forms.Plain), run => run.Versions.Map(policy => policy.Id.Value))]) with
    { Name = "RunSummary" };
}
