namespace Kehu.Domain;

/// <summary>What a run decides by: a policy for one customer at a time, or one for whole portfolios with the lines it has drawn.</summary>
public abstract record RunBasis
{
    private RunBasis()
    {
    }

    /// <summary>Each customer by itself.</summary>
    public sealed record Single(CompiledPolicy Policy) : RunBasis;

    /// <summary>Each customer by lines through the whole portfolio.</summary>
    public sealed record Population(PortfolioLines Lines) : RunBasis;
}

/// <summary>
/// Decides many customers as of one date. Open decisions are remembered by the pattern of what the diagram reads, as an <see cref="Inquirer"/> does;
/// a law holds what is remembered against what is decided anew. Mutable, used by one thread at a time.
/// </summary>
public sealed class RunDecider
{
    /// <summary>The most patterns remembered of all policies together (house); what comes later is decided anew each time.</summary>
    public const int MostPatterns = 50_000;

    private static readonly RunVerdict Closed = new RunVerdict.NotApplicable(Reason.Closed.Code);

    private readonly RunBasis[] bases;
    private readonly PatternMemory<RunVerdict>?[] personal;
    private readonly PatternMemory<RunVerdict>?[] enterprise;
    private readonly DateOnly asOf;
    private int left;

    /// <summary>A decider as of a date that remembers so many patterns at most.</summary>
    public RunDecider(Arr<RunBasis> policies, DateOnly asOf, int mostPatterns)
    {
        bases = [.. policies];
        personal = System.Array.ConvertAll(bases, one => Of(one, CustomerKind.Personal));
        enterprise = System.Array.ConvertAll(bases, one => Of(one, CustomerKind.Enterprise));
        (this.asOf, left) = (asOf, mostPatterns);
    }

    /// <summary>What every policy says of a customer, in their order.</summary>
    public Arr<RunVerdict> Decide(string id, Customer customer)
    {
        var facts = customer.Facts.Completed();
        var closed = facts.IsClosed(asOf);
        var verdicts = new RunVerdict[bases.Length];
        for (var place = 0; place < verdicts.Length; place++)
        {
            verdicts[place] = closed ? Closed : Decide(place, id, customer.Kind, facts);
        }

        return new Arr<RunVerdict>(verdicts);
    }

    private RunVerdict Decide(int place, string id, CustomerKind kind, KnownFacts facts) => bases[place] switch
    {
        RunBasis.Single => (kind switch { CustomerKind.Personal => personal, CustomerKind.Enterprise => enterprise })[place]!.Of(facts, asOf, ref left),
        RunBasis.Population(var lines) => lines.VerdictOf(id, kind, facts),
    };

    private static PatternMemory<RunVerdict>? Of(RunBasis basis, CustomerKind kind) => basis switch
    {
        RunBasis.Single(var policy) => Of(policy, policy.DiagramOf(kind), kind),
        RunBasis.Population => null,
    };

    private static PatternMemory<RunVerdict> Of(CompiledPolicy policy, Diagram diagram, CustomerKind kind)
    {
        RunVerdict[] settled =
            [.. Enumerable.Range(0, diagram.NotApplicable + 1).Select(outcome => RunVerdict.Of(policy.Policy, policy.Settled(kind, outcome)))];
        return new(diagram, settled, (facts, _, readings) => diagram.Possible(readings) switch
        {
            { Count: 1 } only => settled[only.First],
            var possible => new RunVerdict.Open(
                possible.Without(diagram.NotApplicable),
                possible.Contains(diagram.NotApplicable),
                Restriction.Of(diagram, readings).Missing(diagram, facts).Map(fact => fact.Name)),
        });
    }
}

/// <summary>Ranking the customers of a run.</summary>
public static class RunRanking
{
    /// <summary>The amount that a customer adds to the ranking of a policy, where it is one of those that are ranked.</summary>
    public static Option<long> Contribution(this PopulationPolicy policy, Customer customer, DateOnly asOf)
    {
        var facts = customer.Facts.Completed();
        return policy.Kinds.Contains(customer.Kind) && !facts.IsClosed(asOf) && facts.TryGet(policy.By, out var amount) && amount > 0 ? Some(amount) : None;
    }

    /// <summary>Where the lines put a customer whose relationship has not ended.</summary>
    public static RunVerdict VerdictOf(this PortfolioLines lines, string id, CustomerKind kind, KnownFacts facts)
    {
        if (!lines.Policy.Kinds.Contains(kind))
        {
            return new RunVerdict.NotApplicable(Reason.OtherKind(kind).Code);
        }

        var (place, standing) = lines.PlaceOf(new Ranked(id, facts.Find(lines.Policy.By)));
        return new RunVerdict.Ranked(place, standing);
    }
}
