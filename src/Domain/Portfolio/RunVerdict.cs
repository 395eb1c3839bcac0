namespace Kehu.Domain;

/// <summary>
/// An outcome without the policy's words, as a run keeps it: classes by their place in the policy's order, facts by name. Alike for very many customers.
/// </summary>
public abstract record RunVerdict
{
    private RunVerdict()
    {
    }

    /// <summary>The class at this place.</summary>
    public sealed record Decided(int Place) : RunVerdict;

    /// <summary>The class at this place, by a policy for whole portfolios, and why.</summary>
    public sealed record Ranked(int Place, RankReason Reason) : RunVerdict;

    /// <summary>Open between the classes at these places, perhaps not applicable; the facts that matter, sorted by name.</summary>
    public sealed record Open(OutcomeSet Possible, bool MayNotApply, Arr<string> Missing) : RunVerdict;

    /// <summary>Not applicable, by the code of the reason.</summary>
    public sealed record NotApplicable(string Reason) : RunVerdict;

    /// <summary>The verdict that an outcome of a policy comes to.</summary>
    public static RunVerdict Of(Policy policy, Outcome outcome) => outcome switch
    {
        Outcome.Decided(_, var place) => new Decided(place),
        Outcome.Open(var possible, var mayNotApply, var missing, _) => new Open(
            possible.Fold(default(OutcomeSet), (all, one) => all | OutcomeSet.Of(policy.Classes.ToList().IndexOf(one))),
            mayNotApply,
            missing.Map(fact => fact.Name)),
        Outcome.NotApplicable(var reason) => new NotApplicable(reason.Code),
    };
}
