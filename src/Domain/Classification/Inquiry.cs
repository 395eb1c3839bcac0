namespace Kehu.Domain;

/// <summary>How a policy stands with a customer, and what asking would bring where that is open.</summary>
public abstract record Inquiry
{
    private Inquiry()
    {
    }

    /// <summary>Decided: the class at this place of the policy's order.</summary>
    public sealed record Decided(int Place) : Inquiry;

    /// <summary>The policy does not classify the customer.</summary>
    public sealed record NotApplicable : Inquiry;

    /// <summary>Open: every missing fact, by name.</summary>
    public sealed record Open(Arr<Question> Questions) : Inquiry;
}

/// <summary>Asking of a policy what it lacks to decide.</summary>
public static class Inquiries
{
    private static readonly Inquiry NotApplicable = new Inquiry.NotApplicable();

    /// <summary>
    /// How the policy stands with a customer whose relationship has not ended, for facts that are completed already. Says what the decision
    /// says, and of an open one what each question is worth.
    /// </summary>
    public static Inquiry Inquire(this CompiledPolicy policy, CustomerKind kind, KnownFacts facts, DateOnly asOf)
    {
        var diagram = policy.DiagramOf(kind);
        var readings = new Interval[diagram.Variables.Count];
        return diagram.Read(facts, asOf, readings) ? diagram.Settled(diagram.Walk(readings)) : diagram.Inquire(facts, asOf, readings);
    }

    /// <summary>The same for readings of which some are not known.</summary>
    internal static Inquiry Inquire(this Diagram diagram, KnownFacts facts, DateOnly asOf, ReadOnlySpan<Interval> readings) =>
        diagram.Possible(readings) is { Count: 1 } only
            ? diagram.Settled(only.First)
            : new Inquiry.Open(Restriction.Of(diagram, readings).AllQuestions(diagram, facts, asOf));

    /// <summary>What an outcome of the diagram stands for.</summary>
    internal static Inquiry Settled(this Diagram diagram, int outcome) => outcome == diagram.NotApplicable ? NotApplicable : new Inquiry.Decided(outcome);
}
