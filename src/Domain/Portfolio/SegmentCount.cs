namespace Kehu.Domain;

/// <summary>The customers of a question about segments as they are counted, block by block. Mutable, used by one pass and thrown away.</summary>
public sealed class SegmentCount : IBlockCount<SegmentCount>
{
    private readonly SegmentQuestion question;
    private readonly Arr<CustomerKind> kinds;
    private readonly Dictionary<(Option<string> Unit, CustomerKind Kind, int Answers), CustomerCount> counts = [];

    /// <summary>Nobody yet.</summary>
    public SegmentCount(SegmentQuestion question) => (this.question, kinds) = (question, question.Kinds);

    /// <summary>True where there are more combinations than an answer tells; nothing is counted then.</summary>
    public bool IsTooMuch => counts.Count > SegmentQuestion.MostSegments;

    public void Add(CustomerBlock block)
    {
        var wanted = block.Wanted(question.Outlets);
        if (IsTooMuch || !kinds.Contains(block.Kind) || !wanted.Contains(true))
        {
            return;
        }

        var answers = Answers(block);
        var assets = block.Read(ShippedFacts.PlaceOf(SharedFacts.TotalAssets));
        var cells = new Dictionary<long, CustomerCount>();
        for (var row = 0; row < block.Count; row++)
        {
            var outlet = block.OutletOf(row);
            if (wanted[outlet])
            {
                CustomerCount.Of(cells, ((long)outlet << 32) + answers[row]).Add(assets, row);
            }
        }

        foreach (var (key, count) in cells)
        {
            CustomerCount.Of(counts, (question.UnitOf(block.Outlets[(int)(key >> 32)]), block.Kind, (int)key)).Add(count, 0);
        }
    }

    public void Add(SegmentCount other)
    {
        foreach (var (key, count) in other.counts)
        {
            CustomerCount.Of(counts, key).Add(count, 0);
        }
    }

    /// <summary>What was counted, over customers of this content hash.</summary>
    public Segmentation Done(PortfolioHash customers)
    {
        var policies = question.Policies.Map(SimulatedPolicy.Of);
        return new Segmentation(
            question.NameOver(customers),
            policies,
            question.AsOf,
            question.Outlets.Map(asked => asked.Unit),
            question.By,
            customers.ToString(),
            new Arr<Segment>(counts
                .OrderBy(count => count.Key.Unit.IsNone).ThenBy(count => count.Key.Unit.IfNone(""), StringComparer.Ordinal)
                .ThenBy(count => count.Key.Kind).ThenBy(count => count.Key.Answers)
                .Select(count => new Segment(
                    question.By, count.Key.Unit, count.Key.Kind, Apart(count.Key.Answers, policies), count.Value.Sum))
                .ToArray()));
    }

    /// <summary>The orders of all policies' answers for every customer, as one number each, the first policy's weighing most.</summary>
    private int[] Answers(CustomerBlock block)
    {
        var answers = new int[block.Count];
        Span<byte> said = stackalloc byte[block.Count];
        foreach (var policy in question.Policies)
        {
            using var reading = new BlockReading(block, policy, question.AsOf);
            reading.Decide(said);
            for (var row = 0; row < answers.Length; row++)
            {
                answers[row] = (answers[row] * PlacementOrder.Count) + said[row];
            }
        }

        return answers;
    }

    private static Arr<Placement> Apart(int answers, Arr<SimulatedPolicy> policies)
    {
        var apart = new Placement[policies.Count];
        for (var at = apart.Length - 1; at >= 0; at--)
        {
            (apart[at], answers) = (Placement.Of(answers % PlacementOrder.Count, policies[at].Classes), answers / PlacementOrder.Count);
        }

        return new Arr<Placement>(apart);
    }
}
