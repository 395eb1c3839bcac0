using LanguageExt;

namespace Kehu.Api;

/// <summary>A part of what a run found, as it is stored: what it counts is read without the rest.</summary>
internal readonly record struct StoredChunk(string Last, byte[] Body)
{
    /// <summary>How many customers have each answer, by policy.</summary>
    public Arr<RunTally> Tallies => ChunkRow.Tallies(Body);

    /// <summary>The customers.</summary>
    public RunChunk Chunk => ChunkRow.From(Body);
}

/// <summary>How cancelling a run ends.</summary>
internal abstract record Cancelling
{
    private Cancelling()
    {
    }

    /// <summary>The write that cancels it.</summary>
    public sealed record Done(Write Write) : Cancelling;

    /// <summary>There is no such run.</summary>
    public sealed record Absent : Cancelling;

    /// <summary>It is in another version than was demanded.</summary>
    public sealed record Stale : Cancelling;

    /// <summary>It is finished, or as good as, or has ended otherwise.</summary>
    public sealed record TooLate(Run Run) : Cancelling;
}

/// <summary>Runs, what they found and what changed, over the store's port.</summary>
internal sealed class RunArchive(IStore store)
{
    /// <summary>What the audit calls a run.</summary>
    public const string Subject = "run";

    /// <summary>How many runs may wait for their turn (house).</summary>
    public const int MostQueued = 16;

    /// <summary>A row behind all runs and behind those that say which are in force.</summary>
    private const string QueueId = "in-line";

    /// <summary>The run of an id.</summary>
    public async ValueTask<RunOnFile?> Find(string id, CancellationToken ct) => await store.Get(RunRow.Table, id, ct) is { } row ? RunOnFile.Of(row) : null;

    /// <summary>Runs after an id, in the order in which they were asked for.</summary>
    public async ValueTask<IReadOnlyList<RunOnFile>> List(string after, int take, CancellationToken ct) =>
        await store.Range(RunRow.Table, after, InForceRow.First, ct).Take(take).Select(RunOnFile.Of).ToListAsync(ct);

    /// <summary>Whether as many wait as may.</summary>
    public async ValueTask<bool> IsFull(CancellationToken ct) => await In(RunPhase.Queued, MostQueued, ct).CountAsync(ct) == MostQueued;

    /// <summary>
    /// A number for a new run, later than every one before, and the write by which it joins those that wait: of two that ask at once one is in
    /// conflict and asks again. Read it before counting how many wait.
    /// </summary>
    public async ValueTask<(string Id, Write Joining)> Join(CancellationToken ct)
    {
        var (line, last) = await store.Together(Last, ct);
        return (RunRow.Id(last + 1), new Write.Put(RunRow.Table, QueueId, line?.Version ?? 0, RunRow.Number(last + 1), Write.Unlisted));

        static (Row? Line, long Number) Last(IReader reader) => reader.Get(RunRow.Table, QueueId) is { Body.Length: > 0 } counter
            ? (counter, RunRow.NumberIn(counter.Body))
            : (reader.Get(RunRow.Table, QueueId), Largest(reader));

        // A store of before has no counter: its runs are numbered by the clock.
        static long Largest(IReader reader) =>
            reader.Range(RunRow.Table, "", InForceRow.First).Select(row => RunRow.NumberOf(row.Id)).LastOrDefault();
    }

    /// <summary>The run whose turn it is: one that is to be removed, one that was begun, or the one that waits longest.</summary>
    public async ValueTask<RunOnFile?> Next(CancellationToken ct)
    {
        foreach (var phase in (RunPhase[])[RunPhase.Removing, RunPhase.Telling, RunPhase.Deciding, RunPhase.Queued])
        {
            await foreach (var found in In(phase, 1, ct))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The finished run whose answers are in force under a policy: the one as of the latest date, of those the last.</summary>
    public async ValueTask<Run?> InForce(PolicyId policy, CancellationToken ct) =>
        await store.Get(RunRow.Table, InForceRow.Id(policy), ct) is { } row && await Find(InForceRow.RunIn(row), ct) is { } found ? found.Run : null;

    /// <summary>
    /// The finished run whose answers were in force under a policy as of a date, given the one that is now: a look back on an earlier
    /// date changes nothing that is in force.
    /// </summary>
    public async ValueTask<Run?> Before(PolicyId policy, DateOnly asOf, Run? inForce, CancellationToken ct)
    {
        if (inForce is null || inForce.AsOf <= asOf)
        {
            return inForce;
        }

        Run? latest = null;
        await foreach (var (_, run) in In(RunPhase.Finished, int.MaxValue, ct))
        {
            latest = run.AsOf <= asOf && run.PlaceOf(policy).IsSome && (latest is null || run.IsAfter(latest)) ? run : latest;
        }

        return latest;
    }

    /// <summary>The writes that put a run in force under some policies.</summary>
    public async ValueTask<List<Write>> PutInForce(string run, IEnumerable<PolicyId> policies, CancellationToken ct)
    {
        var writes = new List<Write>();
        foreach (var policy in policies)
        {
            writes.Add(InForceRow.ToWrite(policy, run, (await store.Get(RunRow.Table, InForceRow.Id(policy), ct))?.Version ?? 0));
        }

        return writes;
    }

    /// <summary>The writes after which no run is in force under some policies: what comes next is a first run again.</summary>
    public async ValueTask<List<Write>> TakeOutOfForce(IEnumerable<PolicyId> policies, CancellationToken ct)
    {
        var writes = new List<Write>();
        foreach (var policy in policies)
        {
            if (await store.Get(RunRow.Table, InForceRow.Id(policy), ct) is { } row)
            {
                writes.Add(new Write.Delete(RunRow.Table, row.Id, row.Version));
            }
        }

        return writes;
    }

    /// <summary>What a run found of customers after an id, part by part; the first part may begin before it.</summary>
    public IAsyncEnumerable<StoredChunk> Chunks(string run, string after, CancellationToken ct)
    {
        var (first, before) = ChunkRow.Of(run, after);
        return store.Range(ChunkRow.Table, first, before, ct).Select(row => new StoredChunk(ChunkRow.LastOf(row.Id), row.Body));
    }

    /// <summary>The changes after a number, at most so many.</summary>
    public async ValueTask<IReadOnlyList<(long Seq, ChangeEntry Change)>> Changes(long after, int take, CancellationToken ct) =>
        await store.Read(ChangeEntry.Log, after, ct).Take(take).Select(entry => (entry.Seq, ChangeEntry.From(entry.Body))).ToListAsync(ct);

    /// <summary>
    /// What cancelling a run comes to as things stand, where the precondition is met and nothing of it has been told yet; what it stored is removed in the
    /// background.
    /// </summary>
    public async ValueTask<Cancelling> Cancel(string id, Precondition precondition, DateTime now, CancellationToken ct) =>
        await Find(id, ct) is not { } found ? new Cancelling.Absent()
        : !precondition.IsMetBy(found.Tag) ? new Cancelling.Stale()
        : !found.Run.IsCancellable ? new Cancelling.TooLate(found.Run)
        : new Cancelling.Done(found.Then(found.Run.Cancel(now)));

    private IAsyncEnumerable<RunOnFile> In(RunPhase phase, int take, CancellationToken ct) =>
        store.Page(RunRow.Table, RunRow.Phase, RunRow.KeyOf(phase), "", take, ct).Select(RunOnFile.Of);
}
