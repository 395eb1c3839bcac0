namespace Kehu.Domain;

/// <summary>Customers who go the same way: how many, the total assets known of them, and of how many those are unknown.</summary>
public readonly record struct RunSum(long Customers, Int128 Assets, long Unvalued)
{
    /// <summary>One customer.</summary>
    public static RunSum Of(Option<long> assets) => new(1, assets.IfNone(0), assets.IsNone ? 1 : 0);

    public static RunSum operator +(RunSum left, RunSum right) =>
        new(left.Customers + right.Customers, left.Assets + right.Assets, left.Unvalued + right.Unvalued);
}

/// <summary>From one answer to another; none where the customer is in one of the two runs alone.</summary>
public sealed record RunTransition(Option<RunPlacement> Old, Option<RunPlacement> Now, RunSum Sum)
{
    /// <summary>Whether anything changes for these customers.</summary>
    public bool Moves => Old != Now;

    /// <summary>The ways on the wire; null is a customer who was not in the run.</summary>
    public static Contract<RunTransition> Contract { get; } = Answered<RunTransition>.Object(
        "Customers who go one way: the total assets known of them in yuan, and of how many those are unknown.",
        Answered<RunTransition>.Nullable("from", RunPlacement.Contract, transition => transition.Old),
        Answered<RunTransition>.Nullable("to", RunPlacement.Contract, transition => transition.Now),
        Answered<RunTransition>.Always("customers", Forms.Counted, transition => transition.Sum.Customers),
        Answered<RunTransition>.Always("assets", Forms.Digits, transition => Decimals.Plain(transition.Sum.Assets, 2)),
        Answered<RunTransition>.Always("assetsUnknown", Forms.Counted, transition => transition.Sum.Unvalued));
}

/// <summary>A customer whose answer under a policy is another than in the run before.</summary>
public sealed record PlacementChange(string Customer, PolicyId Policy, Option<RunPlacement> Old, Option<RunPlacement> Now);

/// <summary>
/// How many customers go from which answer of one run to which of another: a row for each answer of the old version and one for nothing, a column for each
/// answer of the new one and one for nothing. Adds up over parts of the runs.
/// </summary>
public sealed record RunMatrix(RunPolicy Old, RunPolicy Now, Arr<RunSum> Sums)
{
    /// <summary>Nobody compared.</summary>
    public static RunMatrix Empty(RunPolicy old, RunPolicy now) => new(old, now, new Arr<RunSum>(new RunSum[(old.Answers + 1) * (now.Answers + 1)]));

    /// <summary>Both together.</summary>
    public static RunMatrix operator +(RunMatrix left, RunMatrix right) =>
        left with { Sums = new Arr<RunSum>(left.Sums.Zip(right.Sums, (one, other) => one + other)) };

    /// <summary>Every way that some customer goes, in the order of the policies.</summary>
    public Arr<RunTransition> Transitions => new(
        from row in Enumerable.Range(0, Old.Answers + 1)
        from column in Enumerable.Range(0, Now.Answers + 1)
        let sum = Sums[(row * (Now.Answers + 1)) + column]
        where sum.Customers > 0
        select new RunTransition(row == Old.Answers ? None : Some(Old.AnswerOf(row)), column == Now.Answers ? None : Some(Now.AnswerOf(column)), sum));
}

/// <summary>Two versions of a policy in two runs, by their places in the runs.</summary>
public sealed record ComparedPolicy(RunPolicy Old, int OldPlace, RunPolicy Now, int Place)
{
    /// <summary>Whether both number their answers alike, as versions with the same classes do.</summary>
    public bool SameNumbers { get; } = Old.Classes == Now.Classes;
}

/// <summary>What a part of two runs comes to: a matrix for each policy compared, and the changes by customer, then policy.</summary>
public sealed record Compared(Arr<RunMatrix> Matrices, Arr<PlacementChange> Changes);

/// <summary>Comparing two runs part by part.</summary>
public static class RunComparison
{
    /// <summary>
    /// Compares the same part of two runs: all customers of both between two ids, in the order of ids. Assets are those of the new run, of the old one
    /// where a customer is in that alone.
    /// </summary>
    public static Compared Compare(this Arr<ComparedPolicy> policies, IReadOnlyList<DecidedCustomer> old, IReadOnlyList<DecidedCustomer> now)
    {
        var sums = policies.Map(policy => new RunSum[(policy.Old.Answers + 1) * (policy.Now.Answers + 1)]).ToArray();
        var changes = new List<PlacementChange>();
        foreach (var (before, after) in Paired(old, now))
        {
            for (var at = 0; at < sums.Length; at++)
            {
                var policy = policies[at];
                var row = before is null ? policy.Old.Answers : policy.Old.NumberOf(before.Verdicts[policy.OldPlace]);
                var column = after is null ? policy.Now.Answers : policy.Now.NumberOf(after.Verdicts[policy.Place]);
                sums[at][(row * (policy.Now.Answers + 1)) + column] += RunSum.Of((after ?? before)!.Assets);
                if (row != column || !policy.SameNumbers)
                {
                    var (was, nowIs) = (before is null ? None : Some(policy.Old.AnswerOf(row)), after is null ? None : Some(policy.Now.AnswerOf(column)));
                    if (was != nowIs)
                    {
                        changes.Add(new PlacementChange((after ?? before)!.Id, policy.Now.Id, was, nowIs));
                    }
                }
            }
        }

        var matrices = policies.Select((policy, at) => new RunMatrix(policy.Old, policy.Now, new Arr<RunSum>(sums[at])));
        return new Compared(new Arr<RunMatrix>(matrices), new Arr<PlacementChange>(changes));
    }

    /// <summary>Both sides by customer; one of the two is there.</summary>
    private static IEnumerable<(DecidedCustomer? Old, DecidedCustomer? Now)> Paired(IReadOnlyList<DecidedCustomer> old, IReadOnlyList<DecidedCustomer> now)
    {
        for (var (at, other) = (0, 0); at < old.Count || other < now.Count;)
        {
            var order = at == old.Count ? 1 : other == now.Count ? -1 : string.CompareOrdinal(old[at].Id, now[other].Id);
            yield return (order <= 0 ? old[at] : null, order >= 0 ? now[other] : null);
            (at, other) = (at + (order <= 0 ? 1 : 0), other + (order >= 0 ? 1 : 0));
        }
    }
}
