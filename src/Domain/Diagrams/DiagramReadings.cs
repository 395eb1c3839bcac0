namespace Kehu.Domain;

/// <summary>Reading a customer's facts by the variables of a diagram.</summary>
public static class DiagramReadings
{
    /// <summary>
    /// Fills in what is known of every variable on a date, by place. True when all are known exactly.
    /// The facts are completed and checked against the date before.
    /// </summary>
    public static bool Read(this Diagram diagram, KnownFacts facts, DateOnly asOf, Span<Interval> readings)
    {
        var all = true;
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = diagram.Read(i, facts, asOf);
            all &= readings[i].IsPoint;
        }

        return all;
    }

    /// <summary>
    /// The outcome as far as what is known leads, reading only what lies on the way; or the complement of the node at which an unknown reading
    /// stops the walk. Allocates nothing.
    /// </summary>
    public static int Follow(this Diagram diagram, KnownFacts facts, DateOnly asOf)
    {
        var at = diagram.Root;
        while (!DiagramTable.IsLeaf(at))
        {
            ref readonly var node = ref diagram.Nodes[at];
            var reading = diagram.Read(node.Variable, facts, asOf);
            if (!reading.IsPoint)
            {
                return ~at;
            }

            at = node.Children[DiagramTable.PieceOf(node.Cuts, reading.Low)];
        }

        return DiagramTable.ValueOf(at);
    }

    /// <summary>The outcome for readings that are all known exactly. Allocates nothing up to 64 variables.</summary>
    public static int Walk(this Diagram diagram, ReadOnlySpan<Interval> readings)
    {
        Span<long> values = readings.Length <= 64 ? stackalloc long[readings.Length] : new long[readings.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = readings[i].Low;
        }

        return diagram.Walk(values);
    }

    private static Interval Read(this Diagram diagram, int variable, KnownFacts facts, DateOnly asOf) => diagram.Variables[variable] switch
    {
        Quantity.Of(var fact) => facts.TryGet(diagram.Places[variable], out var value) ? Interval.Point(value) : fact.RangeOn(asOf),
        Quantity.By(var derived) => derived.Read(facts, asOf),
        Quantity.Holding(_, var place) => facts.TryGet(diagram.Places[variable], out var bits) ? Interval.Point(bits >> place & 1) : diagram.Domains[variable],
    };
}
