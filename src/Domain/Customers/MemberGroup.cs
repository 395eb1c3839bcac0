namespace Kehu.Domain;

/// <summary>Some members of a record: a bit for the place of each that is no fact, and those that are.</summary>
public readonly record struct MemberGroup(ulong Others, FactGroup Facts)
{
    /// <summary>How many there are.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(Others) + Facts.Count;

    /// <summary>Those of them that are not in another group.</summary>
    public MemberGroup Except(MemberGroup other) => new(Others & ~other.Others, Facts.Except(other.Facts));

    /// <summary>Those that are in both.</summary>
    public MemberGroup And(MemberGroup other) => new(Others & other.Others, Facts.And(other.Facts));

    /// <summary>Those that are in either.</summary>
    public MemberGroup Or(MemberGroup other) => new(Others | other.Others, Facts.Or(other.Facts));
}
