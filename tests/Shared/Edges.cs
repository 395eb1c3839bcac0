using System.Runtime.CompilerServices;
using LanguageExt;

namespace Kehu.Shared;

/// <summary>A value of a quantity at which a criterion changes its mind: it reads the value before it differently.</summary>
internal readonly record struct Cut(Quantity Quantity, long At);

/// <summary>The values of facts on both sides of every bound that some criterion sets, and the ends of what is legal.</summary>
internal static class Edges
{
    /// <summary>Where the criteria of a policy and its parts change their mind, for any kind of customer; referred policies not followed.</summary>
    public static IEnumerable<Cut> Cuts(this Policy policy) =>
        CustomerKinds.All.SelectMany(policy.Criteria).SelectMany(Cuts).Distinct();

    /// <summary>
    /// One value of a fact for every cell between the cuts, on both sides of each, and the ends of the legal range: ascending.
    /// The other side of a difference is taken at its known value, else wherever that lets the difference cross its cuts.
    /// </summary>
    public static long[] Values(this Fact fact, IReadOnlyCollection<Cut> cuts, KnownFacts facts, DateOnly asOf)
    {
        var range = fact.RangeOn(asOf);
        var own = cuts.Of(fact);
        IEnumerable<long> values = fact switch
        {
            Fact.Flag or Fact.Choice or Fact.Grade => Enumerable.Range(0, (int)range.High + 1).Select(place => (long)place),
            Fact.Several several => Sets(several, own),
            Fact.Amount or Fact.Count or Fact.Share or Fact.Day => own.SelectMany(cut => Around(fact, cut, facts, asOf)).Append(range.Low).Append(range.High),
        };
        return [.. values.Where(range.Contains).Distinct().Order()];
    }

    /// <summary>Cuts by the facts that they are of: sought once for each collection, which is asked about many customers.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyCollection<Cut>, ILookup<string, Cut>> ByFact = [];

    private static List<Cut> Of(this IReadOnlyCollection<Cut> cuts, Fact fact) => [.. ByFact.GetValue(cuts, all =>
        all.SelectMany(cut => cut.Quantity.Inputs.Map(input => (input.Name, cut))).Distinct()
            .ToLookup(pair => pair.Name, pair => pair.cut, StringComparer.Ordinal))[fact.Name]];

    private static IEnumerable<Cut> Cuts(Criterion criterion) => criterion switch
    {
        Criterion.Within(var quantity, var min, var max, _) =>
            min.Map(bound => new Cut(quantity, bound)).AsEnumerable().Concat(max.Map(bound => new Cut(quantity, bound + 1)).AsEnumerable()),
        Criterion.Holds(var set, var code, _) => set.PlaceOf(code).Map(place => new Cut(new Quantity.Holding(set, place), 1)).AsEnumerable(),
        Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not
            or Criterion.Cases or Criterion.Score or Criterion.Classified => criterion.Parts().SelectMany(Cuts),
    };

    private static IEnumerable<long> Around(Fact fact, Cut cut, KnownFacts facts, DateOnly asOf) => cut.Quantity switch
    {
        Quantity.Of or Quantity.Holding => [cut.At - 1, cut.At],
        Quantity.By(var derived) => Around(fact, derived, cut.At, facts, asOf),
    };

    private static IEnumerable<long> Around(Fact fact, DerivedFact derived, long cut, KnownFacts facts, DateOnly asOf) => derived switch
    {
        DerivedFact.WholeYears => Nearby(cut, years => Fillings.YearsBack(years, asOf)),
        DerivedFact.MonthsSince => Nearby(cut, months => Fillings.MonthsBack(months, asOf)),
        DerivedFact.Gap(_, _, var left, var right) => fact.Name == left.Name
            ? Partners(right, left, cut, facts)
            : Partners(left, right, 1 - cut, facts),
        DerivedFact.Size => [],
    };

    /// <summary>The days about a number of years or months and its neighbours.</summary>
    private static IEnumerable<long> Nearby(long cut, Func<long, long> day) =>
        new[] { cut - 1, cut, cut + 1 }.Where(value => value is >= 0 and < 2_500).SelectMany(value => new[] { day(value) - 1, day(value), day(value) + 1 });

    /// <summary>
    /// The values of one side of a difference just before and at the cut, against the other side's known value;
    /// where that is unknown against its ends, and against what lies opposite this side's own ends.
    /// </summary>
    private static IEnumerable<long> Partners(Fact other, Fact own, long cut, KnownFacts facts)
    {
        if (facts.TryGet(other, out var known))
        {
            return [cut + known, cut - 1 + known];
        }

        var ends = new[] { other.Domain.Low, other.Domain.High };
        var facing = new[] { own.Domain.Low, own.Domain.High }.SelectMany(end => new[] { end - cut, end - cut + 1 }).Where(other.Domain.Contains);
        return ends.Concat(facing).SelectMany(value => new[] { cut + value, cut - 1 + value });
    }

    /// <summary>Every combination of the members that are tested, or one set of every size that matters.</summary>
    private static IEnumerable<long> Sets(Fact.Several set, List<Cut> cuts)
    {
        var tested = cuts.Select(cut => cut.Quantity).OfType<Quantity.Holding>().Select(holding => holding.Place).Distinct().ToList();
        var sizes = cuts.Where(cut => cut.Quantity is Quantity.By).SelectMany(cut => new[] { cut.At - 1, cut.At })
            .Append(0).Append(set.Options.Count).Where(size => size >= 0 && size <= set.Options.Count);
        return tested.Count == 0
            ? sizes.Select(size => (1L << (int)size) - 1)
            : Enumerable.Range(0, 1 << tested.Count).Select(choice => tested.Where((_, at) => (choice >> at & 1) == 1).Sum(place => 1L << place));
    }
}
