using System.Buffers;

namespace Kehu.Domain;

/// <summary>
/// The customers of a block as a diagram reads them on a date: a row of readings each, and which rows have something unknown. What a policy says of all of
/// them is decided in one go. Uses rented memory: dispose of it, and keep nothing of it.
/// </summary>
internal sealed class BlockReading : IDisposable
{
    private readonly CustomerBlock block;
    private readonly Diagram diagram;
    private readonly DateOnly asOf;
    private readonly int classes;
    private readonly long[] rows;
    private readonly ulong[] unknown;

    /// <summary>Reads a block by the diagram of a policy for its kind. No record of the block is later than the date.</summary>
    public BlockReading(CustomerBlock block, CompiledPolicy policy, DateOnly asOf)
    {
        (this.block, diagram, this.asOf, classes) = (block, policy.DiagramOf(block.Kind), asOf, policy.Decided.Count);
        Width = diagram.Domains.Length;
        rows = ArrayPool<long>.Shared.Rent(Math.Max(1, block.Count * Width));
        unknown = new ulong[Bits.Words(block.Count)];
        for (var variable = 0; variable < Width; variable++)
        {
            Read(variable);
        }
    }

    /// <summary>How many variables a row has.</summary>
    public int Width { get; }

    /// <summary>The order of the policy's answer (<see cref="Placement.Order"/>) for every customer.</summary>
    public void Decide(Span<byte> answers)
    {
        Outcomes(answers);
        for (var word = 0; word < unknown.Length; word++)
        {
            for (var left = unknown[word]; left != 0; left &= left - 1)
            {
                var row = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(left);
                if (row < block.Count)
                {
                    answers[row] = Possible(row, -1, 0) is { Count: 1 } one ? AnswerOf(one.First) : PlacementOrder.Open;
                }
            }
        }

        Close(answers);
    }

    /// <summary>True, with the reading, where that of a customer by a variable is known.</summary>
    public bool TryGet(int row, int variable, out long reading)
    {
        var known = Bits.Has(unknown, row) ? KnownOf(row, variable) : Interval.Point(rows[(row * Width) + variable]);
        reading = known.Low;
        return known.IsPoint;
    }

    /// <summary>
    /// The order of the answer if one reading were another; open where that is left open. Customers whose relationship has ended are not asked about.
    /// </summary>
    public byte DecideWith(int row, int variable, long value)
    {
        if (Bits.Has(unknown, row))
        {
            return Possible(row, variable, value) is { Count: 1 } one ? AnswerOf(one.First) : PlacementOrder.Open;
        }

        var at = (row * Width) + variable;
        var kept = rows[at];
        rows[at] = value;
        var outcome = diagram.Walk(rows.AsSpan(row * Width, Width));
        rows[at] = kept;
        return AnswerOf(outcome);
    }

    public void Dispose() => ArrayPool<long>.Shared.Return(rows);

    /// <summary>What the diagram says of rows all of whose readings are known; of the others, anything. The one place where a block is decided.</summary>
    private void Outcomes(Span<byte> answers)
    {
        var outcomes = answers[..block.Count];
        diagram.Decide(rows.AsSpan(0, block.Count * Width), outcomes);
        foreach (ref var outcome in outcomes)
        {
            outcome = AnswerOf(outcome);
        }
    }

    /// <summary>What may come out for a row; with one variable read as a value, whatever is known of it.</summary>
    private OutcomeSet Possible(int row, int instead, long value)
    {
        Span<Interval> readings = Width <= 64 ? stackalloc Interval[Width] : new Interval[Width];
        for (var variable = 0; variable < Width; variable++)
        {
            readings[variable] = variable == instead ? Interval.Point(value) : KnownOf(row, variable);
        }

        return diagram.Possible(readings);
    }

    private byte AnswerOf(int outcome) => outcome < classes ? (byte)outcome : PlacementOrder.NotApplicable;

    /// <summary>Whose relationship has ended is classified by no policy.</summary>
    private void Close(Span<byte> answers)
    {
        var closedOn = block.Read(ClosedOn);
        for (var row = 0; !closedOn.IsUnknown && row < block.Count; row++)
        {
            if (closedOn.TryGet(row, out var day) && day <= asOf.DayNumber)
            {
                answers[row] = PlacementOrder.NotApplicable;
            }
        }
    }

    private void Read(int variable)
    {
        var into = rows.AsSpan(variable);
        switch (diagram.Variables[variable])
        {
            case Quantity.Of:
                Column(diagram.Places[variable]).Read(into, Width, block.Count);
                break;
            case Quantity.Holding(_, var place):
                Column(diagram.Places[variable]).Read(into, Width, block.Count);
                Each(into, bits => bits >> place & 1);
                break;
            case Quantity.By(DerivedFact.WholeYears):
                Column(diagram.Places[variable]).Read(into, Width, block.Count);
                Each(into, day => Spans.WholeYears(DateOnly.FromDayNumber((int)day), asOf));
                break;
            case Quantity.By(DerivedFact.MonthsSince):
                Column(diagram.Places[variable]).Read(into, Width, block.Count);
                Each(into, day => Spans.MonthsSince(DateOnly.FromDayNumber((int)day), asOf));
                break;
            case Quantity.By(DerivedFact.Size):
                Column(diagram.Places[variable]).Read(into, Width, block.Count);
                Each(into, bits => long.PopCount(bits));
                break;
            case Quantity.By(DerivedFact.Gap):
                var (minuend, subtrahend) = (Column(diagram.Inputs[variable][0]), Column(diagram.Inputs[variable][1]));
                for (var row = 0; row < block.Count; row++)
                {
                    into[row * Width] = minuend.TryGet(row, out var more) && subtrahend.TryGet(row, out var less) ? more - less : 0;
                }

                break;
        }
    }

    /// <summary>A fact's column; those who do not have it known are noted.</summary>
    private Column Column(int place)
    {
        var column = block.Read(place);
        column.MarkUnknown(unknown);
        return column;
    }

    private void Each(Span<long> into, Func<long, long> change)
    {
        for (var row = 0; row < block.Count; row++)
        {
            into[row * Width] = change(into[row * Width]);
        }
    }

    /// <summary>What is known of one reading.</summary>
    private Interval KnownOf(int row, int variable)
    {
        var known = block.Read(diagram.Places[variable]).TryGet(row, out var value);
        return diagram.Variables[variable] switch
        {
            Quantity.Of(var fact) => known ? Interval.Point(value) : fact.RangeOn(asOf),
            Quantity.Holding => known ? Interval.Point(rows[(row * Width) + variable]) : diagram.Domains[variable],
            Quantity.By(DerivedFact.Gap(_, _, var left, var right)) => Between(
                known ? Interval.Point(value) : left.RangeOn(asOf),
                block.Read(diagram.Inputs[variable][1]).TryGet(row, out var less) ? Interval.Point(less) : right.RangeOn(asOf)),
            Quantity.By(var derived) => known ? Interval.Point(rows[(row * Width) + variable]) : derived.RangeOn(asOf),
        };
    }

    private static Interval Between(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    private static readonly int ClosedOn = ShippedFacts.PlaceOf(SharedFacts.ClosedOn);
}
