namespace Kehu.Domain;

/// <summary>What is known of a quantity of one customer on one date.</summary>
public delegate Interval Readings(Quantity quantity);

/// <summary>The plain three-valued reading of the algebra: its meaning, against which the diagram is held.</summary>
public static class Evaluation
{
    /// <summary>What the facts say of every quantity on a date. The facts are completed and checked against the date before.</summary>
    public static Readings On(this KnownFacts facts, DateOnly asOf) => quantity => facts.Read(quantity, asOf);

    /// <summary>What the facts say of one quantity.</summary>
    public static Interval Read(this KnownFacts facts, Quantity quantity, DateOnly asOf) => quantity switch
    {
        Quantity.Of(var fact) => facts.Read(fact, asOf),
        Quantity.By(var derived) => derived.Read(facts, asOf),
        Quantity.Holding(var set, var place) => facts.TryGet(set, out var bits) ? Interval.Point(bits >> place & 1) : new Interval(0, 1),
    };

    /// <summary>Whether the criterion holds, does not, or cannot be told part by part.</summary>
    public static Truth Evaluate(this Criterion criterion, CustomerKind kind, Readings readings, PolicySet policies) => criterion switch
    {
        Criterion.All(var parts) => Truths.AtLeast(parts.Count, parts.Map(part => part.Evaluate(kind, readings, policies))),
        Criterion.Any(var parts) => Truths.AtLeast(1, parts.Map(part => part.Evaluate(kind, readings, policies))),
        Criterion.AtLeast(var needed, var parts) => Truths.AtLeast(needed, parts.Map(part => part.Evaluate(kind, readings, policies))),
        Criterion.Not(var part) => part.Evaluate(kind, readings, policies).Not(),
        Criterion.Cases cases => cases.Evaluate(kind, readings, policies),
        Criterion.Score(var card, var min, var max, _) => Test(card.Points(kind, readings, policies), min, max),
        Criterion.Classified(var id, var classes, _) => policies.Find(id).Match(
            Some: policy => policy.Assigns(classes, kind, readings, policies),
            None: () => Truth.False),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Leaf.Of(criterion).Match(
            Some: leaf => leaf.Test(readings(leaf.Quantity)),
            None: () => Truth.False),
    };

    /// <summary>Whether the policy applies to a customer of the kind.</summary>
    public static Truth Applies(this Policy policy, CustomerKind kind, Readings readings, PolicySet policies) =>
        policy.ScopeOf(kind).Match(
            Some: scope => scope.Applies.Match(Some: applies => applies.Criterion.Evaluate(kind, readings, policies), None: () => Truth.True),
            None: () => Truth.False);

    /// <summary>The points of a scorecard, as far as they are known.</summary>
    public static Interval Points(this Scorecard card, CustomerKind kind, Readings readings, PolicySet policies) =>
        card.Items.Map(item => item.Points(kind, readings, policies))
            .Fold(Interval.Point(0), (sum, points) => new Interval(sum.Low + points.Low, sum.High + points.High));

    /// <summary>The points of one item: the bins that could be the first to hold.</summary>
    public static Interval Points(this ScoreItem item, CustomerKind kind, Readings readings, PolicySet policies)
    {
        var possible = Seq<long>();
        foreach (var bin in item.Bins)
        {
            var truth = bin.Criterion.Evaluate(kind, readings, policies);
            possible = truth == Truth.False ? possible : possible.Add(bin.Points);
            if (truth == Truth.True)
            {
                return new Interval(possible.Min(), possible.Max());
            }
        }

        possible = possible.Add(0);
        return new Interval(possible.Min(), possible.Max());
    }

    private static Truth Evaluate(this Criterion.Cases cases, CustomerKind kind, Readings readings, PolicySet policies)
    {
        var reading = readings(new Quantity.Of(cases.Fact));
        var branches = Seq(Enumerable.Range(0, cases.Fact.Options.Count)).Filter(place => reading.Contains(place)).Map(place =>
            cases.Branches.Find(branch => branch.Code == cases.Fact.Options[place].Code).Match(
                Some: branch => branch.Criterion.Evaluate(kind, readings, policies),
                None: () => Truth.False));
        return branches.ForAll(truth => truth == branches.Head) ? branches.Head : Truth.Unknown;
    }

    /// <summary>The first rung that holds must be one of the classes; the policy must apply.</summary>
    private static Truth Assigns(this Policy policy, Arr<ClassCode> classes, CustomerKind kind, Readings readings, PolicySet policies)
    {
        var (assigned, noneAbove) = (Truth.False, Truth.True);
        foreach (var rung in policy.Rungs)
        {
            var truth = rung.Criterion.Evaluate(kind, readings, policies);
            assigned = classes.Contains(rung.Class.Code) ? assigned.Or(noneAbove.And(truth)) : assigned;
            noneAbove = noneAbove.And(truth.Not());
        }

        assigned = classes.Contains(policy.Otherwise.Code) ? assigned.Or(noneAbove) : assigned;
        return policy.Applies(kind, readings, policies).And(assigned);
    }

    private static Truth Test(Interval points, Option<long> min, Option<long> max)
    {
        var admitted = new Interval(min.IfNone(long.MinValue), max.IfNone(long.MaxValue));
        return admitted.Low <= admitted.High && admitted.Contains(points) ? Truth.True
            : admitted.Low <= admitted.High && admitted.Meets(points) ? Truth.Unknown
            : Truth.False;
    }
}
