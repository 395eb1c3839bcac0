namespace Kehu.Wire;

/// <summary>
/// What one policy being read is read with: the facts that it may name, and a count of its leaves, so that the work is bounded:
/// beyond the limit criteria are passed over.
/// </summary>
internal sealed class LeafCount(FactCatalogue facts)
{
    private int count;

    /// <summary>The facts that criteria may name.</summary>
    public FactCatalogue Facts => facts;

    /// <summary>The limit is passed; what follows is not looked at.</summary>
    public bool Passed => count > PolicyLimits.MostLeaves;

    /// <summary>Counts a leaf that the cursor has just read; the first above the limit is a fault.</summary>
    public void Add(ref JsonCursor cursor)
    {
        count++;
        if (count == PolicyLimits.MostLeaves + 1)
        {
            cursor.Fault("policy.too-many-leaves", $"a policy has at most {PolicyLimits.MostLeaves} leaves", $"一项办法最多 {PolicyLimits.MostLeaves} 个叶条件");
        }
    }
}
