using System.Collections.Concurrent;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Does runs, one at a time, part by part. Each part is one unit of work with the run as it then is, so that a kill loses a part at most and whoever
/// goes on finds what was done. Memory is bounded by the parts under way, and for policies over whole portfolios by the customers who are ranked.
/// </summary>
internal sealed partial class RunWork(IStore store, RunArchive archive, RuleBook book, Moments moments, AuditTrail trail, ILogger<RunWork> logger)
{
    /// <summary>How many rows are removed in one unit.</summary>
    private const int Removed = 50;

    /// <summary>About how many bytes of customers' rows are decided at once.</summary>
    private const long PartBytes = 4 << 20;

    /// <summary>How many customers a part has at most.</summary>
    public int PartSize { get; init; } = ChunkRow.Customers;
    /// <summary>Does the run whose turn it is to its end; false where there is none.</summary>
    public async ValueTask<bool> Next(CancellationToken ct)
    {
        if (await archive.Next(ct) is not { } found)
        {
            return false;
        }

        try
        {
            await Do(found, ct);
        }
        catch (Exception defect) when (!ct.IsCancellationRequested && defect is not StoreException)
        {
            // The next run must not wait for somebody to mend this one.
            LogDefect(logger, found.Run.Id, defect);
            await Fail(found.Run.Id, RunFailure.Defect, ct);
        }

        return true;
    }

    private async ValueTask Do(RunOnFile found, CancellationToken ct)
    {
        var run = found;
        while (run is not null)
        {
            run = run.Run.Phase switch
            {
                RunPhase.Queued => await Begin(run, ct),
                RunPhase.Deciding => await Decide(run, ct),
                RunPhase.Telling => await Tell(run, ct),
                RunPhase.Removing => await Remove(run, ct),
                RunPhase.Finished or RunPhase.Ended => null,
            };
        }
    }

    private async ValueTask<RunOnFile?> Begin(RunOnFile found, CancellationToken ct)
    {
        var (total, policies) = (await store.Count(Tables.Customers, ct), new List<PolicyRun>());
        foreach (var policy in found.Run.Policies)
        {
            var inForce = await archive.InForce(policy.Policy.Id, ct);
            var previous = await archive.Before(policy.Policy.Id, found.Run.AsOf, inForce, ct);
            var before =
                from run in Prelude.Optional(previous)
                from place in run.PlaceOf(policy.Policy.Id)
                select new PreviousRun(run.Id, run.Versions[place], place);
            policies.Add(policy.After(before, inForce is not null && inForce.AsOf > found.Run.AsOf));
        }

        return await Commit(found, found.Run.Begin(total, new Arr<PolicyRun>(policies), Moment), [], ct);
    }

    private async ValueTask<RunOnFile?> Decide(RunOnFile found, CancellationToken ct)
    {
        if (Chosen(found.Run).Case is not Arr<Chosen> chosen)
        {
            return await Commit(found, found.Run.Fail(RunFailure.PolicyChanged, Moment), Ended(found.Run, "run-failed"), ct);
        }

        var reading = new ReadSnapshots(book.Facts, found.Run.AsOf, found.Run.KnownAt);
        if (chosen.Exists(one => one is Chosen.Unranked))
        {
            return await Rank(found, chosen, reading, ct);
        }

        var bases = new Arr<RunBasis>(chosen.Map(one => one.Basis.IfNone(() => throw new InvalidOperationException("ranked"))));
        var (run, deciders) = (found, new ConcurrentBag<RunDecider>());
        await foreach (var (chunk, portion, body) in Customers(reading, found.Run.Progress.Last, ct).InOrder(Decided, ct))
        {
            var next = run.Run.With(chunk, portion.Last, portion.Withdrawn, portion.NotOnFile);
            if (await Commit(run, next, body, ct) is not { } done)
            {
                return null;
            }

            run = done;
        }

        return await Commit(run, run.Run.Decided(Moment), [], ct);

        (RunChunk Chunk, RunPortion Portion, Write[] Stored) Decided(IReadOnlyList<CustomerRows> customers)
        {
            var portion = reading.Of(customers);
            var decider = deciders.TryTake(out var rested) ? rested : new RunDecider(bases, found.Run.AsOf, RunDecider.MostPatterns);
            var chunk = new RunChunk(new Arr<DecidedCustomer>(portion.Snapshots.Select(snapshot => new DecidedCustomer(
                snapshot.Id,
                snapshot.Counted.AsOf,
                snapshot.RecordedAt,
                snapshot.Counted.Customer.Facts.Find(SharedFacts.TotalAssets),
                decider.Decide(snapshot.Id, snapshot.Counted.Customer)))));
            deciders.Add(decider);
            return (chunk, portion, chunk.Customers.IsEmpty ? [] : [ChunkRow.ToWrite(found.Run.Id, chunk.Customers[^1].Id, found.Run.Versions, chunk)]);
        }
    }

    /// <summary>
    /// A first pass draws the lines of the policies over whole portfolios; they are kept with the run, so that everybody is placed by the same ones.
    /// </summary>
    private async ValueTask<RunOnFile?> Rank(RunOnFile found, Arr<Chosen> chosen, ReadSnapshots reading, CancellationToken ct)
    {
        var ranked = chosen.Map(_ => new List<Ranked>()).ToArray();
        await foreach (var portion in Customers(reading, "", ct).InOrder(reading.Of, ct))
        {
            for (var place = 0; place < ranked.Length; place++)
            {
                if (chosen[place] is Chosen.Unranked(var policy))
                {
                    ranked[place].AddRange(
                        from snapshot in portion.Snapshots
                        let amount = policy.Contribution(snapshot.Counted.Customer, found.Run.AsOf)
                        where amount.IsSome
                        select new Ranked(snapshot.Id, amount));
                }
            }
        }

        var policies = found.Run.Policies.Select((policy, place) => chosen[place] is Chosen.Unranked(var population)
            ? policy with { Lines = population.LinesThrough(ranked[place]).Last }
            : policy);
        return await Commit(found, found.Run with { Policies = new Arr<PolicyRun>(policies) }, [], ct);
    }

    /// <summary>
    /// Compares the run with those before it, all in the order of ids, and tells what changed.
    /// Whoever goes on does so behind the last customer compared.
    /// </summary>
    private async ValueTask<RunOnFile?> Tell(RunOnFile found, CancellationToken ct)
    {
        var (run, done) = (found, found.Run.Progress.Compared);
        var groups = Groups(found.Run).ToList();
        await using var now = new RunCursor(groups.Count == 0 ? AsyncEnumerable.Empty<StoredChunk>() : archive.Chunks(found.Run.Id, done, ct), done);
        var before = groups.ConvertAll(group => new RunCursor(archive.Chunks(group.Run, done, ct), done));
        try
        {
            while (await Boundary([now, .. before]) is { } last)
            {
                var customers = now.UpTo(last);
                var compared = groups.Select((group, at) => (group.Policies, Compared: group.Policies.Compare(before[at].UpTo(last), customers))).ToList();
                var matrices = compared.SelectMany(group => group.Policies.Zip(group.Compared.Matrices))
                    .ToDictionary(pair => pair.Item1.Now.Id, pair => pair.Item2);
                var next = run.Run.With(policy => matrices.TryGetValue(policy.Policy.Id, out var matrix) ? matrix : Option<RunMatrix>.None, last);
                if (await Commit(run, next, Told(run.Run, compared.SelectMany(group => group.Compared.Changes)), ct) is not { } told)
                {
                    return null;
                }

                run = told;
            }
        }
        finally
        {
            foreach (var cursor in before)
            {
                await cursor.DisposeAsync();
            }
        }

        return await Commit(
            run, run.Run.Finish(Moment),
            [.. Baselines(run.Run), .. await archive.PutInForce(run.Run.Id, Telling(run.Run), ct), .. Ended(run.Run, "run-finished")], ct);
    }

    /// <summary>Removes what a cancelled run stored, in bounded units.</summary>
    private async ValueTask<RunOnFile?> Remove(RunOnFile found, CancellationToken ct)
    {
        var ((after, before), unit) = (ChunkRow.Of(found.Run.Id, ""), new List<Write>());
        await foreach (var row in store.Range(ChunkRow.Table, after, before, ct))
        {
            unit.Add(new Write.Delete(ChunkRow.Table, row.Id, row.Version));
            if (unit.Count == Removed)
            {
                await store.Commit(unit, ct);
                unit = [];
            }
        }

        return await Commit(found, found.Run.Removed(), unit, ct);
    }

    /// <summary>The least of the last customers that the cursors hold; null where none holds any.</summary>
    private static async ValueTask<string?> Boundary(IEnumerable<RunCursor> cursors)
    {
        string? least = null;
        foreach (var cursor in cursors)
        {
            least = await cursor.Last() is { } last && (least is null || string.CompareOrdinal(last, least) < 0) ? last : least;
        }

        return least;
    }

    /// <summary>The policies that have a run before them, by that run.</summary>
    private static IEnumerable<(string Run, Arr<ComparedPolicy> Policies)> Groups(Run run) =>
        from place in Enumerable.Range(0, run.Policies.Count)
        from previous in run.Policies[place].Previous.ToSeq()
        group (place, previous) by previous.Run into same
        let compared = same.Select(one => new ComparedPolicy(one.previous.Policy, one.previous.Place, run.Versions[one.place], one.place))
        select (same.Key, new Arr<ComparedPolicy>(compared));

    /// <summary>The lines of the feed that changes come to, by customer and then in the order of the policies; of a look back there are none.</summary>
    private static List<Write> Told(Run run, IEnumerable<PlacementChange> changes)
    {
        var places = run.Policies.Select((policy, place) => (policy, place))
            .Where(one => one.policy.Tells)
            .ToDictionary(one => one.policy.Policy.Id, one => one.place);
        return
        [
            .. changes.Where(change => places.ContainsKey(change.Policy))
                .OrderBy(change => change.Customer, StringComparer.Ordinal)
                .ThenBy(change => places[change.Policy])
                .Select(change => Entry(run, change.Policy, change).ToWrite()),
        ];
    }

    private static IEnumerable<PolicyId> Telling(Run run) => run.Policies.Where(policy => policy.Tells).Select(policy => policy.Policy.Id);

    private static IEnumerable<Write> Baselines(Run run) =>
        run.Policies.Where(policy => policy.Tells && policy.Previous.IsNone)
            .Select(policy => Entry(run, policy.Policy.Id, Option<PlacementChange>.None).ToWrite());

    /// <summary>The moment is that at which all was decided, so that it does not matter when it is told.</summary>
    private static ChangeEntry Entry(Run run, PolicyId policy, Option<PlacementChange> change) =>
        new(policy, run.Id, run.AsOf, run.DecidedAt.IfNone(run.KnownAt), change);

    /// <summary>What is decided by, where every policy is still in force as it was when the run began.</summary>
    private Option<Arr<Chosen>> Chosen(Run run)
    {
        var chosen = run.Policies.Map(policy =>
            book.Find(policy.Policy.Id.Value).Filter(one => RunPolicy.Of(one) == policy.Policy).Map<Chosen>(one => new Chosen.Ready(new RunBasis.Single(one)))
            || book.FindPopulation(policy.Policy.Id.Value).Filter(one => RunPolicy.Of(one) == policy.Policy).Map(one => policy.Lines.Match<Chosen>(
                Some: lines => new Chosen.Ready(new RunBasis.Population(new PortfolioLines(one.Policy, lines))),
                None: () => new Chosen.Unranked(one.Policy))));
        return chosen.ForAll(one => one.IsSome) ? new Arr<Chosen>(chosen.Bind(one => one.ToArr())) : Option<Arr<Chosen>>.None;
    }

    private IAsyncEnumerable<IReadOnlyList<CustomerRows>> Customers(ReadSnapshots reading, string after, CancellationToken ct) =>
        store.Customers(after, reading.Wanted, ct).Portions(PartSize, PartBytes, customer => customer.Bytes, ct);

    /// <summary>The run as it then is, with what belongs to it; null where somebody has cancelled it.</summary>
    private async ValueTask<RunOnFile?> Commit(RunOnFile from, Run next, IReadOnlyList<Write> others, CancellationToken ct) =>
        await store.Commit([from.Then(next), .. others], ct) is null ? new RunOnFile(from.Version + 1, next) : null;

    /// <summary>Where it fails half told, what was told cannot be taken back: followers begin anew with the next run, which is a first one again.</summary>
    private async ValueTask Fail(string id, RunFailure failure, CancellationToken ct)
    {
        while (await archive.Find(id, ct) is { Run.Phase: RunPhase.Queued or RunPhase.Deciding or RunPhase.Telling } found)
        {
            var begun = found.Run.Phase == RunPhase.Telling ? await archive.TakeOutOfForce(Telling(found.Run), ct) : [];
            if (await Commit(found, found.Run.Fail(failure, Moment), [.. begun, .. Ended(found.Run, "run-failed")], ct) is not null)
            {
                return;
            }
        }
    }

    /// <summary>What the audit says of a run that ends, by whatever way but a call.</summary>
    private IReadOnlyList<Write> Ended(Run run, string how)
    {
        var progress = run.Progress;
        return trail.Told(
            AuditOrigin.OfService(how),
            Deed.Of(RunArchive.Subject, run.Id) with
            {
                Counts = AuditCounts.Nothing with { Read = progress.Done, Decided = progress.Done - progress.Withdrawn - progress.NotOnFile },
            },
            status: 0, []);
    }

    private DateTime Moment => moments.Now;

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} failed")]
    private static partial void LogDefect(ILogger logger, string run, Exception defect);
}

/// <summary>What a policy of a run is decided by, as far as it is known.</summary>
internal abstract record Chosen
{
    private Chosen()
    {
    }

    /// <summary>Everything is there.</summary>
    public sealed record Ready(RunBasis By) : Chosen;

    /// <summary>The portfolio is still to be ranked.</summary>
    public sealed record Unranked(PopulationPolicy Policy) : Chosen;

    /// <summary>What customers are decided by, once it is known.</summary>
    public Option<RunBasis> Basis => this switch
    {
        Ready(var by) => by,
        Unranked => Option<RunBasis>.None,
    };
}
