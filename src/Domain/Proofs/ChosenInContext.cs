namespace Kehu.Domain;

/// <summary>Policies that requests mean, beside their fellows.</summary>
public static class ChosenInContext
{
    /// <summary>The policy beside its fellows, whatever its structure.</summary>
    public static PolicyInContext InContext(this RuleBook book, ChosenPolicy chosen) => chosen switch
    {
        ChosenPolicy.InForce(var version) => new PolicyInContext(version.Policy, version.Policies),
        ChosenPolicy.Proposed(var policy, _) => new PolicyInContext(policy, book.Set.With(policy)),
    };

    /// <summary>The policy beside its fellows, or everything wrong with its structure.</summary>
    public static Validation<Fault, PolicyInContext> Sound(this RuleBook book, ChosenPolicy chosen)
    {
        var proposed = book.InContext(chosen);
        var faults = chosen is ChosenPolicy.Proposed(_, var placed) ? proposed.Policy.Faults(proposed.Policies).Map(placed) : Seq<Fault>();
        return faults.IsEmpty ? proposed : Validation<Fault, PolicyInContext>.Fail(faults);
    }
}
