using Kehu.Shared;
using LanguageExt;
using Interval = Kehu.Domain.Interval;

namespace Kehu.Properties.Proofs;

/// <summary>
/// Every point of the space that policies cut into cells: one value of every quantity for each cell, tried one after the other.
/// The quantities are independent, as the proofs take them.
/// </summary>
internal sealed class PointSpace
{
    private readonly CustomerKind kind;
    private readonly PolicySet policies;
    private readonly Dictionary<string, int> places;
    private readonly Dictionary<Quantity, int> seen = new(ReferenceEqualityComparer.Instance);

    private PointSpace(CustomerKind kind, PolicySet policies, Arr<Quantity> quantities, IEnumerable<Cut> cuts)
    {
        (this.kind, this.policies, Quantities) = (kind, policies, quantities);
        places = quantities.Select((quantity, place) => (quantity.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);
        var known = cuts.ToList();
        Values = [.. quantities.Select(quantity => Of(quantity, known))];
        Count = Values.Aggregate(1L, (product, axis) => Math.Min(long.MaxValue / 1_000, product * axis.Length));
    }

    /// <summary>The quantities that are read, and the values tried of each, ascending.</summary>
    public Arr<Quantity> Quantities { get; }

    public long[][] Values { get; }

    public long Count { get; }

    public static PointSpace Of(Trial trial) => Of(trial.Kind, trial.Policies, trial.Policy);

    /// <summary>The space of several policies that refer to each other within a set.</summary>
    public static PointSpace Of(CustomerKind kind, PolicySet policies, params Policy[] of) => new(
        kind,
        policies,
        new Arr<Quantity>(of.SelectMany(policy => policy.Quantities(kind, policies)).DistinctBy(quantity => quantity.Name)),
        of.Concat(policies.Policies).SelectMany(policy => policy.Cuts()).Distinct());

    public IEnumerable<long[]> Points() => Enumerable.Range(0, (int)Count).Select(Point);

    /// <summary>The point of a number: the first quantity runs fastest.</summary>
    public long[] Point(int number)
    {
        var point = new long[Values.Length];
        for (var axis = 0; axis < point.Length; axis++)
        {
            point[axis] = Values[axis][number % Values[axis].Length];
            number /= Values[axis].Length;
        }

        return point;
    }

    public bool Meets(Criterion criterion, long[] point) => criterion.Evaluate(kind, Reading(point), policies) == Truth.True;

    /// <summary>The place of the class, or the number of classes where the policy does not apply.</summary>
    public int Outcome(Policy policy, long[] point)
    {
        if (policy.Applies(kind, Reading(point), policies) != Truth.True)
        {
            return policy.Classes.Count;
        }

        var place = 0;
        while (place < policy.Rungs.Count && !Meets(policy.Rungs[place].Criterion, point))
        {
            place++;
        }

        return place;
    }

    private Readings Reading(long[] point) => quantity => Interval.Point(point[Place(quantity)]);

    /// <summary>By name, but that is asked once of each object: a criterion is read at thousands of points.</summary>
    private int Place(Quantity quantity)
    {
        if (!seen.TryGetValue(quantity, out var place))
        {
            seen.Add(quantity, place = places[quantity.Name]);
        }

        return place;
    }

    private static long[] Of(Quantity quantity, IEnumerable<Cut> cuts) => quantity switch
    {
        Quantity.Of(Fact.Flag or Fact.Choice or Fact.Grade) or Quantity.Holding =>
            [.. Enumerable.Range(0, (int)quantity.Domain.High + 1).Select(value => (long)value)],
        Quantity.Of or Quantity.By => [.. cuts.Where(cut => cut.Quantity.Name == quantity.Name).Select(cut => cut.At)
            .Where(quantity.Domain.Contains).Prepend(quantity.Domain.Low).Distinct().Order()],
    };
}
