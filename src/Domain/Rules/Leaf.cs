namespace Kehu.Domain;

/// <summary>A test of one quantity as the values it admits: what every leaf of the algebra comes down to.</summary>
internal sealed record Leaf(Quantity Quantity, Arr<Interval> Admitted, Citation Citation)
{
    /// <summary>The test that a leaf of the algebra makes, none for the others. A code that the list lacks admits nothing.</summary>
    public static Option<Leaf> Of(Criterion criterion) => criterion switch
    {
        Criterion.Within(var quantity, var min, var max, var citation) => Some(new Leaf(quantity, Bounded(quantity.Domain, min, max), citation)),
        Criterion.OneOf(var fact, var codes, var citation) => Some(new Leaf(
            new Quantity.Of(fact), Points(codes.Bind(code => fact.PlaceOf(code).ToArray().ToArr())), citation)),
        Criterion.AtLeastGrade(var fact, var code, var citation) => Some(new Leaf(
            new Quantity.Of(fact), new Arr<Interval>(fact.PlaceOf(code).Map(place => new Interval(place, fact.Domain.High)).AsEnumerable()), citation)),
        Criterion.Is(var fact, var citation) => Some(new Leaf(new Quantity.Of(fact), Array(Interval.Point(1)), citation)),
        Criterion.Holds(var fact, var code, var citation) => fact.PlaceOf(code).Map(place =>
            new Leaf(new Quantity.Holding(fact, place), Array(Interval.Point(1)), citation)),
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not or Criterion.Cases or Criterion.Score or Criterion.Classified => None,
    };

    /// <summary>Whether the known part of a quantity settles the test.</summary>
    public Truth Test(Interval reading) =>
        Admitted.Exists(part => part.Contains(reading)) ? Truth.True
        : Admitted.Exists(part => part.Meets(reading)) ? Truth.Unknown
        : Truth.False;

    private static Arr<Interval> Bounded(Interval domain, Option<long> min, Option<long> max)
    {
        var (low, high) = (min.IfNone(domain.Low), max.IfNone(domain.High));
        return low <= high ? new Arr<Interval>(new Interval(low, high).Cut(domain).AsEnumerable()) : Array<Interval>();
    }

    /// <summary>Places as intervals, neighbours joined, so that an interval that lies in the union lies in one part.</summary>
    private static Arr<Interval> Points(Arr<int> places)
    {
        var parts = new List<Interval>();
        foreach (var place in places.Distinct().Order())
        {
            if (parts.Count > 0 && parts[^1].High == place - 1)
            {
                parts[^1] = parts[^1] with { High = place };
            }
            else
            {
                parts.Add(Interval.Point(place));
            }
        }

        return new Arr<Interval>(parts);
    }
}
