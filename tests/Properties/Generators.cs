using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>Every generator of the domain, in one place: values, dates, facts and customers here, criteria and policies in the other part.</summary>
internal static partial class Generators
{
    /// <summary>Where the shipped policies change their mind.</summary>
    public static IReadOnlyCollection<Cut> ShippedCuts { get; } = [.. ShippedPolicies.All.Policies.SelectMany(policy => policy.Cuts()).Distinct()];

    public static Gen<CustomerKind> Kinds { get; } = Gen.Elements(CustomerKinds.All.AsEnumerable());

    /// <summary>Legal dates: any, with the ends of the calendar, month ends and leap days often.</summary>
    public static Gen<DateOnly> Dates { get; } = Gen.Frequency(
        (4, Longs(Spans.Dates.Low, Spans.Dates.High).Select(day => DateOnly.FromDayNumber((int)day))),
        (1, Gen.Elements(new DateOnly(1900, 1, 1), new DateOnly(2100, 12, 31), new DateOnly(1900, 2, 28), new DateOnly(2100, 2, 28))),
        (2, from year in Gen.Choose(1901, 2099) from month in Gen.Choose(1, 12) select new DateOnly(year, month, DateTime.DaysInMonth(year, month))),
        (2, from leap in Gen.Choose(476, 524) select new DateOnly(leap * 4, 2, 29)));

    /// <summary>Dates on which decisions are asked for: those, and mostly our own decades.</summary>
    public static Gen<DateOnly> AsOfDates { get; } = Gen.Frequency(
        (1, Dates),
        (2, from year in Gen.Choose(2015, 2035) from day in Gen.Choose(0, 364) select new DateOnly(year, 1, 1).AddDays(day)));

    /// <summary>A customer of a kind whose listed facts are all known and without faults on the date, mostly at the edges of the shipped policies.</summary>
    public static Gen<(Customer Customer, DateOnly AsOf)> Complete(CustomerKind kind, Arr<Fact> facts) =>
        from asOf in AsOfDates
        from known in Known(facts, asOf)
        select (new Customer(kind, known), asOf);

    /// <summary>The same with each fact unknown one time in four, and customers of whom nearly everything is known or unknown.</summary>
    public static Gen<(Customer Customer, DateOnly AsOf)> Incomplete(CustomerKind kind, Arr<Fact> facts) =>
        from complete in Complete(kind, facts)
        from percent in Gen.Frequency((6, Gen.Constant(25)), (1, Gen.Constant(5)), (1, Gen.Constant(80)))
        from unknown in Gen.Choose(0, 99).ArrayOf(facts.Count)
        select (complete.Customer with
        {
            Facts = facts.Where((_, place) => unknown[place] < percent).Aggregate(complete.Customer.Facts, (known, fact) => known.Without(fact)),
        }, complete.AsOf);

    /// <summary>Values for all of some facts, at the edges of the shipped policies, good ones more often in some customers than in others.</summary>
    public static Gen<KnownFacts> Known(Arr<Fact> facts, DateOnly asOf) =>
        from leaning in Gen.Elements(5, 50, 95)
        from known in Draw(FactCatalogue.Shipped, facts, ShippedCuts, asOf, leaning)
        select known;

    /// <summary>A legal value of a fact beside others: an edge three times in four, and one near the good end as often as the leaning says.</summary>
    private static long Value(System.Random random, Fact fact, IReadOnlyCollection<Cut> cuts, KnownFacts known, DateOnly asOf, int leaning)
    {
        var (edges, range) = (fact.Values(cuts, known, asOf), fact.RangeOn(asOf));
        var (edgy, good, edge) = (random.Next(4) != 0, random.Next(1, 101) <= leaning, random.Next(edges.Length));
        long Plain() => edgy ? edges[edge] : Long(random, range.Low, range.High);
        return fact.Head.Direction switch
        {
            Direction.None => Plain(),
            Direction.Up => good ? edges[Math.Max(edge, edges.Length - 1 - (edge % 3))] : Plain(),
            Direction.Down => good ? edges[edge % Math.Min(3, edges.Length)] : Plain(),
        };
    }

    /// <summary>A whole number of a range: an end, anywhere or near nothing, as in <see cref="Longs"/>.</summary>
    private static long Long(System.Random random, long low, long high) => random.Next(6) switch
    {
        0 => random.Next(2) == 0 ? low : high,
        1 or 2 => Math.Clamp(random.Next(-1_000, 1_001), low, high),
        _ => low + (long)(((Int128)high - low) * random.NextInt64(1L << 52) / (1L << 52)),
    };

    /// <summary>Whole numbers of a range; the ends as likely as the middle.</summary>
    public static Gen<long> Longs(long low, long high) => Gen.Frequency(
        (1, Gen.Elements(low, high)),
        (3, from part in Gen.Choose(0, 1_000_000)
            from rest in Gen.Choose(0, 1_000_000)
            select low + (long)(((Int128)high - low) * (((long)part * 1_000_001) + rest) / 1_000_002_000_000L)),
        (2, from near in Gen.Choose(-1_000, 1_000) select Math.Clamp(near, low, high)));

    /// <summary>
    /// Values for facts one after another; what contradicts is put right. All of them follow from one number, because a customer has up to ninety.
    /// </summary>
    private static Gen<KnownFacts> Draw(FactCatalogue catalogue, Arr<Fact> facts, IReadOnlyCollection<Cut> cuts, DateOnly asOf, int leaning) =>
        Gen.Choose(0, int.MaxValue - 1).Select(seed =>
        {
            var random = new System.Random(seed);
            return Consistent(facts.Fold(catalogue.NothingKnown, (known, fact) => known.With(fact, Value(random, fact, cuts, known, asOf, leaning))));
        });

    private static KnownFacts Consistent(KnownFacts facts) =>
        facts.TryGet(SharedFacts.LastTransactionOn, out _) && facts.TryGet(SharedFacts.EverTransacted, out _) ? facts.With(SharedFacts.EverTransacted, 1) : facts;
}
