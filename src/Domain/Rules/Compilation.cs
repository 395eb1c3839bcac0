namespace Kehu.Domain;

/// <summary>From a policy to its diagram: criteria become diagrams with leaves 0 and 1, classes are chosen by them from the last to the first.</summary>
public static class Compilation
{
    /// <summary>
    /// The diagram of a policy for a kind of customer (the constant "not applicable" where it is not for that kind), or why it cannot be made.
    /// Each order of variables is tried within the budget; the smallest diagram is kept, the first of equals.
    /// </summary>
    public static Validation<Fault, Diagram> Compile(this Policy policy, CustomerKind kind, PolicySet policies, Budget budget) =>
        policy.Orders(kind, policies)
            .Map(order => policy.Compile(kind, policies, budget, order))
            .Somes()
            .OrderBy(diagram => diagram.NodeCount)
            .HeadOrNone()
            .ToValidation(TooLarge);

    private static readonly Fault TooLarge = Fault.At(
        "",
        "policy.too-large",
        "the decision diagram of the policy passes the limit of nodes or steps; use fewer criteria or bounds",
        "该办法的决策图超出节点数或步数上限，请减少条件或界限");

    private static Option<Diagram> Compile(this Policy policy, CustomerKind kind, PolicySet policies, Budget budget, Arr<Quantity> order)
    {
        var workshop = new Workshop(new DiagramTable(budget), order, kind, policies);
        var root = workshop.Outcomes(policy);
        return workshop.Table.Exhausted ? None : Some(Diagram.Seal(workshop.Table, root, order, policy.Classes.Count));
    }

    /// <summary>
    /// The orders worth trying: first mention in the text with the referred policies written out, so that facts read together stay together;
    /// and the same with the choices before all else, which is smaller where a choice splits the whole policy but is mentioned late.
    /// </summary>
    private static Seq<Arr<Quantity>> Orders(this Policy policy, CustomerKind kind, PolicySet policies)
    {
        var mentioned = policy.ScopeOf(kind).IsSome
            ? policy.Quantities(kind, policies).DistinctBy(quantity => quantity.Name, StringComparer.Ordinal).ToList()
            : [];
        return Seq(
            new Arr<Quantity>(mentioned),
            new Arr<Quantity>(mentioned.Where(IsChoice).Concat(mentioned.Where(quantity => !IsChoice(quantity)))));
    }

    private static bool IsChoice(Quantity quantity) => quantity is Quantity.Of { Fact: Fact.Choice };

    private sealed class Workshop(DiagramTable table, Arr<Quantity> variables, CustomerKind kind, PolicySet policies)
    {
        private readonly Dictionary<string, int> places = variables.Select((variable, place) => (variable.Name, place)).ToDictionary(p => p.Name, p => p.place, StringComparer.Ordinal);
        private readonly Dictionary<PolicyId, int> inlined = [];

        public DiagramTable Table => table;

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

        private int Of(Criterion criterion) => criterion switch
        {
            Criterion.All(var parts) => parts.Fold(DiagramTable.Leaf(1), (all, part) => table.Apply(all, Of(part), new Both())),
            Criterion.Any(var parts) => parts.Fold(DiagramTable.Leaf(0), (any, part) => table.Apply(any, Of(part), new OneOrBoth())),
            Criterion.AtLeast(var needed, var parts) => Reaches(needed, parts.Fold(DiagramTable.Leaf(0), (sum, part) => table.Apply(sum, Of(part), new SumUpTo(Math.Max(0, needed))))),
            Criterion.Not(var part) => table.Map(Of(part), value => 1 - value),
            Criterion.Cases(var fact, var branches) => branches.Rev().Fold(DiagramTable.Leaf(0), (any, branch) => table.Select(
                Test(Leaf.Of(new Criterion.OneOf(fact, Array(branch.Code), Citation.Own("", "")))), Of(branch.Criterion), any)),
            Criterion.Score(var card, var min, var max, _) => table.Map(
                card.Items.Fold(DiagramTable.Leaf(0), (sum, item) => table.Apply(sum, Points(item), new SumUpTo(int.MaxValue / 2))),
                points => min.IfNone(long.MinValue) <= points && points <= max.IfNone(long.MaxValue) ? 1 : 0),
            Criterion.Classified(var id, var classes, _) => policies.Find(id).Match(
                Some: policy => table.Map(Outcomes(policy), outcome => outcome < policy.Classes.Count && classes.Contains(policy.Classes[outcome].Code) ? 1 : 0),
                None: () => DiagramTable.Leaf(0)),
            Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Test(Leaf.Of(criterion)),
        };

        private int Points(ScoreItem item)
        {
            var points = DiagramTable.Leaf(0);
            for (var bin = item.Bins.Count - 1; bin >= 0; bin--)
            {
                points = table.Select(Of(item.Bins[bin].Criterion), DiagramTable.Leaf(item.Bins[bin].Points), points);
            }

            return points;
        }

        private int Reaches(int needed, int sum) => table.Map(sum, count => count >= needed ? 1 : 0);

        private int Test(Option<Leaf> leaf) => leaf.Match(
            Some: test => table.Test(places[test.Quantity.Name], test.Quantity.Domain, test.Admitted),
            None: () => DiagramTable.Leaf(0));
    }
}
