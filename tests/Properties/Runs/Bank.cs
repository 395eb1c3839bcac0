using Kehu.Shared;
using LanguageExt;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kehu.Properties.Runs;

/// <summary>What happens in a bank, a second after what happened before.</summary>
internal abstract record Event
{
    private Event()
    {
    }

    /// <summary>A record is filed.</summary>
    public sealed record Files(CustomerRecord Record) : Event;

    /// <summary>A customer is withdrawn.</summary>
    public sealed record Withdraws(string Customer) : Event;

    /// <summary>The clock moves, forward or back.</summary>
    public sealed record ClockMoves(TimeSpan By) : Event;

    /// <summary>A run is asked for and done.</summary>
    public sealed record Runs(Arr<string> Policies, DateOnly AsOf) : Event;
}

/// <summary>A bank in memory with a clock of its own, to which events happen.</summary>
internal sealed class Bank
{
    public static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("shipped"));

    private readonly StandingClock clock = StandingClock.OnTheDay();
    private readonly Moments moments;

    public Bank(IStore? store = null)
    {
        Store = store ?? new MemoryStore(Tables.Schema);
        moments = new Moments(clock, null);
        (Customers, Archive) = (new CustomerFiling(Store, moments, FactCatalogue.Shipped), new RunArchive(Store));
    }

    public IStore Store { get; }

    public CustomerFiling Customers { get; }

    public RunArchive Archive { get; }

    public static RunPolicy Version(string id) =>
        (Book.Find(id).Map(RunPolicy.Of) || Book.FindPopulation(id).Map(RunPolicy.Of)).IfNone(() => throw new InvalidOperationException(id));

    /// <summary>Whoever does the runs, perhaps on a store that is not quite the bank's; parts of two customers.</summary>
    public RunWork Work(IStore? through = null) =>
        new(through ?? Store, new RunArchive(through ?? Store), Book, moments, new AuditTrail(moments, clock), NullLogger<RunWork>.Instance) { PartSize = 2 };

    public async Task Happen(params IEnumerable<Event> events)
    {
        foreach (var happening in events)
        {
            clock.Pass(TimeSpan.FromSeconds(1));
            switch (happening)
            {
                case Event.Files(var record):
                    await Customers.File(record, new Precondition.None(), default);
                    break;
                case Event.Withdraws(var customer):
                    await Customers.Withdraw(customer, new Precondition.None(), default);
                    break;
                case Event.ClockMoves(var by):
                    clock.Pass(by);
                    break;
                case Event.Runs runs:
                    await Ask(runs);
                    await Finish();
                    break;
            }
        }
    }

    /// <summary>Queues a run; its id.</summary>
    public async Task<string> Ask(Event.Runs asked)
    {
        var (id, joining) = await Archive.Join(default);
        var run = Run.Queue(id, asked.Policies.Map(Version), asked.AsOf, await moments.Cut(default));
        await Store.Commit([joining, RunRow.ToWrite(run, 0)], default);
        return run.Id;
    }

    /// <summary>Does all runs that wait.</summary>
    public async Task Finish()
    {
        while (await Work().Next(default))
        {
        }
    }

    /// <summary>Every run, in order.</summary>
    public async Task<List<Run>> Runs() => [.. (await Archive.List("", int.MaxValue, default)).Select(one => one.Run)];

    /// <summary>What a run found.</summary>
    public async Task<Arr<DecidedCustomer>> Found(Run run) =>
        new(await Archive.Chunks(run.Id, "", default).SelectMany(chunk => chunk.Chunk.Customers.ToAsyncEnumerable()).ToListAsync());

    /// <summary>What a run ought to find: everybody decided by itself from what the archive gives, lines drawn through all of them.</summary>
    public async Task<Arr<DecidedCustomer>> Meant(Run run)
    {
        var filed = new List<Filed>();
        await foreach (var row in Store.Range(Tables.Customers, "", "", default))
        {
            if (await Customers.Find(row.Id, run.AsOf, run.KnownAt, default) is { } found)
            {
                filed.Add(found);
            }
        }

        var ranked = filed.Where(one => one.Record.Customer.Facts.Completed() is var facts && !(facts.TryGet(SharedFacts.ClosedOn, out var closed) && closed <= run.AsOf.DayNumber))
            .Select(one => new Ranked(one.Record.Id.Value, one.Record.Facts.Completed().Find(SharedFacts.ProfitContribution))).ToList();
        var lines = ParetoAbc.Policy.LinesThrough(ranked);
        return new Arr<DecidedCustomer>(filed.Select(one => new DecidedCustomer(
            one.Record.Id.Value, one.Record.AsOf, one.RecordedAt, one.Record.Facts.Find(SharedFacts.TotalAssets), run.Versions.Map(policy => Meant(one.Record, policy, run.AsOf, lines, ranked)))));
    }

    public async Task<List<(long Seq, ChangeEntry Change)>> Feed() => [.. await Archive.Changes(0, int.MaxValue, default)];

    /// <summary>All that runs have left in the store, as text to compare.</summary>
    public async Task<string> Traces()
    {
        var parts = new List<string>();
        foreach (var table in (string[])[RunRow.Table, ChunkRow.Table])
        {
            parts.AddRange(await Store.Range(table, "", "", default).Select(row => $"{row.Id}={Convert.ToHexString(row.Body)}").ToListAsync());
        }

        parts.AddRange(await Store.Read(ChangeEntry.Log, 0, default).Select(line => $"{line.Seq}={Convert.ToHexString(line.Body)}").ToListAsync());
        return string.Join('\n', parts);
    }

    private static RunVerdict Meant(CustomerRecord record, RunPolicy policy, DateOnly asOf, PortfolioLines lines, List<Ranked> ranked)
    {
        if (Book.Find(policy.Id.Value).Case is CompiledPolicy compiled)
        {
            return RunVerdict.Of(compiled.Policy, record.Customer.By(compiled, asOf, ask: false).Outcome);
        }

        if (ranked.FindIndex(one => one.Id == record.Id.Value) is < 0)
        {
            return new RunVerdict.NotApplicable("closed");
        }

        var (place, standing) = lines.PlaceOf(ranked.Find(one => one.Id == record.Id.Value));
        return new RunVerdict.Ranked(place, standing);
    }
}
