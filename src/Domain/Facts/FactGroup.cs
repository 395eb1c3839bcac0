using static System.Numerics.BitOperations;

namespace Kehu.Domain;

/// <summary>
/// Some facts of a catalogue, a bit for the place of each, so that asking whether a customer has any of them costs three steps
/// however many they are.
/// </summary>
public readonly record struct FactGroup(ulong First, ulong Second, ulong Third)
{
    /// <summary>How many places there is room for.</summary>
    public const int Room = 192;

    /// <summary>True when the fact at a place of the catalogue is one of them.</summary>
    public bool Has(int place) => ((place < 64 ? First : place < 128 ? Second : Third) >> (place & 63) & 1) != 0;

    /// <summary>True when some fact is in both.</summary>
    public bool Meets(FactGroup other) => ((First & other.First) | (Second & other.Second) | (Third & other.Third)) != 0;

    /// <summary>The same with the fact at one more place.</summary>
    public FactGroup With(int place) => place switch
    {
        < 64 => this with { First = First | 1UL << place },
        < 128 => this with { Second = Second | 1UL << (place & 63) },
        _ => this with { Third = Third | 1UL << (place & 63) },
    };

    /// <summary>The same without the fact at a place.</summary>
    public FactGroup Without(int place) => place switch
    {
        < 64 => this with { First = First & ~(1UL << place) },
        < 128 => this with { Second = Second & ~(1UL << (place & 63)) },
        _ => this with { Third = Third & ~(1UL << (place & 63)) },
    };

    /// <summary>Those of them that are not in another group.</summary>
    public FactGroup Except(FactGroup other) => new(First & ~other.First, Second & ~other.Second, Third & ~other.Third);

    /// <summary>Those that are in both.</summary>
    public FactGroup And(FactGroup other) => new(First & other.First, Second & other.Second, Third & other.Third);

    /// <summary>Those that are in either.</summary>
    public FactGroup Or(FactGroup other) => new(First | other.First, Second | other.Second, Third | other.Third);

    /// <summary>How many there are.</summary>
    public int Count => PopCount(First) + PopCount(Second) + PopCount(Third);
}
