namespace Kehu.Domain;

/// <summary>One value that a fact can be brought to, and what the quantity then reads. For a set: the member to add, or how many to hold.</summary>
internal readonly record struct LeverStep(Interval Reading, long To);

/// <summary>A quantity of a diagram that a customer can better through one fact: the steps that make a difference, the smallest first.</summary>
internal sealed record Lever(Quantity Quantity, Fact Fact, Arr<LeverStep> Steps)
{
    /// <summary>The facts after a step. Of products that only count, the first of the catalogue that are not held stand for any others.</summary>
    public KnownFacts Pull(KnownFacts facts, LeverStep step) => Quantity switch
    {
        Quantity.Of or Quantity.By(DerivedFact.WholeYears or DerivedFact.MonthsSince or DerivedFact.Gap) => facts.With(Fact, step.To),
        Quantity.Holding => facts.With(Fact, facts.Find(Fact).IfNone(0) | step.To),
        Quantity.By => facts.With(Fact, Filled(facts.Find(Fact).IfNone(0), (int)step.To)),
    };

    private static long Filled(long held, int count)
    {
        while (long.PopCount(held) < count)
        {
            held |= held + 1;
        }

        return held;
    }
}

/// <summary>Which facts a customer can better, and how far it makes a difference. Facts marked P or = are never among them.</summary>
internal static class Levers
{
    /// <summary>The lever of a variable, if it has steps; the cuts are all values at which some node of it changes, ascending.</summary>
    public static Option<Lever> Of(Quantity quantity, IReadOnlyCollection<long> cuts, KnownFacts facts, DateOnly asOf) =>
        quantity.Inputs[0] is var fact && fact.Head is { Direction: not Direction.None, Protected: false, Fixed: false }
            ? Some(new Lever(quantity, fact, new Arr<LeverStep>(Steps(quantity, cuts, facts, asOf)))).Filter(lever => !lever.Steps.IsEmpty)
            : None;

    private static IEnumerable<LeverStep> Steps(Quantity quantity, IReadOnlyCollection<long> cuts, KnownFacts facts, DateOnly asOf) => quantity switch
    {
        Quantity.Of(var fact) => Better(fact.Head.Direction, cuts, facts.Read(fact, asOf), fact.RangeOn(asOf))
            .Select(value => new LeverStep(Interval.Point(value), value)),
        Quantity.By(DerivedFact.WholeYears or DerivedFact.MonthsSince) derived => Spanned(derived.Derived, cuts, facts, asOf),
        Quantity.By(DerivedFact.Gap gap) => Gapped(gap, cuts, facts, asOf),
        Quantity.By(var size) => Better(size.Direction, cuts, size.Read(facts, asOf), size.RangeOn(asOf))
            .Select(count => new LeverStep(Interval.Point(count), count)),
        Quantity.Holding(var set, var place) => (facts.Find(set).IfNone(0) >> place & 1) == 0 ? [new LeverStep(Interval.Point(1), 1L << place)] : [],
    };

    /// <summary>The first value of every cell that is better than what is known; of what is unknown, than the worst.</summary>
    private static IEnumerable<long> Better(Direction direction, IReadOnlyCollection<long> cuts, Interval reading, Interval range) => direction switch
    {
        Direction.Up => cuts.Where(cut => cut > reading.Low && range.Contains(cut)),
        Direction.Down => cuts.Select(cut => cut - 1).Where(value => value < reading.High && range.Contains(value)).Reverse(),
        Direction.None => [],
    };

    /// <summary>A span since a date is bettered by the date: the furthest from the as-of date that is good enough.</summary>
    private static IEnumerable<LeverStep> Spanned(DerivedFact derived, IReadOnlyCollection<long> cuts, KnownFacts facts, DateOnly asOf) =>
        Better(derived.Direction, cuts, derived.Read(facts, asOf), derived.RangeOn(asOf)).Select(span => new LeverStep(
            Interval.Point(span), derived is DerivedFact.WholeYears ? Fillings.YearsBack(span, asOf) : Fillings.MonthsBack(span, asOf)));

    /// <summary>A difference is bettered by its left side; what it then reads depends on what is known of the right.</summary>
    private static IEnumerable<LeverStep> Gapped(DerivedFact.Gap gap, IReadOnlyCollection<long> cuts, KnownFacts facts, DateOnly asOf)
    {
        var (left, right) = (facts.Read(gap.Left, asOf), facts.Read(gap.Right, asOf));
        return cuts.SelectMany(cut => new[] { cut + right.Low, cut + right.High }).Distinct().Order()
            .Where(value => value > left.Low && gap.Left.Domain.Contains(value))
            .Select(value => new LeverStep(new Interval(value - right.High, value - right.Low), value));
    }
}
