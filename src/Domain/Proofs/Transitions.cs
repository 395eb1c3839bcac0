namespace Kehu.Domain;

/// <summary>What a policy says of a customer, as a row or column of a transition matrix.</summary>
public abstract record Placement
{
    private Placement()
    {
    }

    /// <summary>The class at a place of the policy's order.</summary>
    public sealed record Class(PolicyClass Assigned, int Place) : Placement;

    /// <summary>Unknown facts leave it open.</summary>
    public sealed record Open : Placement;

    /// <summary>The policy does not apply.</summary>
    public sealed record NotApplicable : Placement;

    /// <summary>There is no such policy.</summary>
    public sealed record NoPolicy : Placement;

    /// <summary>The answer in a word: the class's code, or what stands for none.</summary>
    public string Code => this switch
    {
        Class(var assigned, _) => assigned.Code.Value,
        Open => "(open)",
        NotApplicable => "(not applicable)",
        NoPolicy => "(no policy)",
    };

    /// <summary>The answer in words.</summary>
    public Label Words() => this switch
    {
        Class(var assigned, _) => assigned.Label,
        Open => new Label("open", "待定"),
        NotApplicable => new Label("not applicable", "不适用"),
        NoPolicy => new Label("no policy", "无办法"),
    };

    /// <summary>Classes in the policy's order, then open, then not applicable.</summary>
    public int Order => this switch
    {
        Class(_, var place) => place,
        Open => PlacementOrder.Open,
        NotApplicable => PlacementOrder.NotApplicable,
        NoPolicy => PlacementOrder.NoPolicy,
    };

    /// <summary>The answer of an order, of a policy with these classes.</summary>
    public static Placement Of(int order, Arr<PolicyClass> classes) => order switch
    {
        PlacementOrder.Open => new Open(),
        PlacementOrder.NotApplicable => new NotApplicable(),
        PlacementOrder.NoPolicy => new NoPolicy(),
        _ => new Class(classes[order], order),
    };
}

/// <summary>The orders of answers that are no class; those of classes lie below.</summary>
public static class PlacementOrder
{
    public const byte Open = OutcomeSet.Limit;

    public const byte NotApplicable = OutcomeSet.Limit + 1;

    public const byte NoPolicy = OutcomeSet.Limit + 2;

    /// <summary>How many orders there are.</summary>
    public const int Count = OutcomeSet.Limit + 3;
}

/// <summary>The customers of a kind who go from one answer to another: how many, the total assets known of them, and of how many those are unknown.</summary>
public sealed record Transition(CustomerKind Kind, Placement Old, Placement New, int Customers, Int128 Assets, int Unvalued)
{
    /// <summary>Whether the change means anything for these customers.</summary>
    public bool Moves => Old.Code != New.Code;
}

/// <summary>A changed policy over a portfolio. Source: governance, Simulation.</summary>
public static class Transitions
{
    /// <summary>Every pair of answers that some customer has, by kind and the policies' order.</summary>
    public static Arr<Transition> Over(this PolicyChange change, IEnumerable<Customer> portfolio, DateOnly asOf) =>
        new(portfolio
            .Select(customer => (
                customer.Kind,
                Old: customer.Answered(change.Old, asOf),
                New: customer.Answered(change.Now, asOf),
                Assets: customer.Facts.Find(SharedFacts.TotalAssets)))
            .GroupBy(row => (row.Kind, row.Old, row.New))
            .Select(same => new Transition(
                same.Key.Kind, same.Key.Old, same.Key.New, same.Count(),
                same.Aggregate((Int128)0, (sum, row) => sum + row.Assets.IfNone(0)),
                same.Count(row => row.Assets.IsNone)))
            .OrderBy(transition => transition.Kind).ThenBy(transition => transition.Old.Order).ThenBy(transition => transition.New.Order)
            .ToArray());

    private static Placement Answered(this Customer customer, Option<CompiledPolicy> policy, DateOnly asOf) => policy.Match<Placement>(
        Some: compiled => customer.By(compiled, asOf, ask: false).Outcome switch
        {
            Outcome.Decided(var assigned, var place) => new Placement.Class(assigned, place),
            Outcome.Open => new Placement.Open(),
            Outcome.NotApplicable => new Placement.NotApplicable(),
        },
        None: () => new Placement.NoPolicy());
}
