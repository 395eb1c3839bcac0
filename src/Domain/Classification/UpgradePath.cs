namespace Kehu.Domain;

/// <summary>One fact that would have to change, in its smallest unit; unknown facts have no "from". By how much is never negative.</summary>
public sealed record FactChange(Fact Fact, Option<long> From, long To, Option<long> By)
{
    /// <summary>
    /// A change on the wire, values as the fact is sent; by how much in yuan, percentage points, pieces, days of a date,
    /// members of a set, steps of a grade.
    /// </summary>
    public static Contract<FactChange> Contract { get; } = Answered<FactChange>.Object(
        "from and to as the fact is sent, from null where unknown; by in the fact's unit, days for dates, members for sets.",
        Answered<FactChange>.Always("fact", Forms.Plain, change => change.Fact.Name),
        Answered<FactChange>.Nullable("from", Forms.InUnit, change => change.From.Map(value => UnitValue.Of(change.Fact, value))) with
        { Says = "As the fact is sent; null where unknown." },
        Answered<FactChange>.Always("to", Forms.InUnit, change => UnitValue.Of(change.Fact, change.To)) with { Says = "As the fact is sent." },
        Answered<FactChange>.Nullable("by", Forms.Digits, change => change.By.Map(by => Decimals.Plain(by, change.Fact is Fact.Amount or Fact.Share ? 2 : 0))),
        Answered<FactChange>.Always("text", Forms.Words, change => change.Describe()));

    private Label Describe() =>
        Fact.Head.Label
        + From.Match(Some: from => new Label(" from ", "由 ") + Fact.Words(from), None: () => new Label(" (unknown today)", "（目前未知）"))
        + new Label(" to ", " 变为 ") + Fact.Words(To);
}

/// <summary>
/// Changes that together lift a customer, whatever the facts they leave alone turn out to be,
/// and the class that is reached at least.
/// </summary>
public sealed record Alternative(Arr<FactChange> Changes, PolicyClass Reaches)
{
    /// <summary>An alternative on the wire.</summary>
    public static Contract<Alternative> Contract { get; } = Answered<Alternative>.Object(
        "",
        Answered<Alternative>.Always("reaches", Forms.Plain, one => one.Reaches.Code.Value),
        Answered<Alternative>.Always("changes", Forms.List(FactChange.Contract), one => one.Changes));
}

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

/// <summary>The way up of a customer as it is answered.</summary>
public sealed record WayUp(Option<string> Customer, DateOnly AsOf, CompiledPolicy By, UpgradePath.Found Found)
{
    /// <summary>The way up on the wire: classes by code; values as the facts are sent.</summary>
    public static Contract<WayUp> Contract { get; } = Answered<WayUp>.Object(
        "The class of today, the next one up (null from the best) and the smallest changes that lift the customer, "
            + "whatever the facts they leave alone turn out to be.",
        Answered<WayUp>.Nullable("customer", Forms.Plain, way => way.Customer),
        Answered<WayUp>.Always("asOf", Forms.Day, way => way.AsOf),
        Answered<WayUp>.Always("policy", Forms.Plain, way => way.By.Policy.Id.Value),
        Answered<WayUp>.Nullable("version", Forms.Count, way => way.By.Number),
        Answered<WayUp>.Always("hash", Forms.Plain, way => way.By.Hash),
        Answered<WayUp>.Always("current", Forms.Plain, way => way.Found.Current.Code.Value),
        Answered<WayUp>.Nullable("target", Forms.Plain, way => way.Found.Target.Map(c => c.Code.Value)),
        Answered<WayUp>.Always("alternatives", Forms.List(Alternative.Contract), way => way.Found.Alternatives),
        Answered<WayUp>.Always("truncated", Forms.Flag, way => way.Found.Truncated));
}
