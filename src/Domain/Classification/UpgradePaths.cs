namespace Kehu.Domain;

/// <summary>Finding the smallest changes that lift a customer. Source: policies, Upgrade path.</summary>
public static class UpgradePaths
{
    /// <summary>How a customer without faults on the date reaches the next class of a policy.</summary>
    public static UpgradePath UpgradePath(this Customer customer, CompiledPolicy policy, DateOnly asOf, Budget budget)
    {
        var facts = customer.Facts.Completed();
        return policy.Policy.Ordering == Ordering.Nominal ? new UpgradePath.NotRanked() : policy.Decide(customer.Kind, facts, asOf, ask: false) switch
        {
            Outcome.NotApplicable(var reason) => new UpgradePath.NotApplicable(reason),
            Outcome.Open(_, _, var missing, _) => new UpgradePath.Open(missing),
            Outcome.Decided(var current, 0) => new UpgradePath.Found(current, None, Array<Alternative>(), Truncated: false),
            Outcome.Decided(var current, var place) => Search(new Rise(policy, customer.Kind, facts, asOf, place), current, budget),
        };
    }

    private static UpgradePath Search(Rise rise, PolicyClass current, Budget budget)
    {
        var situations = rise.Situations(budget);
        if (situations.Exists(situation => situation.Search.Exhausted))
        {
            return new UpgradePath.TooLarge();
        }

        var found = situations.Map(situation => situation.Search.Alternatives().Take(Kehu.Domain.UpgradePath.MostAlternatives + 1)
            .Select(levers => rise.Alternative(situation, levers)).ToArr());
        var minimal = found.Bind(list => list).Filter(one => !found.Exists(list => list.Exists(other => other != one && other.Within(one))));
        var listed = minimal.OrderBy(alternative => alternative.Changes.Count).Take(Kehu.Domain.UpgradePath.MostAlternatives).ToArr();
        return new UpgradePath.Found(
            current,
            Some(rise.Policy.Policy.Classes[rise.Place - 1]),
            listed,
            minimal.Count > listed.Count || found.Exists(list => list.Count > Kehu.Domain.UpgradePath.MostAlternatives));
    }

    /// <summary>Whether every change of the one is in the other, and none is larger.</summary>
    private static bool Within(this Alternative one, Alternative other) => one.Changes.ForAll(change =>
        other.Changes.Exists(same => same.Fact == change.Fact && (change.Fact, change.Fact.Head.Direction) switch
        {
            (Fact.Several, _) => (change.To & ~same.To) == 0,
            (_, Direction.Down) => change.To >= same.To,
            (_, Direction.Up or Direction.None) => change.To <= same.To,
        }));
}

/// <summary>A search and the facts it begins with: those of the customer, or those with a transaction assumed.</summary>
internal sealed record Situation(KnownFacts Facts, UpgradeSearch Search);

/// <summary>A customer who is to rise above the class at a place.</summary>
internal sealed record Rise(CompiledPolicy Policy, CustomerKind Kind, KnownFacts Facts, DateOnly AsOf, int Place)
{
    /// <summary>
    /// Usually one. A last transaction says that there ever was one: where that is not known to be so, the alternatives with such a date
    /// and those without are searched apart.
    /// </summary>
    public Arr<Situation> Situations(Budget budget)
    {
        var diagram = Policy.DiagramOf(Kind);
        var last = diagram.Variables.AsEnumerable().ToList().FindIndex(quantity => quantity.Inputs.Exists(fact => fact == SharedFacts.LastTransactionOn));
        var transacted = Facts.With(SharedFacts.EverTransacted, 1);
        return last < 0 || Facts.Find(SharedFacts.EverTransacted) == Some(1L)
            ? Array(new Situation(Facts, new UpgradeSearch(diagram, Place, Facts, AsOf, budget, idle: -1, pulled: -1)))
            : Array(
                new Situation(Facts, new UpgradeSearch(diagram, Place, Facts, AsOf, budget, idle: last, pulled: -1)),
                new Situation(transacted, new UpgradeSearch(diagram, Place, transacted, AsOf, budget, idle: -1, pulled: last)));
    }

    /// <summary>The facts after all steps, what changed, and what they are decided to be at least.</summary>
    public Alternative Alternative(Situation situation, Arr<(Lever Lever, LeverStep Step)> levers)
    {
        var after = levers.Fold(situation.Facts, (facts, pulled) => pulled.Lever.Pull(facts, pulled.Step));
        var touched = levers.Map(pulled => pulled.Lever.Fact);
        var implied = Facts.Find(SharedFacts.EverTransacted) == Some(0L) && after.Find(SharedFacts.EverTransacted) == Some(1L)
            ? touched.Add(SharedFacts.EverTransacted)
            : touched;
        return new Alternative(
            new Arr<FactChange>(implied.AsEnumerable().DistinctBy(fact => fact.Name, StringComparer.Ordinal).OrderBy(fact => fact.Name, StringComparer.Ordinal)
                .SelectMany(fact => after.Find(fact).Map(to => Change(fact, to)).AsEnumerable())),
            Policy.Policy.Classes[Worst(Policy.Decide(Kind, after, AsOf, ask: false))]);
    }

    private FactChange Change(Fact fact, long to)
    {
        var from = Facts.Find(fact);
        return new FactChange(fact, from, to, from.Map(value => fact is Fact.Several ? long.PopCount(to & ~value) : Math.Abs(to - value)));
    }

    /// <summary>The lowest class that is still possible; the search has seen to it that it is above the customer's.</summary>
    private int Worst(Outcome outcome) => outcome switch
    {
        Outcome.Decided(_, var place) => place,
        Outcome.Open(var possible, _, _, _) => Policy.Policy.Classes.ToList().IndexOf(possible[^1]),
        Outcome.NotApplicable => Place,
    };
}
