namespace Kehu.Domain;

/// <summary>
/// Decides many customers by the same policies on one date, without questions. Decisions that stay open are remembered by what the policies can tell apart
/// (<see cref="PatternMemory{T}"/>); a law holds what is remembered against what is decided anew. Mutable, used by one thread at a time.
/// </summary>
public sealed class BatchDecider
{
    /// <summary>The most patterns remembered, of all policies together (house): some megabytes.</summary>
    public const int MostPatterns = 4_000;

    private readonly Decided[] personal;
    private readonly Decided[] enterprise;
    private readonly DateOnly asOf;
    private int left;

    /// <summary>A decider by the policies for each kind of customer, that remembers so many patterns at most.</summary>
    public BatchDecider(Func<CustomerKind, Arr<CompiledPolicy>> policies, DateOnly asOf, int mostPatterns)
    {
        (personal, enterprise) = (Of(policies(CustomerKind.Personal), CustomerKind.Personal), Of(policies(CustomerKind.Enterprise), CustomerKind.Enterprise));
        (this.asOf, left) = (asOf, mostPatterns);
    }

    /// <summary>
    /// The decisions of the policies for the customer's kind, in their order, with evidence where it is asked for. The customer is without
    /// faults on the date.
    /// </summary>
    public Classification Decide(Customer customer, bool evidence)
    {
        var facts = customer.Facts.Completed();
        var closed = facts.IsClosed(asOf);
        var policies = customer.Kind switch
        {
            CustomerKind.Personal => personal,
            CustomerKind.Enterprise => enterprise,
        };
        var decisions = new Decision[policies.Length];
        for (var at = 0; at < decisions.Length; at++)
        {
            decisions[at] = new Decision(policies[at].Policy, closed ? Classify.ClosedOutcome : policies[at].Memory.Of(facts, asOf, ref left));
        }

        return new Arr<Decision>(decisions).Shown(customer.Kind, facts, asOf, evidence);
    }

    private static Decided[] Of(Arr<CompiledPolicy> policies, CustomerKind kind) => [.. policies.Map(policy => new Decided(policy, policy.Memory(kind)))];

    private sealed record Decided(CompiledPolicy Policy, PatternMemory<Outcome> Memory);
}
