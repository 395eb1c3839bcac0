namespace Kehu.Domain;

/// <summary>Some facts of the catalogue, a bit for the place of each, so that asking whether a customer has any of them costs two steps however many they are.</summary>
public readonly record struct FactGroup(ulong First, ulong Rest)
{
    /// <summary>How many places there is room for.</summary>
    public const int Room = 128;

    /// <summary>The facts of a filter.</summary>
    public static FactGroup Where(Func<Fact, bool> filter) =>
        FactCatalogue.All.Filter(filter).Fold(default(FactGroup), (group, fact) => group.With(FactCatalogue.PlaceOf(fact)));

    /// <summary>True when the fact at a place of the catalogue is one of them.</summary>
    public bool Has(int place) => ((place < 64 ? First : Rest) >> (place & 63) & 1) != 0;

    /// <summary>True when some fact is in both.</summary>
    public bool Meets(FactGroup other) => ((First & other.First) | (Rest & other.Rest)) != 0;

    /// <summary>The same with the fact at one more place.</summary>
    public FactGroup With(int place) => place < 64 ? this with { First = First | 1UL << place } : this with { Rest = Rest | 1UL << (place & 63) };

    /// <summary>The same without the fact at a place.</summary>
    public FactGroup Without(int place) => place < 64 ? this with { First = First & ~(1UL << place) } : this with { Rest = Rest & ~(1UL << (place & 63)) };

    /// <summary>How many there are.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(First) + System.Numerics.BitOperations.PopCount(Rest);
}
