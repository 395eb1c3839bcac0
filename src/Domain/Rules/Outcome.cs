namespace Kehu.Domain;

/// <summary>What a policy says of a customer (分类结论).</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Every filling of the unknown facts gives this class; the place is that in the policy's order.</summary>
    public sealed record Decided(PolicyClass Class, int Place) : Outcome;

    /// <summary>
    /// Unknown facts still change the outcome: the classes possible in the policy's order, whether the policy may not apply at all,
    /// the facts that matter sorted by name, and the one to ask next where that was wanted.
    /// </summary>
    public sealed record Open(Arr<PolicyClass> Possible, bool MayNotApply, Arr<Fact> Missing, Option<Fact> Ask) : Outcome;

    /// <summary>The policy does not classify this customer.</summary>
    public sealed record NotApplicable(Reason Reason) : Outcome;

    /// <summary>Every name on the wire.</summary>
    public static Arr<string> Codes { get; } = Array("decided", "open", "not-applicable");

    /// <summary>The name on the wire.</summary>
    public string Code => this switch
    {
        Decided => Codes[0],
        Open => Codes[1],
        NotApplicable => Codes[2],
    };
}

/// <summary>Why a policy does not classify a customer: a kebab-case code and words.</summary>
public sealed record Reason(string Code, Label Label)
{
    /// <summary>The relationship ended on or before the as-of date.</summary>
    public static readonly Reason Closed = new("closed", new Label("the relationship with the customer has ended", "客户关系已终止"));

    /// <summary>The policy is for the other kind of customer.</summary>
    public static Reason OtherKind(CustomerKind kind) => new(
        "other-kind", new Label($"the policy is not for {kind.Label().En}", $"该办法不适用于{kind.Label().Zh}"));

    /// <summary>What the policy requires to apply does not hold.</summary>
    public static Reason OutOfScope(Label label) => new("out-of-scope", label);
}
