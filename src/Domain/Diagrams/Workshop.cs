namespace Kehu.Domain;

/// <summary>
/// Where criteria become diagrams with leaves 0 and 1, and policies diagrams of outcomes, in one table under one order of variables.
/// Lives for one computation; what it hands out are references into its table.
/// </summary>
internal sealed class Workshop(DiagramTable table, Arr<Quantity> variables, CustomerKind kind, PolicySet policies)
{
    private readonly Dictionary<string, int> places = variables
        .Select((variable, place) => (variable.Name, place))
        .ToDictionary(p => p.Name, p => p.place, StringComparer.Ordinal);
    private readonly Dictionary<PolicyId, int> inlined = [];
    private readonly Dictionary<Criterion, int> made = new(ReferenceEqualityComparer.Instance);
    private int depth;
    private Criterion? exhaustedAt;

    public DiagramTable Table => table;

    /// <summary>The variables of the table, in their order.</summary>
    public Arr<Quantity> Variables => variables;

    public CustomerKind Kind => kind;

    /// <summary>The facts that there are.</summary>
    public FactCatalogue Facts => policies.Facts;

    /// <summary>Where in the policy the budget ran out: the criterion that was being added.</summary>
    public string ExhaustedAt(Policy policy) =>
        policy.PlacedCriteria(kind).SelectMany(Pointers.WithParts).Where(placed => ReferenceEquals(placed.Criterion, exhaustedAt))
            .Select(placed => placed.Pointer).FirstOrDefault("");

    /// <summary>The outcome of a policy: the place of the class, or the number of classes where it does not apply.</summary>
    public int Outcomes(Policy policy)
    {
        if (inlined.TryGetValue(policy.Id, out var known))
        {
            return known;
        }

        var notApplicable = DiagramTable.Leaf(policy.Classes.Count);
        return inlined[policy.Id] = policy.ScopeOf(kind).Match(
            Some: scope => scope.Applies.Match(
                Some: applies => table.Select(Of(applies.Criterion), Assigned(policy), notApplicable),
                None: () => Assigned(policy)),
            None: () => notApplicable);
    }

    /// <summary>The place of the first class whose criterion holds, chosen from the last to the first.</summary>
    private int Assigned(Policy policy)
    {
        var outcome = DiagramTable.Leaf(policy.Rungs.Count);
        for (var place = policy.Rungs.Count - 1; place >= 0; place--)
        {
            outcome = table.Select(Of(policy.Rungs[place].Criterion), DiagramTable.Leaf(place), outcome);
        }

        return outcome;
    }

    /// <summary>A criterion as a diagram with leaves 0 and 1. The same criterion is made once.</summary>
    public int Of(Criterion criterion)
    {
        if (!made.TryGetValue(criterion, out var reference))
        {
            reference = Make(criterion);
            made.Add(criterion, reference);
            exhaustedAt ??= table.Exhausted && depth == 0 ? criterion : null;
        }

        return reference;
    }

    /// <summary>The points of an item; one of its bins may be taken to hold always (1) or never (0).</summary>
    public int Points(ScoreItem item, int fixedBin = -1, int value = 0)
    {
        var points = DiagramTable.Leaf(0);
        for (var bin = item.Bins.Count - 1; bin >= 0; bin--)
        {
            var holds = bin == fixedBin ? DiagramTable.Leaf(value) : Of(item.Bins[bin].Criterion);
            points = table.Select(holds, DiagramTable.Leaf(item.Bins[bin].Points), points);
        }

        return points;
    }

    /// <summary>1 where a sum of points lies within the bounds of a score.</summary>
    public int Within(int points, Criterion.Score score) =>
        table.Map(points, sum => score.Min.IfNone(long.MinValue) <= sum && sum <= score.Max.IfNone(long.MaxValue) ? 1 : 0);

    /// <summary>1 where a count is reached.</summary>
    public int Reaches(int needed, int sum) => table.Map(sum, count => count >= needed ? 1 : 0);

    /// <summary>1 where a choice is the code.</summary>
    public int Is(Fact.Choice fact, string code) => Test(Leaf.Of(new Criterion.OneOf(fact, Array(code), Citation.Own("", ""))));

    private int Make(Criterion criterion) => criterion switch
    {
        Criterion.All(var parts) => parts.Fold(DiagramTable.Leaf(1), (all, part) => table.Apply(all, Of(part), new Both())),
        Criterion.Any(var parts) => parts.Fold(DiagramTable.Leaf(0), (any, part) => table.Apply(any, Of(part), new OneOrBoth())),
        Criterion.AtLeast(var needed, var parts) => Reaches(
            needed, parts.Fold(DiagramTable.Leaf(0), (sum, part) => table.Apply(sum, Of(part), new SumUpTo(Math.Max(0, needed))))),
        Criterion.Not(var part) => table.Map(Of(part), value => 1 - value),
        Criterion.Cases(var fact, var branches) => branches.Rev().Fold(
            DiagramTable.Leaf(0), (any, branch) => table.Select(Is(fact, branch.Code), Of(branch.Criterion), any)),
        Criterion.Score score => Within(
            score.Card.Items.Fold(DiagramTable.Leaf(0), (sum, item) => table.Apply(sum, Points(item), default(Sum))), score),
        Criterion.Classified(var id, var classes, _) => policies.Find(id).Match(
            Some: policy => table.Map(Inlined(policy), outcome => outcome < policy.Classes.Count && classes.Contains(policy.Classes[outcome].Code) ? 1 : 0),
            None: () => DiagramTable.Leaf(0)),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Test(Leaf.Of(criterion)),
    };

    private int Inlined(Policy policy)
    {
        depth++;
        var outcomes = Outcomes(policy);
        depth--;
        return outcomes;
    }

    private int Test(Option<Leaf> leaf) => leaf.Match(
        Some: test => table.Test(places[test.Quantity.Name], test.Quantity.Domain, test.Admitted),
        None: () => DiagramTable.Leaf(0));
}
