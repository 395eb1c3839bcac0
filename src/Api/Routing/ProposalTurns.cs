namespace Kehu.Api;

/// <summary>
/// Turns for compiling policies that callers bring along and for proving checks and differences of any, which takes a processor for up to seconds: on
/// half of the processors at a time, so that many such calls at once do not hold up those that take no time.
/// </summary>
internal sealed class ProposalTurns : IDisposable
{
    /// <summary>How many wait (house).</summary>
    public const int MostWaiting = 64;

    private readonly FewAtATime turns = new(AtATime, MostWaiting);

    /// <summary>How many are at it at a time.</summary>
    public static int AtATime => Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How many are at it or wait.</summary>
    public int Inside => turns.Inside;

    /// <summary>Does the work in its turn; null where too many wait.</summary>
    public ValueTask<ValueTuple<T>?> Do<T>(Func<T> work, CancellationToken ct) => turns.Run(_ => ValueTask.FromResult(ValueTuple.Create(work())), ct);

    /// <summary>Does the work in its turn and goes on with what came of it, which no longer takes the turn; 429 where too many wait.</summary>
    public async Task<IResult> Run<T>(Func<T> work, Func<T, Task<IResult>> answer, CancellationToken ct) =>
        await Do(work, ct) is { } done ? await answer(done.Item1) : Problem.TooMany(PortfolioTurn.BusySeconds);

    /// <summary>The same with work that is the answer.</summary>
    public Task<IResult> Run(Func<IResult> work, CancellationToken ct) => Run(work, Task.FromResult, ct);

    /// <summary>The same, where some of the policies may have to be compiled for this request: if none has, at once.</summary>
    public Task<IResult> Run<T>(IEnumerable<SentPolicy> sent, Func<T> work, Func<T, Task<IResult>> answer, CancellationToken ct) =>
        sent.Any(policy => policy.IsProposed) ? Run(work, answer, ct) : answer(work());

    public void Dispose() => turns.Dispose();
}
