namespace Kehu.Domain;

/// <summary>One fact that would have to change, in its smallest unit; unknown facts have no "from". By how much is never negative.</summary>
public sealed record FactChange(Fact Fact, Option<long> From, long To, Option<long> By);

/// <summary>
/// Changes that together lift a customer, whatever the facts they leave alone turn out to be,
/// and the class that is reached at least.
/// </summary>
public sealed record Alternative(Arr<FactChange> Changes, PolicyClass Reaches);

/// <summary>How a customer reaches the next class of a ranked policy (客户成长计划). Source: policies, Upgrade path.</summary>
public abstract record UpgradePath
{
    /// <summary>How many alternatives are given at most.</summary>
    public const int MostAlternatives = 50;

    private UpgradePath()
    {
    }

    /// <summary>
    /// The class of today, the next one up (none from the best class), and the minimal alternatives, fewest changes first.
    /// Truncated: there are more.
    /// </summary>
    public sealed record Found(PolicyClass Current, Option<PolicyClass> Target, Arr<Alternative> Alternatives, bool Truncated) : UpgradePath;

    /// <summary>The decision is open: what is missing has to be known first.</summary>
    public sealed record Open(Arr<Fact> Missing) : UpgradePath;

    /// <summary>The policy does not classify this customer.</summary>
    public sealed record NotApplicable(Reason Reason) : UpgradePath;

    /// <summary>The classes of a nominal policy are not higher or lower.</summary>
    public sealed record NotRanked : UpgradePath;

    /// <summary>The search passed the limit of nodes or steps.</summary>
    public sealed record TooLarge : UpgradePath;
}
