using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>
/// How one diagram decides many customers: by walking at first, by its code (<see cref="DiagramCode"/>) once that pays, by walking for ever where
/// there can be no code. Which of them it is changes nothing but the time. Shared by all threads: the code is made once.
/// </summary>
internal sealed class DiagramBatches
{
    /// <summary>For so many customers a diagram is walked before code is made for it, which takes some milliseconds (house).</summary>
    public const int WorthCode = 2_000;

    private readonly Diagram diagram;
    private readonly Lazy<DecideAll> rows;
    private readonly Lazy<DecideKnown> known;
    private readonly DecideAll walkRows;
    private int walked;

    public DiagramBatches(Diagram diagram)
    {
        (this.diagram, walkRows) = (diagram, WalkRows);
        rows = new Lazy<DecideAll>(() => DiagramCode.Rows(diagram).IfNone(walkRows));
        known = new Lazy<DecideKnown>(() => DiagramCode.Known(diagram).IfNone(WalkKnown));
    }

    /// <summary>Readings customer by customer.</summary>
    public void Rows(ReadOnlySpan<long> readings, Span<byte> outcomes) => Decide(readings, outcomes, Pays(rows, outcomes.Length) ? rows.Value : walkRows);

    /// <summary>The outcome by what is known of a customer, or the complement of the node at which an unknown reading stops the walk.</summary>
    public int Known(ReadOnlySpan<Interval> readings)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(readings.Length, diagram.Domains.Length);
        return Pays(known, 1) ? known.Value(ref MemoryMarshal.GetReference(readings)) : WalkKnown(ref MemoryMarshal.GetReference(readings));
    }

    private bool Pays<TCode>(Lazy<TCode> code, int customers) =>
        code.IsValueCreated || Volatile.Read(ref walked) >= WorthCode || Interlocked.Add(ref walked, Math.Min(customers, WorthCode)) > WorthCode;

    /// <summary>The lengths are checked here: code checks nothing.</summary>
    private void Decide(ReadOnlySpan<long> readings, Span<byte> outcomes, DecideAll decide)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(readings.Length, (long)outcomes.Length * diagram.Domains.Length);
        decide(ref MemoryMarshal.GetReference(readings), ref MemoryMarshal.GetReference(outcomes), outcomes.Length);
    }

    private void WalkRows(ref long readings, ref byte outcomes, nint count)
    {
        var width = diagram.Domains.Length;
        var all = MemoryMarshal.CreateReadOnlySpan(ref readings, (int)count * width);
        var into = MemoryMarshal.CreateSpan(ref outcomes, (int)count);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = (byte)diagram.Walk(all.Slice(i * width, width));
        }
    }

    private int WalkKnown(ref Interval readings)
    {
        var all = MemoryMarshal.CreateReadOnlySpan(ref readings, diagram.Domains.Length);
        var at = diagram.Root;
        while (!DiagramTable.IsLeaf(at))
        {
            ref readonly var node = ref diagram.Nodes[at];
            var reading = all[node.Variable];
            if (!reading.IsPoint)
            {
                return ~at;
            }

            at = node.Children[DiagramTable.PieceOf(node.Cuts, reading.Low)];
        }

        return DiagramTable.ValueOf(at);
    }
}
