namespace Kehu.Domain;

/// <summary>How far a run has come.</summary>
public enum RunPhase
{
    /// <summary>It waits for its turn.</summary>
    Queued = 0,

    /// <summary>It decides, part by part.</summary>
    Deciding,

    /// <summary>All is decided; it is compared with the run before, and what changed is told. It can no longer be cancelled.</summary>
    Telling,

    /// <summary>It is done.</summary>
    Finished,

    /// <summary>It was cancelled or failed, and what it stored is being removed.</summary>
    Removing,

    /// <summary>It was cancelled, or failed; nothing but the run itself is left.</summary>
    Ended,
}

/// <summary>How a run stands, for those who watch it.</summary>
public enum RunState
{
    Queued = 0,
    Running,
    Finished,
    Cancelled,
    Failed,
}

/// <summary>Why a run failed.</summary>
public enum RunFailure
{
    /// <summary>A policy is in force in another version than the run began with.</summary>
    PolicyChanged = 0,

    /// <summary>A stored record could not be read, or the service has a defect.</summary>
    Defect,
}

/// <summary>The run that a policy's answers are compared with, with the version it decided by and that one's place among its policies.</summary>
public sealed record PreviousRun(string Run, RunPolicy Policy, int Place);

/// <summary>
/// A policy in a run: the run before it (none: the first one), what is counted so far, the comparison so far, and the last customers of the bands
/// where the policy ranks whole portfolios.
/// </summary>
/// <param name="Policy">The version decided by.</param>
/// <param name="Previous">The run compared with, where there is one.</param>
/// <param name="LooksBack">A run of a later date is there already: this one changes nothing that is in force.</param>
/// <param name="Tally">What is counted so far.</param>
/// <param name="Matrix">The comparison so far, where there is a run before.</param>
/// <param name="Lines">The last customer of each band, once the portfolio was ranked.</param>
public sealed record PolicyRun(
    RunPolicy Policy,
    Option<PreviousRun> Previous,
    bool LooksBack,
    RunTally Tally,
    Option<RunMatrix> Matrix,
    Option<Arr<Option<Ranked>>> Lines)
{
    private Arr<ClassCount> Classes => new(Policy.Classes.Select((code, place) => new ClassCount(code, Tally.Counts[place])));

    /// <summary>A policy in a run, on the wire.</summary>
    public static Contract<PolicyRun> Contract { get; } = Answered<PolicyRun>.Object(
        "A policy in a run. customers is the sum of the classes, of open and of notApplicable.",
        [
            .. Answered<PolicyRun>.Part(RunPolicy.Contract, run => run.Policy),
            Answered<PolicyRun>.Always("customers", Forms.Counted, run => run.Tally.Customers),
            Answered<PolicyRun>.Always("classes", Forms.List(ClassCount.Contract), run => run.Classes),
            Answered<PolicyRun>.Always("open", Forms.Counted, run => run.Tally.Counts[run.Policy.Open]),
            Answered<PolicyRun>.Always("notApplicable", Forms.Counted, run => run.Tally.Counts[run.Policy.NotApplicable]),
            Answered<PolicyRun>.Nullable("previous", Forms.Plain, run => run.Previous.Map(previous => previous.Run)),
            Answered<PolicyRun>.Always("looksBack", Forms.Flag, run => run.LooksBack),
            Answered<PolicyRun>.Nullable("transitions", Forms.List(RunTransition.Contract), run => run.Matrix.Map(matrix => matrix.Transitions)),
        ]) with
    { Name = "RunPolicy" };

    /// <summary>A policy of which nothing is known yet.</summary>
    public static PolicyRun Of(RunPolicy policy) => new(policy, None, false, RunTally.None(policy), None, None);

    /// <summary>The policy compared with the run before.</summary>
    public PolicyRun After(Option<PreviousRun> previous, bool looksBack) =>
        this with { Previous = previous, LooksBack = looksBack, Matrix = previous.Map(before => RunMatrix.Empty(before.Policy, Policy)) };

    /// <summary>Whether changes under the policy are told.</summary>
    public bool Tells => !LooksBack;
}

/// <summary>
/// How far a run has come: rows looked at of so many, the last of them, customers who are withdrawn or were not yet on file, and the last customer compared.
/// </summary>
public sealed record RunProgress(long Done, long Total, string Last, long Withdrawn, long NotOnFile, string Compared)
{
    public static readonly RunProgress Nothing = new(0, 0, "", 0, 0, "");
}

/// <summary>
/// A run of policies over the portfolio as of a date and as known at a moment. Pure: each step gives the run as it then is.
/// </summary>
public sealed record Run(
    string Id,
    DateOnly AsOf,
    DateTime KnownAt,
    RunPhase Phase,
    Option<DateTime> StartedAt,
    Option<DateTime> DecidedAt,
    Option<DateTime> EndedAt,
    RunProgress Progress,
    Arr<PolicyRun> Policies,
    Option<RunFailure> Failure)
{
    /// <summary>A run that waits for its turn. What it decides from is what is known at the moment it was asked for.</summary>
    public static Run Queue(string id, Arr<RunPolicy> policies, DateOnly asOf, DateTime moment) =>
        new(id, asOf, moment, RunPhase.Queued, None, None, None, RunProgress.Nothing, policies.Map(PolicyRun.Of), None);

    /// <summary>The versions decided by.</summary>
    public Arr<RunPolicy> Versions => Policies.Map(policy => policy.Policy);

    /// <summary>The place of a policy among those decided by, if it is one of them.</summary>
    public Option<int> PlaceOf(PolicyId policy) => Versions.ToList().FindIndex(one => one.Id == policy) is >= 0 and var place ? Some(place) : None;

    /// <summary>How it stands.</summary>
    public RunState State => Phase switch
    {
        RunPhase.Queued => RunState.Queued,
        RunPhase.Deciding or RunPhase.Telling => RunState.Running,
        RunPhase.Finished => RunState.Finished,
        RunPhase.Removing or RunPhase.Ended => Failure.IsSome ? RunState.Failed : RunState.Cancelled,
    };

    /// <summary>Whether it can still be cancelled: nothing of it has been told to anybody.</summary>
    public bool IsCancellable => Phase is RunPhase.Queued or RunPhase.Deciding;

    /// <summary>The run begins, over so many rows.</summary>
    public Run Begin(long total, Arr<PolicyRun> policies, DateTime now) =>
        this with { Phase = RunPhase.Deciding, StartedAt = now, Progress = Progress with { Total = total }, Policies = policies };

    /// <summary>A part more is decided: customers up to this id.</summary>
    public Run With(RunChunk chunk, string last, long withdrawn, long notOnFile)
    {
        var (done, tallies) = (Progress.Done + chunk.Customers.Count + withdrawn + notOnFile, chunk.Tallies(Versions));
        return this with
        {
            Progress = Progress with
            {
                Done = done,
                Total = Math.Max(done, Progress.Total),
                Last = last,
                Withdrawn = Progress.Withdrawn + withdrawn,
                NotOnFile = Progress.NotOnFile + notOnFile,
            },
            Policies = new Arr<PolicyRun>(Policies.Select((policy, place) => policy with { Tally = policy.Tally + tallies[place] })),
        };
    }

    /// <summary>All is decided.</summary>
    public Run Decided(DateTime now) => this with { Phase = RunPhase.Telling, DecidedAt = now, Progress = Progress with { Total = Progress.Done } };

    /// <summary>A part more is compared: customers up to this id, for the policies that have a run before them, in their order.</summary>
    public Run With(Func<PolicyRun, Option<RunMatrix>> compared, string last) => this with
    {
        Progress = Progress with { Compared = last },
        Policies = Policies.Map(policy => policy with
        {
            Matrix = policy.Matrix.Map(sofar => compared(policy).Match(Some: more => sofar + more, None: () => sofar)),
        }),
    };

    /// <summary>The run is done.</summary>
    public Run Finish(DateTime now) => this with { Phase = RunPhase.Finished, EndedAt = now };

    /// <summary>The run is cancelled; what it stored is to be removed.</summary>
    public Run Cancel(DateTime now) => this with { Phase = RunPhase.Removing, EndedAt = now };

    /// <summary>The run fails; what it stored is to be removed.</summary>
    public Run Fail(RunFailure failure, DateTime now) => this with { Phase = RunPhase.Removing, EndedAt = now, Failure = failure };

    /// <summary>What it stored is removed.</summary>
    public Run Removed() => this with { Phase = RunPhase.Ended };

    /// <summary>
    /// Whether this run's answers are in force rather than those of another that is finished: it is as of a later date,
    /// or of the same and asked for later.
    /// </summary>
    public bool IsAfter(Run other) => AsOf != other.AsOf ? AsOf > other.AsOf : string.CompareOrdinal(Id, other.Id) > 0;
}
