namespace Kehu.Domain;

/// <summary>Deciding the class of a customer.</summary>
public static class Classify
{
    /// <summary>
    /// The decision of a policy for a customer on a date. The customer is without faults on that date.
    /// With <paramref name="ask"/> an open decision names the fact to ask next.
    /// </summary>
    public static Decision By(this Customer customer, CompiledPolicy policy, DateOnly asOf, bool ask) =>
        new(policy, policy.Decide(customer.Kind, customer.Facts.Completed(), asOf, ask));

    /// <summary>The decisions of several policies, in their order.</summary>
    public static Arr<Decision> By(this Customer customer, Arr<CompiledPolicy> policies, DateOnly asOf, bool ask) =>
        policies.Decide(customer.Kind, customer.Facts.Completed(), asOf, ask);

    /// <summary>The same, with the evidence of each where it is asked for: from the same completed facts.</summary>
    public static Classification Classified(this Customer customer, Arr<CompiledPolicy> policies, DateOnly asOf, bool ask, bool evidence)
    {
        var facts = customer.Facts.Completed();
        return policies.Decide(customer.Kind, facts, asOf, ask).Shown(customer.Kind, facts, asOf, evidence);
    }

    /// <summary>Decisions from completed facts, with their evidence where it is asked for.</summary>
    internal static Classification Shown(this Arr<Decision> decisions, CustomerKind kind, KnownFacts facts, DateOnly asOf, bool evidence) =>
        evidence ? Classification.Explained(decisions, kind, facts, asOf) : new Classification(decisions);

    private static Arr<Decision> Decide(this Arr<CompiledPolicy> policies, CustomerKind kind, KnownFacts facts, DateOnly asOf, bool ask)
    {
        var decisions = new Decision[policies.Count];
        for (var i = 0; i < decisions.Length; i++)
        {
            decisions[i] = new Decision(policies[i], policies[i].Decide(kind, facts, asOf, ask));
        }

        return new Arr<Decision>(decisions);
    }

    /// <summary>The outcome for facts that are completed already.</summary>
    public static Outcome Decide(this CompiledPolicy policy, CustomerKind kind, KnownFacts facts, DateOnly asOf, bool ask)
    {
        if (facts.IsClosed(asOf))
        {
            return ClosedOutcome;
        }

        var diagram = policy.DiagramOf(kind);
        var followed = diagram.Follow(facts, asOf);
        if (followed >= 0)
        {
            return policy.Settled(kind, followed);
        }

        var count = diagram.Domains.Length;
        Span<Interval> readings = count <= 64 ? stackalloc Interval[count] : new Interval[count];
        diagram.Read(facts, asOf, readings);
        return policy.Found(kind, diagram, diagram.PossibleBelow(~followed, readings), readings, facts, asOf, ask);
    }

    /// <summary>The same without a question, remembered by what the policy can tell apart.</summary>
    internal static PatternMemory<Outcome> Memory(this CompiledPolicy policy, CustomerKind kind)
    {
        var diagram = policy.DiagramOf(kind);
        return new(
            diagram,
            [.. Enumerable.Range(0, diagram.NotApplicable + 1).Select(outcome => policy.Settled(kind, outcome))],
            (facts, asOf, readings) => policy.Found(kind, diagram, diagram.Possible(readings), readings, facts, asOf, ask: false));
    }

    private static Outcome Found(
        this CompiledPolicy policy, CustomerKind kind, Diagram diagram, OutcomeSet possible, ReadOnlySpan<Interval> readings,
        KnownFacts facts, DateOnly asOf, bool ask) =>
        possible.Count == 1
            ? policy.Settled(kind, possible.First)
            : policy.Open(diagram, Restriction.Of(diagram, readings), possible, facts, asOf, ask);

    private static readonly int ClosedOn = ShippedFacts.PlaceOf(SharedFacts.ClosedOn);

    /// <summary>Whether the relationship with the customer has ended by a date.</summary>
    public static bool IsClosed(this KnownFacts facts, DateOnly asOf) => facts.TryGet(ClosedOn, out var closed) && closed <= asOf.DayNumber;

    /// <summary>What every policy says of a customer whose relationship has ended.</summary>
    internal static readonly Outcome ClosedOutcome = new Outcome.NotApplicable(Reason.Closed);

    /// <summary>What an outcome of the diagram for a kind of customer stands for.</summary>
    internal static Outcome Settled(this CompiledPolicy policy, CustomerKind kind, int outcome) =>
        outcome < policy.Decided.Count
            ? policy.Decided[outcome]
            : new Outcome.NotApplicable(policy.Policy.ScopeOf(kind).Bind(scope => scope.Applies).Match(
                Some: applies => Reason.OutOfScope(applies.Otherwise),
                None: () => Reason.OtherKind(kind)));

    private static Outcome Open(
        this CompiledPolicy policy, Diagram diagram, Restriction restriction, OutcomeSet possible, KnownFacts facts, DateOnly asOf, bool ask)
    {
        var missing = restriction.Missing(diagram, facts);
        var classes = policy.Policy.Classes;
        return new Outcome.Open(
            new Arr<PolicyClass>(possible.Without(diagram.NotApplicable).InOrder().Select(place => classes[place])),
            possible.Contains(diagram.NotApplicable),
            missing,
            ask ? restriction.Ask(diagram, facts, asOf, missing) : None);
    }
}
