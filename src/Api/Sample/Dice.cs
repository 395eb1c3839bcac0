namespace Kehu.Api;

/// <summary>What is drawn from a stream of its own, so that more draws for one thing leave the others as they were.</summary>
internal enum Topic
{
    Traits = 0,
    Facts,
    Gaps,
    Contact,
    Care,
    Tiers,
    Year,
    Surveys,
    Purchases,
    Cases,
}

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014), written here so that no platform or framework can change a draw.
/// Whole numbers only. A stream is known by seed, kind, index and topic, so any customer can be made alone.
/// </summary>
internal sealed class Dice
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    private Dice(ulong state) => this.state = state;

    /// <summary>The stream of a topic for the customer of a kind at an index.</summary>
    public static Dice For(ulong seed, CustomerKind kind, int index, Topic topic) =>
        new(Mixed(Mixed(Mixed(seed + Golden) ^ ((ulong)kind << 32 | (uint)index)) ^ ((ulong)topic + 1)));

    /// <summary>A whole number from 0 to less than <paramref name="bound"/>.</summary>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A whole number between the two, both included.</summary>
    public long Between(long low, long high) => low + Below(high - low + 1);

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>True in so many cases of a thousand.</summary>
    public bool ChanceInThousand(int cases) => Below(1_000) < cases;

    /// <summary>A place in an order of a million, all equally likely.</summary>
    public int Rank() => (int)Below(Quantiles.Whole);

    /// <summary>A rank near another: three parts of it to one of chance.</summary>
    public int RankNear(int rank) => ((3 * rank) + Rank()) / 4;

    /// <summary>One of a table, all equally likely.</summary>
    public T OneOf<T>(T[] table) => table[Below(table.Length)];

    private ulong Next()
    {
        state = unchecked(state + Golden);
        return Mixed(state);
    }

    private static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
