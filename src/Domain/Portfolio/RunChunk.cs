namespace Kehu.Domain;

/// <summary>
/// What a run found of one customer: the snapshot that it was decided from (its date and the moment it was recorded, so that the decision can be repeated),
/// the total assets where they are known, and a verdict for each of the run's policies.
/// </summary>
public sealed record DecidedCustomer(string Id, DateOnly AsOf, DateTime RecordedAt, Option<long> Assets, Arr<RunVerdict> Verdicts);

/// <summary>A part of what a run found: customers in the order of ids.</summary>
public sealed record RunChunk(Arr<DecidedCustomer> Customers)
{
    /// <summary>How many customers have each answer, by policy.</summary>
    public Arr<RunTally> Tallies(Arr<RunPolicy> policies) =>
        new(policies.Select((policy, place) => RunTally.Of(policy, Customers.Select(customer => customer.Verdicts[place]))));
}

/// <summary>How many customers have each answer of a policy, by the answer's number.</summary>
public sealed record RunTally(Arr<long> Counts)
{
    /// <summary>Nobody counted.</summary>
    public static RunTally None(RunPolicy policy) => new(new Arr<long>(new long[policy.Answers]));

    /// <summary>A count of verdicts.</summary>
    public static RunTally Of(RunPolicy policy, IEnumerable<RunVerdict> verdicts)
    {
        var counts = new long[policy.Answers];
        foreach (var verdict in verdicts)
        {
            counts[policy.NumberOf(verdict)]++;
        }

        return new RunTally(new Arr<long>(counts));
    }

    /// <summary>Both counts of one policy together.</summary>
    public static RunTally operator +(RunTally left, RunTally right) => new(new Arr<long>(left.Counts.Zip(right.Counts, (one, other) => one + other)));

    /// <summary>Everybody counted.</summary>
    public long Customers => Counts.Sum();
}
