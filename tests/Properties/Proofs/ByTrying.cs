using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Proofs;

/// <summary>
/// Upgrade paths by their definition: every combination of better values is tried against every filling of what is left unknown,
/// and those stay of which no other has all changes, none larger.
/// </summary>
internal sealed class ByTrying
{
    private readonly Trial trial;
    private readonly Diagram diagram;
    private readonly List<(Fact Fact, long[] Better)> axes;

    private ByTrying(Trial trial)
    {
        (this.trial, diagram) = (trial, trial.Compiled.DiagramOf(trial.Kind));
        var facts = trial.Facts.Completed();
        axes = [.. trial.Inputs.AsEnumerable()
            .Where(fact => fact.Head is { Direction: not Direction.None, Protected: false, Fixed: false })
            .Select(fact => (fact, Better(fact, facts)))];
    }

    /// <summary>How many combinations there are, times the fillings of each.</summary>
    public long Count => axes.Aggregate(1L, (product, axis) => product * (axis.Better.Length + 1))
        * trial.Unknown(trial.Facts.Completed()).Aggregate(1L, (product, fact) => product * fact.Values(trial.Cuts, trial.Facts.Completed(), trial.AsOf).Length);

    public static ByTrying Of(Trial trial) => new(trial);

    public IEnumerable<IEnumerable<(Fact Fact, long To)>> Smallest()
    {
        var lifting = Combinations(0, Array<(Fact Fact, long To)>()).Where(Lifts).ToList();
        return lifting.Where(one => !lifting.Exists(other => other != one && Within(other, one))).Select(one => one.AsEnumerable());
    }

    private IEnumerable<Arr<(Fact Fact, long To)>> Combinations(int axis, Arr<(Fact, long)> taken) => axis == axes.Count
        ? [taken]
        : axes[axis].Better.Select(to => taken.Add((axes[axis].Fact, to))).Prepend(taken).SelectMany(more => Combinations(axis + 1, more));

    private bool Lifts(Arr<(Fact Fact, long To)> changes)
    {
        var after = changes.Fold(Array(trial.Facts), (all, change) => all.Bind(facts => Meant(change).Map(to => facts.With(change.Fact, to))))
            .Map(facts => trial with { Facts = facts });
        return after.ForAll(one => one.Customer.FaultsOn(trial.AsOf).IsEmpty && BruteForce.Of(one).Possible.All(place => place < BruteForce.Of(trial).Possible.Single()));
    }

    /// <summary>To add a product where it is unknown which are held leaves the others unknown.</summary>
    private Arr<long> Meant((Fact Fact, long To) change) => change.Fact is Fact.Several set && trial.Facts.Find(set).IsNone
        ? new Arr<long>(Sets(set, change.To).Prepend(change.To))
        : Array(change.To);

    /// <summary>The values above what is known (below, where less is better), or above the worst of what is unknown.</summary>
    private long[] Better(Fact fact, KnownFacts facts)
    {
        var (known, range) = (facts.Find(fact), fact.RangeOn(trial.AsOf));
        var from = known.IfNone(fact.Head.Direction == Direction.Up ? range.Low : range.High);
        var better = fact is Fact.Several several
            ? Sets(several, from)
            : fact.Values(trial.Cuts, facts, trial.AsOf).Where(value => fact.Head.Direction == Direction.Up ? value > from : value < from);
        return [.. better.Where(value => known.IsSome || Cell(fact, value, facts) != Cell(fact, from, facts))];
    }

    /// <summary>Between which cuts of the diagram everything read from a fact lies at a value: to bring an unknown fact to where it is at worst is no change.</summary>
    private string Cell(Fact fact, long value, KnownFacts facts) => string.Join(' ',
        from node in diagram.Nodes
        let quantity = diagram.Variables[node.Variable]
        where quantity.Inputs.Exists(input => input == fact)
        let reading = facts.With(fact, value).On(trial.AsOf)(quantity)
        select $"{DiagramTable.PieceOf(node.Cuts, reading.Low)} {DiagramTable.PieceOf(node.Cuts, reading.High)}");

    /// <summary>The members tested are added one by one; where only their number counts, the first that are not held.</summary>
    private IEnumerable<long> Sets(Fact.Several set, long held)
    {
        var members = trial.Cuts.Select(cut => cut.Quantity).OfType<Quantity.Holding>().Select(holding => 1L << holding.Place).Where(bit => (held & bit) == 0).Distinct().ToList();
        var counted = trial.Cuts.Any(cut => cut.Quantity is Quantity.By(DerivedFact.Size));
        return counted
            ? Enumerable.Range(0, set.Options.Count).Select(place => 1L << place).Where(bit => (held & bit) == 0)
                .Aggregate(new List<long> { held }, (sets, bit) => [.. sets, sets[^1] | bit]).Skip(1)
            : Enumerable.Range(1, (1 << members.Count) - 1).Select(choice => members.Where((_, at) => (choice >> at & 1) == 1).Aggregate(held, (sum, bit) => sum | bit));
    }

    private static bool Within(Arr<(Fact Fact, long To)> one, Arr<(Fact Fact, long To)> other) => one.ForAll(change => other.Exists(same => same.Fact == change.Fact
        && (change.Fact is Fact.Several ? (change.To & ~same.To) == 0 : change.Fact.Head.Direction == Direction.Up ? change.To <= same.To : change.To >= same.To)));
}
