namespace Kehu.Domain;

/// <summary>
/// Every criterion that the evidence of a policy may show for one kind of customer, each before its parts, with the quantities they read:
/// the diagram's variables first. Made when first asked for; what is left to each decision is an array of lines.
/// </summary>
public sealed class EvidencePlan
{
    private readonly List<Quantity> quantities;
    private readonly Dictionary<string, int> places;
    private readonly List<Option<EvidenceCriterion>> made = [];
    private readonly CustomerKind kind;
    private readonly PolicySet policies;
    private readonly WriteLines interpret;
    private int written;

    internal EvidencePlan(Policy policy, PolicySet policies, Diagram diagram, CustomerKind kind)
    {
        (Policy, this.kind, this.policies) = (policy, kind, policies);
        quantities = [.. diagram.Variables];
        places = quantities.Select((quantity, place) => (quantity.Name, place)).ToDictionary(known => known.Name, known => known.place, StringComparer.Ordinal);
        Applies = Policy.ScopeOf(kind).Bind(scope => scope.Applies).Map(applies => Of(applies.Criterion, None));
        Rungs = [.. Policy.Rungs.Select(rung => Of(rung.Criterion, None))];
        Criteria = [.. made.Somes()];
        Quantities = [.. quantities];
        AppliesLength = Applies.Map(EvidenceLength.Of).IfNone(new EvidenceLength(0, 0));
        Lengths = [.. Rungs.Select(EvidenceLength.Of)];
        KnownLengths = [.. Enumerable.Range(0, Rungs.Length + 1).Select(tested => AppliesLength.Known + Lengths.Take(tested).Sum(length => length.Known))];
        interpret = this.Interpret;
        Code = new Lazy<WriteLines>(() => EvidenceCode.Of(this).IfNone(interpret));
    }

    /// <summary>The policy explained.</summary>
    public Policy Policy { get; }

    /// <summary>How many criteria there are.</summary>
    public int Count => Criteria.Length;

    /// <summary>The criteria by place.</summary>
    internal EvidenceCriterion[] Criteria { get; }

    /// <summary>What must hold for the policy to apply.</summary>
    internal Option<EvidenceCriterion> Applies { get; }

    /// <summary>The criterion of every class but the last.</summary>
    internal EvidenceCriterion[] Rungs { get; }

    /// <summary>What the criteria read, by place.</summary>
    internal Quantity[] Quantities { get; }

    /// <summary>The most lines of what must hold for the policy to apply.</summary>
    internal EvidenceLength AppliesLength { get; }

    /// <summary>The most lines of every rung.</summary>
    internal EvidenceLength[] Lengths { get; }

    /// <summary>The most lines of the first classes, by how many of them, where everything is known.</summary>
    internal int[] KnownLengths { get; }

    /// <summary>The code for readings that are all known.</summary>
    internal Lazy<WriteLines> Code { get; }

    /// <summary>What writes lines where everything is known: the code once there were enough decisions to pay for it.</summary>
    internal WriteLines Writing => Code.IsValueCreated || Interlocked.Increment(ref written) > DiagramBatches.WorthCode ? Code.Value : interpret;

    private EvidenceCriterion Of(Criterion criterion, Option<Label> heading) => criterion switch
    {
        Criterion.All(var parts) => Group(parts.Count, parts, new Label("all of these hold", "同时满足以下各项"), heading),
        Criterion.Any(var parts) => Group(1, parts, new Label("any of these holds", "满足以下任一项"), heading),
        Criterion.AtLeast(var needed, var parts) => Group(needed, parts, new Label($"at least {needed} of these hold", $"至少满足以下 {needed} 项"), heading),
        Criterion.Not(var part) => Placed(place => new EvidenceCriterion(
            EvidenceReading.Not, place, Headed(heading, new Label("this does not hold", "以下不成立")), [Of(part, None)])),
        Criterion.Cases(var fact, var branches) => Cases(fact, branches, heading),
        Criterion.Score score => Score(score, heading),
        Criterion.Classified referred => Referred(referred, heading),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Leaf.Of(criterion).Match(
            Some: leaf => Test(leaf, Headed(heading, criterion.Describe(policies))),
            None: () => Placed(place => new EvidenceCriterion(EvidenceReading.Never, place, Headed(heading, criterion.Describe(policies)), []))),
    };

    private EvidenceCriterion Test(Leaf leaf, Label words) => Placed(place => new EvidenceCriterion(EvidenceReading.Leaf, place, words, [])
    {
        Quantity = Some(leaf.Quantity),
        Variable = VariableOf(leaf.Quantity),
        Admitted = leaf.Admitted,
        Tests = [.. leaf.Admitted],
        Citation = Some(leaf.Citation),
    });

    /// <summary>A group of one part is that part.</summary>
    private EvidenceCriterion Group(int needed, Arr<Criterion> parts, Label words, Option<Label> heading) => parts.Count == 1 && needed == 1
        ? Of(parts[0], heading)
        : Placed(place => new EvidenceCriterion(
            EvidenceReading.Group, place, Headed(heading, words), parts.Select(part => Of(part, None)))
        { Needed = needed });

    private EvidenceCriterion Cases(Fact.Choice fact, Arr<Case> branches, Option<Label> heading)
    {
        var known = branches.Filter(branch => fact.PlaceOf(branch.Code).IsSome);
        var words = Headed(heading, new Label("by ", "按") + fact.Head.Label);
        return Placed(place => new EvidenceCriterion(
            EvidenceReading.Cases,
            place,
            words,
            known.Select(branch => Of(branch.Criterion, Some(fact.Head.Label + Label.Same(" = ") + fact.WordsOf(branch.Code)))))
        {
            Quantity = Some<Quantity>(new Quantity.Of(fact)),
            Variable = VariableOf(new Quantity.Of(fact)),
            Keys = [.. known.SelectMany(branch => fact.PlaceOf(branch.Code).Map(code => (long)code).AsEnumerable())],
        });
    }

    private EvidenceCriterion Score(Criterion.Score score, Option<Label> heading)
    {
        var (min, max) = (score.Min.IfNone(long.MinValue), score.Max.IfNone(long.MaxValue));
        return Placed(place => new EvidenceCriterion(
            EvidenceReading.Score, place, Headed(heading, score.Describe(policies) + new Label("; reached", "；得分")), score.Card.Items.Select(Item))
        {
            Citation = Some(score.Citation),
            Tests = min <= max ? [new Interval(min, max)] : [],
        });
    }

    private EvidenceCriterion Item(ScoreItem item) => Placed(place => new EvidenceCriterion(
        EvidenceReading.Item, place, item.Label, item.Bins.Select(bin => Of(bin.Criterion, Some(new Label($"{bin.Points} points", $"{bin.Points} 分")))))
    {
        Keys = [.. item.Bins.Select(bin => (long)bin.Points)],
    });

    /// <summary>The other policy's criteria, from the first class to the last one named.</summary>
    private EvidenceCriterion Referred(Criterion.Classified referred, Option<Label> heading)
    {
        var shown = policies.Find(referred.Policy).Map(policy => policy.Rungs.Take(LastNamed(policy, referred.Classes)).ToArr()).IfNone(Array<Rung>());
        var scope = policies.Find(referred.Policy).Bind(policy => policy.ScopeOf(kind));
        return Placed(place =>
        {
            var parts = shown.Select(rung => Of(rung.Criterion, Some(rung.Class.Label))).ToArray();
            var applies = scope.Bind(applicable => applicable.Applies).Map(condition => Of(condition.Criterion, None));
            return new EvidenceCriterion(EvidenceReading.Referred, place, Headed(heading, referred.Describe(policies)), parts)
            {
                Citation = Some(referred.Citation),
                Applies = applies,
                End = made.Count,
                Needed = scope.IsSome ? 1 : 0,
                Named = [.. shown.Select(rung => referred.Classes.Contains(rung.Class.Code))],
                NamesOtherwise = policies.Find(referred.Policy).Exists(policy => referred.Classes.Contains(policy.Otherwise.Code)),
            };
        });
    }

    private static int LastNamed(Policy policy, Arr<ClassCode> classes) => classes.Contains(policy.Otherwise.Code)
        ? policy.Rungs.Count
        : 1 + policy.Rungs.ToList().FindLastIndex(rung => classes.Contains(rung.Class.Code));

    /// <summary>A criterion at the next place, before the parts that are made on the way.</summary>
    private EvidenceCriterion Placed(Func<int, EvidenceCriterion> make)
    {
        var place = made.Count;
        made.Add(None);
        var criterion = make(place);
        made[place] = Some(criterion);
        return criterion;
    }

    private int VariableOf(Quantity quantity)
    {
        if (places.TryAdd(quantity.Name, quantities.Count))
        {
            quantities.Add(quantity);
        }

        return places[quantity.Name];
    }

    private static Label Headed(Option<Label> heading, Label words) => heading.Match(Some: head => head + new Label(": ", "：") + words, None: () => words);
}

/// <summary>The most lines that a criterion takes: where every choice is known, and whatever is known.</summary>
internal readonly record struct EvidenceLength(int Known, int Any)
{
    public static EvidenceLength Of(EvidenceCriterion criterion)
    {
        var parts = criterion.Parts.Select(Of).ToList();
        var known = criterion.Reading == EvidenceReading.Cases ? parts.Select(part => part.Known).DefaultIfEmpty(0).Max() : parts.Sum(part => part.Known);
        var hidden = criterion.Applies.Map(Of).IfNone(new EvidenceLength(0, 0));
        return new EvidenceLength(1 + known + hidden.Known, 1 + parts.Sum(part => part.Any) + hidden.Any);
    }
}
