namespace Kehu.Api;

/// <summary>
/// A distribution as a table: at rank so many in a million, this value; between two ranks in a straight line.
/// Stands in for skewed curves without any floating point.
/// </summary>
internal sealed class Quantiles(params (int Rank, long Value)[] knots)
{
    /// <summary>Ranks lie below this.</summary>
    public const int Whole = 1_000_000;

    /// <summary>The value at a rank; the first knot is at rank 0 and the last at <see cref="Whole"/>.</summary>
    public long At(int rank)
    {
        var next = 1;
        while (knots[next].Rank <= rank && next < knots.Length - 1)
        {
            next++;
        }

        var (low, high) = (knots[next - 1], knots[next]);
        return low.Value + ((high.Value - low.Value) * (rank - low.Rank) / (high.Rank - low.Rank));
    }
}

/// <summary>A choice with weights: how often each of a table comes up.</summary>
internal sealed class Weighted<T>(params (T Value, int Weight)[] members)
{
    private readonly int total = members.Sum(member => member.Weight);

    public T Draw(Dice dice)
    {
        var left = dice.Below(total);
        foreach (var (value, weight) in members)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return members[^1].Value;
    }
}
