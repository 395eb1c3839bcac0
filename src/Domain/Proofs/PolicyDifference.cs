using System.Numerics;

namespace Kehu.Domain;

/// <summary>A quantity that lies within an interval.</summary>
public sealed record QuantityRange(Quantity Quantity, Interval Values);

/// <summary>A cell of the facts on which two policies differ: what every quantity reads that matters, and both classes (none: not applicable).</summary>
public sealed record DifferenceRegion(CustomerKind Kind, Arr<QuantityRange> Where, Option<PolicyClass> Old, Option<PolicyClass> New);

/// <summary>
/// All cells of a kind with the same two classes: how many, and a customer in one of them, whose class is the new one
/// (none where no customer can be filed with such facts, because they contradict each other).
/// </summary>
public sealed record ClassMove(CustomerKind Kind, Option<PolicyClass> Old, Option<PolicyClass> New, BigInteger Cells, Option<Witness> Witness);

/// <summary>
/// Exactly where two policies decide differently. The cells are those of one diagram of both, in its order; at most
/// <see cref="MostRegions"/> are listed, their number is exact. Empty exactly when the policies decide alike for every customer.
/// </summary>
public sealed record PolicyDifference(Arr<ClassMove> Moves, Arr<DifferenceRegion> Regions, BigInteger Cells)
{
    /// <summary>How many cells are listed at most. Source: governance.</summary>
    public const int MostRegions = 1_000;

    /// <summary>Whether there are more cells than are listed.</summary>
    public bool Truncated => Cells > Regions.Count;

    /// <summary>Whether the policies decide alike for every customer.</summary>
    public bool IsEmpty => Cells.IsZero;
}
