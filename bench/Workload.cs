namespace Kehu.Bench;

/// <summary>Decides a batch of rows by hand-written code.</summary>
internal delegate void HandBatch(ReadOnlySpan<long> rows, Span<byte> outcomes);

/// <summary>Decides one row by hand-written code that shows why.</summary>
internal delegate EvidenceLine[] HandExplained(ReadOnlySpan<long> row);

/// <summary>Readings of many customers for one policy, row by row in the order of the diagram's variables, and the code that a programmer would write for it.</summary>
internal sealed record Workload(string Name, CompiledPolicy Policy, CustomerKind Kind, Diagram Diagram, long[] Rows, HandBatch Hand, HandExplained Explained)
{
    public const int Customers = 100_000;

    public int Width => Diagram.Variables.Count;

    /// <summary>The three that engines are compared on.</summary>
    public static IEnumerable<Workload> All =>
    [
        Of("personal-asset-tier", HandWritten.PersonalAssetTier, HandEvidence.PersonalAssetTier),
        Of("enterprise-size", HandWritten.EnterpriseSize, HandEvidence.EnterpriseSize),
        Of("corporate-relationship", HandWritten.CorporateRelationship, HandEvidence.CorporateRelationship),
    ];

    private static RuleBook Book { get; } = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies compile"));

    public static Diagram DiagramOf(string id) => Find(id) is var policy ? policy.DiagramOf(KindOf(policy)) : throw new InvalidOperationException(id);

    public static int PlaceOf(Diagram diagram, string quantity) => diagram.Variables.ToList().FindIndex(variable => variable.Name == quantity);

    private static CompiledPolicy Find(string id) => Book.Find(id).IfNone(() => throw new InvalidOperationException(id));

    private static CustomerKind KindOf(CompiledPolicy policy) => policy.IsFor(CustomerKind.Enterprise) ? CustomerKind.Enterprise : CustomerKind.Personal;

    /// <summary>Rows with values on, just below and just above every bound of the policy, and at random between them; seeded.</summary>
    private static Workload Of(string id, HandBatch hand, HandExplained explained)
    {
        var (book, policy) = (Book, Find(id));
        var kind = KindOf(policy);
        var diagram = policy.DiagramOf(kind);
        var random = new Random(1);
        var cuts = Enumerable.Range(0, diagram.Variables.Count).Select(variable => Cuts(policy, kind, book, diagram.Variables[variable])).ToArray();
        var rows = new long[Customers * diagram.Variables.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Value(random, diagram.Variables[i % cuts.Length], cuts[i % cuts.Length]);
        }

        return new Workload(id, policy, kind, diagram, rows, hand, explained);
    }

    /// <summary>The same customers with so many of a hundred readings unknown: one value where it is known, every legal one where it is not.</summary>
    public Interval[] Partly(int percent)
    {
        var random = new Random(2);
        return [.. Rows.Select((value, place) => random.Next(100) < percent ? Diagram.Variables[place % Width].Domain : Interval.Point(value))];
    }

    private static long[] Cuts(CompiledPolicy policy, CustomerKind kind, RuleBook book, Quantity quantity) =>
        [.. Bounds(policy.Policy, kind, book, quantity.Name).Distinct().Order()];

    private static IEnumerable<long> Bounds(Policy policy, CustomerKind kind, RuleBook book, string quantity) =>
        policy.Criteria(kind).SelectMany(criterion => Bounds(criterion, kind, book, quantity));

    private static IEnumerable<long> Bounds(Criterion criterion, CustomerKind kind, RuleBook book, string quantity) => criterion switch
    {
        Criterion.Within(var read, var min, _, _) => read.Name == quantity ? min.AsEnumerable() : [],
        Criterion.AtLeastGrade(var fact, var code, _) => fact.Name == quantity ? fact.PlaceOf(code).Map(place => (long)place).AsEnumerable() : [],
        Criterion.Classified(var id, _, _) => book.Set.Find(id).Match(Some: other => Bounds(other, kind, book, quantity), None: () => []),
        Criterion.OneOf or Criterion.Is or Criterion.Holds => [],
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not or Criterion.Cases or Criterion.Score =>
            criterion.Parts().SelectMany(part => Bounds(part, kind, book, quantity)),
    };

    /// <summary>Mostly good values, so that conjunctions are read to their end as often as they fail.</summary>
    private static long Value(Random random, Quantity quantity, long[] cuts)
    {
        if (cuts.Length == 0)
        {
            return quantity is Quantity.Of(Fact.Flag)
                ? random.Next(8) == 0 ? 0 : 1
                : random.NextInt64(quantity.Domain.Low, quantity.Domain.High + 1);
        }

        var cut = cuts[random.Next(cuts.Length)];
        var value = random.Next(8) switch
        {
            0 => cut - 1,
            1 => cut,
            2 => cut + 1,
            3 => cut - (Math.Abs(cut) / 3),
            _ => cut + (Math.Abs(cut) / 2) + 1,
        };
        return Math.Clamp(value, quantity.Domain.Low, quantity.Domain.High);
    }
}
