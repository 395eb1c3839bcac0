namespace Kehu.Domain;

/// <summary>A leaf of a policy on trial; idle with the constant that could stand in its place.</summary>
internal sealed record LeafOnTrial(string Pointer, Option<bool> Idle, Func<Option<Witness>> Witness);

/// <summary>
/// A policy before the checks, for one kind of customer: every criterion and the outcomes in one table, under the order of the compiled diagram
/// (variables that the diagram dropped come after).
/// </summary>
internal sealed class PolicyTrial
{
    private readonly Policy policy;
    private readonly DateOnly asOf;
    private readonly Workshop workshop;
    private readonly DiagramTable table;
    private readonly Ways ways;
    private readonly int outcomes;
    private readonly int applies;
    private readonly Arr<int> criteria;

    public PolicyTrial(Policy policy, CustomerKind kind, Diagram diagram, PolicySet policies, DateOnly asOf, Budget budget)
    {
        (this.policy, this.asOf) = (policy, asOf);
        var rest = policy.Quantities(kind, policies).Filter(quantity => !diagram.Variables.Exists(variable => variable.Name == quantity.Name));
        table = new DiagramTable(budget);
        workshop = new Workshop(table, diagram.Variables + rest, kind, policies);
        ways = new Ways(workshop);
        applies = policy.ScopeOf(kind).Bind(scope => scope.Applies).Match(
            Some: condition => workshop.Of(condition.Criterion),
            None: () => DiagramTable.Leaf(1));
        criteria = policy.Rungs.Map(rung => workshop.Of(rung.Criterion));
        outcomes = workshop.Outcomes(policy);
    }

    /// <summary>The dates as of which a witness is looked for: that asked for, and the last, when every span is possible.</summary>
    private IEnumerable<DateOnly> Dates => new[] { asOf, DateOnly.FromDayNumber((int)Spans.Dates.High) }.Distinct();

    /// <summary>The budget ran out: nothing said here counts.</summary>
    public bool Exhausted => table.Exhausted;

    public string ExhaustedAt => workshop.ExhaustedAt(policy);

    /// <summary>Whether some customer of the kind gets the class.</summary>
    public bool Reaches(int place) => ways.To(outcomes, value => value == place, Whole).Any();

    /// <summary>A customer who meets the criterion of a class, with the class that it gets.</summary>
    public IEnumerable<Witness> Claimed(int place) =>
        (place < criteria.Count ? Within(criteria[place], elsewhere: false) : None).AsEnumerable();

    /// <summary>Overlaps, descents and protected facts that matter.</summary>
    public IEnumerable<CheckFinding> Findings() => Overlaps().Concat(policy.Ordering == Ordering.Ranked ? Descents() : []).Concat(Protected());

    /// <summary>Every leaf of the policy for this kind of customer.</summary>
    public IEnumerable<LeafOnTrial> Leaves() =>
        from placed in policy.PlacedCriteria(workshop.Kind)
        let whole = workshop.Of(placed.Criterion)
        from influence in new Influences(workshop).Of(placed)
        let idle = influence.WhenTrue == whole ? Some(true) : influence.WhenFalse == whole ? Some(false) : None
        select new LeafOnTrial(influence.Leaf.Pointer, idle, () => Otherwise(influence.Leaf.Criterion, idle));

    /// <summary>A customer for whom an idle leaf is not what could stand in its place; any customer where there is none.</summary>
    private Option<Witness> Otherwise(Criterion leaf, Option<bool> idle)
    {
        var opposite = idle.IfNone(true) ? table.Map(workshop.Of(leaf), value => 1 - value) : workshop.Of(leaf);
        return Within(opposite, elsewhere: true) || Within(DiagramTable.Leaf(1), elsewhere: true);
    }

    private IEnumerable<CheckFinding> Overlaps() =>
        from later in Enumerable.Range(1, Math.Max(0, criteria.Count - 1))
        where policy.Rungs[later].ExceptAbove.IsNone
        from earlier in Enumerable.Range(0, later)
        where policy.Ordering == Ordering.Nominal || !Implies(criteria[earlier], criteria[later])
        let both = table.Apply(applies, table.Apply(criteria[earlier], criteria[later], new Both()), new Both())
        where both != DiagramTable.Leaf(0)
        select new CheckFinding(
            CheckKind.Overlap, Severity.Error, $"/classes/{later}/criterion", "policy.overlap",
            Overlap(policy.Classes[earlier].Code, policy.Classes[later].Code, policy.Ordering),
            new Arr<Witness>(Within(both, elsewhere: false).AsEnumerable()));

    private static Label Overlap(ClassCode earlier, ClassCode later, Ordering ordering) => ordering switch
    {
        Ordering.Nominal => new Label(
            $"'{earlier}' and '{later}' both claim this customer; classes of a nominal policy exclude each other",
            $"“{earlier}”与“{later}”均可收纳此客户；无序办法的各类别须互斥"),
        Ordering.Ranked => new Label(
            $"'{earlier}' and '{later}' both claim this customer, and '{earlier}' does not imply '{later}'; "
                + $"declare '{later}' except the classes above, with a citation",
            $"“{earlier}”与“{later}”均可收纳此客户，而前者并不蕴含后者；请将“{later}”声明为以上各类除外并注明依据"),
    };

    /// <summary>Whether every customer of the policy who meets the one meets the other.</summary>
    private bool Implies(int one, int other) =>
        table.Apply(applies, table.Apply(one, table.Map(other, value => 1 - value), new Both()), new Both()) == DiagramTable.Leaf(0);

    private IEnumerable<CheckFinding> Descents() =>
        from descent in new Monotony(workshop, policy.Classes.Count).Descents(outcomes, Whole)
        let quantity = workshop.Variables[descent.Variable]
        select new CheckFinding(
            CheckKind.NotMonotone, Severity.Error, ReadAt(quantity, descent.Higher), "policy.not-monotone",
            Fall(quantity, policy.Classes[descent.Higher].Code, policy.Classes[descent.Lower].Code),
            Shown(descent.Variable));

    private static Label Fall(Quantity quantity, ClassCode higher, ClassCode lower) => new(
        $"{(quantity.Direction == Direction.Up ? "more" : "less")} of '{quantity.Name}' gives '{lower}' instead of '{higher}', a lower class; "
            + "better facts must never lower a class",
        $"“{quantity.Label.Zh}”{(quantity.Direction == Direction.Up ? "增加" : "减少")}反而由“{higher}”降为“{lower}”；更好的事实不得降低类别");

    /// <summary>The same descent by customers who can be: as of the date, else as of the last one.</summary>
    private Arr<Witness> Shown(int variable) =>
        Dates.SelectMany(date => new Monotony(workshop, policy.Classes.Count).Descents(outcomes, at => ways.RangeOn(at, date))
                .Where(descent => descent.Variable == variable)
                .SelectMany(descent => Pair(descent, date).AsEnumerable()))
            .HeadOrNone().IfNone(Array<Witness>());

    /// <summary>Two customers on the two sides, of whom the one becomes the other by one fact; a difference may only move from one of its ends.</summary>
    private Option<Arr<Witness>> Pair(Descent descent, DateOnly date)
    {
        var quantity = workshop.Variables[descent.Variable];
        var (rest, up) = (ways.Facts(descent.Rest, date), quantity.Direction == Direction.Up);
        var (low, high) = up ? (descent.Worse.High, descent.Better.Low) : (descent.Worse.Low, descent.Better.High);
        var (worse, better) = (rest.Reading(quantity, low, date), rest.Reading(quantity, high, date));
        return worse.Moved(quantity, quantity.Inputs[0], high, date).Bind(then => Filed(descent, worse, then, date))
            || better.Moved(quantity, quantity.Inputs[0], low, date).Bind(before => Filed(descent, before, better, date));
    }

    private Option<Arr<Witness>> Filed(Descent descent, KnownFacts worse, KnownFacts better, DateOnly date) =>
        Some(Array(
            new Witness(new Customer(workshop.Kind, worse), date, Some(policy.Classes[descent.Higher])),
            new Witness(new Customer(workshop.Kind, better), date, Some(policy.Classes[descent.Lower]))))
        .Filter(pair => pair.ForAll(witness => witness.Customer.FaultsOn(date).IsEmpty));

    private IEnumerable<CheckFinding> Protected() =>
        from variable in Tested()
        let quantity = workshop.Variables[variable]
        where quantity.Inputs.Exists(fact => fact.Head.Protected && !ProtectedSegments.May(policy, fact))
        select new CheckFinding(
            CheckKind.Protected, Severity.Error, ReadAt(quantity, 0), "policy.protected",
            new Label(
                $"'{quantity.Inputs[0].Name}' is a protected fact and decides here; only the segments by age, occupation and gender may read it",
                $"“{quantity.Inputs[0].Head.Label.Zh}”属受保护事实，却影响结论；仅年龄、职业、性别细分可以读取"),
            ToldApart(variable));

    /// <summary>Two customers who differ in one quantity alone and in the class, as of the date, else as of the last one.</summary>
    private Arr<Witness> ToldApart(int variable) =>
        Dates.SelectMany(date => ToldApart(variable, date)).HeadOrNone().IfNone(Array<Witness>());

    private IEnumerable<Arr<Witness>> ToldApart(int variable, DateOnly date)
    {
        var (quantity, range) = (workshop.Variables[variable], ways.RangeOn(variable, date));
        var values = Cuts(variable).Where(cut => cut > range.Low && range.Contains(cut)).Prepend(range.Low).ToList();
        return from pair in values.Zip(values.Skip(1))
               let apart = table.Apply(table.Fix(outcomes, variable, pair.Item1), table.Fix(outcomes, variable, pair.Item2), default(Differ))
               from found in ways.Customer(apart, date, value => value > 0).AsEnumerable()
               let one = found.Customer.Facts.Reading(quantity, pair.Item1, found.AsOf)
               from other in one.Moved(quantity, quantity.Inputs[0], pair.Item2, found.AsOf).AsEnumerable()
               let witnesses = Array(
                   new Witness(found.Customer with { Facts = one }, found.AsOf, ClassOf(Differ.LeftOf(found.Value))),
                   new Witness(found.Customer with { Facts = other }, found.AsOf, ClassOf(Differ.RightOf(found.Value))))
               where witnesses.ForAll(witness => witness.Customer.FaultsOn(witness.AsOf).IsEmpty)
               select witnesses;
    }

    /// <summary>The values at which some node of a variable changes, ascending.</summary>
    private SortedSet<long> Cuts(int variable)
    {
        var cuts = new SortedSet<long>();
        Visit(node => cuts.UnionWith(node.Variable == variable ? node.Cuts : []));
        return cuts;
    }

    /// <summary>The variables that the outcome depends on.</summary>
    private SortedSet<int> Tested()
    {
        var tested = new SortedSet<int>();
        Visit(node => tested.Add(node.Variable));
        return tested;
    }

    private void Visit(Action<DiagramNode> visit)
    {
        var (seen, open) = (new System.Collections.Generic.HashSet<int>(), new Stack<int>([outcomes]));
        while (open.TryPop(out var at))
        {
            if (!DiagramTable.IsLeaf(at) && seen.Add(at))
            {
                visit(table[at]);
                System.Array.ForEach(table[at].Children, open.Push);
            }
        }
    }

    private Option<PolicyClass> ClassOf(int outcome) => outcome < policy.Classes.Count ? Some(policy.Classes[outcome]) : None;

    /// <summary>Where the policy reads a quantity: in the criterion of the class if there, else the first place, else where it is referred to.</summary>
    private string ReadAt(Quantity quantity, int place)
    {
        var reads = policy.PlacedCriteria(workshop.Kind).SelectMany(Pointers.WithParts)
            .Where(placed => Leaf.Of(placed.Criterion).Exists(leaf => leaf.Quantity.Name == quantity.Name)
                || placed.Criterion is Criterion.Cases { Fact: var fact } && fact.Name == quantity.Name)
            .Select(placed => placed.Pointer).ToList();
        var own = $"/classes/{place}/";
        return reads.Find(pointer => pointer.StartsWith(own, StringComparison.Ordinal))
            ?? reads.FirstOrDefault(place < policy.Rungs.Count ? own + "criterion" : "/classes");
    }

    /// <summary>A customer within a criterion to whom the policy applies, with its class; elsewhere too, where there is no such customer.</summary>
    private Option<Witness> Within(int criterion, bool elsewhere)
    {
        var tagged = table.Select(criterion, table.Map(outcomes, outcome => outcome + 1), DiagramTable.Leaf(0));
        var none = policy.Classes.Count + 1;
        return (ways.Customer(tagged, asOf, value => value > 0 && value < none) || ways.Customer(tagged, asOf, value => elsewhere && value == none))
            .Map(found => new Witness(found.Customer, found.AsOf, ClassOf(found.Value - 1)));
    }

    private Interval Whole(int variable) => workshop.Variables[variable].Domain;
}
