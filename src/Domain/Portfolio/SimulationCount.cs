namespace Kehu.Domain;

/// <summary>The customers of a simulation as they are counted, block by block. Mutable, used by one pass and thrown away.</summary>
public sealed class SimulationCount : IBlockCount<SimulationCount>
{
    private const int Months = 13;

    private readonly SimulationQuestion question;
    private readonly Arr<CustomerKind> kinds;
    private readonly Arr<CliffLines> lines;
    private long near;
    private readonly CustomerCount[][] below;
    private readonly CustomerCount[][] above;
    private readonly Dictionary<(CustomerKind Kind, int Pair), CustomerCount> whole = [];
    private readonly Dictionary<(string Outlet, CustomerKind Kind, int Pair), CustomerCount> byOutlet = [];
    private readonly long[] bornBefore = new long[PlacementOrder.Count * Months];
    private readonly long[] bornAfter = new long[PlacementOrder.Count * Months];

    /// <summary>Nobody yet.</summary>
    public SimulationCount(SimulationQuestion question)
    {
        (this.question, kinds) = (question, question.Kinds);
        var all = kinds.Bind(kind => CliffLines.Of(question.Candidate, kind, question.Within));
        Lines = all.Sum(line => line.Cuts.Length);
        lines = Lines <= CliffLines.Most ? all : Array<CliffLines>();
        (below, above) = ([.. lines.Map(Fresh)], [.. lines.Map(Fresh)]);
    }

    /// <summary>True where there are customers of more outlets than an answer tells; nothing is counted then.</summary>
    public bool HasTooManyOutlets => outlets.Count > SimulationQuestion.MostOutlets;

    /// <summary>How many lines the candidate has.</summary>
    private int Lines { get; }

    private readonly System.Collections.Generic.HashSet<string> outlets = new(StringComparer.Ordinal);

    public void Add(CustomerBlock block)
    {
        var wanted = block.Wanted(question.Outlets);
        if (HasTooManyOutlets || !kinds.Contains(block.Kind) || !wanted.Contains(true))
        {
            return;
        }

        Span<byte> before = stackalloc byte[block.Count];
        Span<byte> after = stackalloc byte[block.Count];
        using var reading = new BlockReading(block, question.Candidate, question.AsOf);
        reading.Decide(after);
        Before(block, after, before);
        Count(block, wanted, before, after);
        Born(block, wanted, before, after);
        Near(block, wanted, reading, after);
    }

    public void Add(SimulationCount other)
    {
        foreach (var (key, count) in other.whole)
        {
            CustomerCount.Of(whole, key).Add(count, question.First);
        }

        foreach (var (key, count) in other.byOutlet)
        {
            CustomerCount.Of(byOutlet, key).Add(count, 0);
        }

        outlets.UnionWith(other.outlets);
        near += other.near;
        for (var at = 0; at < bornBefore.Length; at++)
        {
            bornBefore[at] += other.bornBefore[at];
            bornAfter[at] += other.bornAfter[at];
        }

        for (var along = 0; along < lines.Count; along++)
        {
            for (var at = 0; at < below[along].Length; at++)
            {
                below[along][at].Add(other.below[along][at], question.First);
                above[along][at].Add(other.above[along][at], question.First);
            }
        }
    }

    /// <summary>What was counted, over customers of this content hash.</summary>
    public Simulation Done(PortfolioHash customers)
    {
        var (candidate, against) = (SimulatedPolicy.Of(question.Candidate), question.Against.Map(SimulatedPolicy.Of));
        var (now, old) = (candidate.Classes, against.Map(policy => policy.Classes).IfNone(Array<PolicyClass>()));
        Transition Moving(CustomerKind kind, int pair, CustomerCount count) => new(
            kind, Placement.Of(pair / PlacementOrder.Count, old), Placement.Of(pair % PlacementOrder.Count, now),
            count.Customers, count.Assets, count.Unvalued);
        var year = DutyEffects.Year(question.AsOf);
        var cells = whole.OrderBy(cell => cell.Key)
            .Select(cell => new SimulationCell(Moving(cell.Key.Kind, cell.Key.Pair, cell.Value), cell.Value.First));
        var outlets = byOutlet.GroupBy(cell => cell.Key.Outlet, StringComparer.Ordinal)
            .OrderBy(outlet => outlet.Key, StringComparer.Ordinal)
            .Select(outlet => new OutletTransitions(
                outlet.Key,
                new Arr<Transition>(outlet
                    .OrderBy(cell => (cell.Key.Kind, cell.Key.Pair))
                    .Select(cell => Moving(cell.Key.Kind, cell.Key.Pair, cell.Value))
                    .ToArray())));
        return new Simulation(
            question.NameOver(customers),
            candidate,
            against,
            question.AsOf,
            question.Outlets.Map(asked => asked.Unit),
            question.First,
            question.Within,
            customers.ToString(),
            new Arr<SimulationCell>(cells.ToArray()),
            new Arr<OutletTransitions>(outlets.ToArray()),
            year,
            year.Match(
                Some: days => question.Standards.Map(written => written.Standard).Map(standard => DutyEffects.Of(
                    standard,
                    days,
                    candidate,
                    against.Exists(policy => policy.Id == standard.Policy) ? Tallied(bornBefore, old) : CustomerTally.Zero,
                    candidate.Id == standard.Policy ? Tallied(bornAfter, now) : CustomerTally.Zero)),
                None: () => Array<DutyEffect>()),
            new CliffReport(Lines, Lines <= CliffLines.Most && near <= CliffLines.MostNear ? Some(Cliffs()) : None));
    }

    /// <summary>What the policy as it is says; the same as the candidate where it is that one.</summary>
    private void Before(CustomerBlock block, ReadOnlySpan<byte> after, Span<byte> before)
    {
        if (question.Against.Case is not CompiledPolicy against)
        {
            before.Fill(PlacementOrder.NoPolicy);
        }
        else if (against.Hash == question.Candidate.Hash)
        {
            after.CopyTo(before);
        }
        else
        {
            using var reading = new BlockReading(block, against, question.AsOf);
            reading.Decide(before);
        }
    }

    private void Count(CustomerBlock block, bool[] wanted, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var (assets, cells) = (block.Read(TotalAssets), new Dictionary<int, CustomerCount>());
        Span<byte> named = stackalloc byte[PlacementOrder.Count * PlacementOrder.Count];
        named.Clear();
        for (var row = 0; row < block.Count; row++)
        {
            var outlet = block.OutletOf(row);
            if (!wanted[outlet])
            {
                continue;
            }

            var pair = (before[row] * PlacementOrder.Count) + after[row];
            CustomerCount.Of(cells, (outlet * PlacementOrder.Count * PlacementOrder.Count) + pair).Add(assets, row);
            if (named[pair] < question.First)
            {
                named[pair]++;
                CustomerCount.Of(whole, (block.Kind, pair)).Name(block, row, question.First);
            }
        }

        foreach (var (key, count) in cells)
        {
            var (outlet, pair) = (block.Outlets[key / (PlacementOrder.Count * PlacementOrder.Count)], key % (PlacementOrder.Count * PlacementOrder.Count));
            outlets.Add(outlet);
            CustomerCount.Of(whole, (block.Kind, pair)).Add(count, 0);
            CustomerCount.Of(byOutlet, (outlet, block.Kind, pair)).Add(count, 0);
        }
    }

    /// <summary>Counts by class and month of birth, 0 where that is not known, for the standards.</summary>
    private void Born(CustomerBlock block, bool[] wanted, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var born = block.Read(BirthDate);
        for (var row = 0; !question.Standards.IsEmpty && row < block.Count; row++)
        {
            if (wanted[block.OutletOf(row)])
            {
                var month = born.TryGet(row, out var day) ? DateOnly.FromDayNumber((int)day).Month : 0;
                bornBefore[(before[row] * Months) + month]++;
                bornAfter[(after[row] * Months) + month]++;
            }
        }
    }

    /// <summary>Counts those who stand close to a line that decides about them. Whose class is open or whose relationship has ended stands nowhere.</summary>
    private void Near(CustomerBlock block, bool[] wanted, BlockReading reading, ReadOnlySpan<byte> after)
    {
        var (assets, closedOn) = (block.Read(TotalAssets), block.Read(ClosedOn));
        for (var along = 0; along < lines.Count; along++)
        {
            var line = lines[along];
            for (var row = 0; line.Kind == block.Kind && row < block.Count; row++)
            {
                if (!reading.TryGet(row, line.Variable, out var value))
                {
                    continue;
                }

                var at = line.FirstNear(value);
                if (!line.Reaches(at, value) || after[row] == PlacementOrder.Open || !wanted[block.OutletOf(row)]
                    || (closedOn.TryGet(row, out var closed) && closed <= question.AsOf.DayNumber))
                {
                    continue;
                }

                for (; line.Reaches(at, value) && near++ < CliffLines.MostNear; at++)
                {
                    var (under, over) = (reading.DecideWith(row, line.Variable, line.Cuts[at] - 1), reading.DecideWith(row, line.Variable, line.Cuts[at]));
                    if (under != over && under != PlacementOrder.Open && over != PlacementOrder.Open)
                    {
                        var side = (value < line.Cuts[at] ? below : above)[along][at];
                        side.Add(assets, row);
                        side.Name(block, row, question.First);
                    }
                }
            }
        }
    }

    private Arr<Cliff> Cliffs() => new(Enumerable.Range(0, lines.Count)
        .SelectMany(along => lines[along].Cuts.Select((cut, at) =>
            new Cliff(lines[along].Kind, lines[along].Quantity, cut, below[along][at].Sum, above[along][at].Sum)))
        .ToArray());

    private static CustomerCount[] Fresh(CliffLines lines) => [.. lines.Cuts.Select(_ => new CustomerCount())];

    private static CustomerTally Tallied(long[] born, Arr<PolicyClass> classes) => CustomerTally.Of(
        from place in Enumerable.Range(0, classes.Count)
        from month in Enumerable.Range(0, Months)
        select (new TallyKey("", classes[place].Code, month == 0 ? None : Some(month)), born[(place * Months) + month]));

    private static readonly int TotalAssets = ShippedFacts.PlaceOf(SharedFacts.TotalAssets);

    private static readonly int BirthDate = ShippedFacts.PlaceOf(PersonalFacts.BirthDate);

    private static readonly int ClosedOn = ShippedFacts.PlaceOf(SharedFacts.ClosedOn);
}
