namespace Kehu.Domain;

/// <summary>What a house number of a standard can be set to.</summary>
public abstract record StandardValue
{
    private StandardValue()
    {
    }

    /// <summary>A whole number, in the unit of its measure.</summary>
    public sealed record Whole(long Number) : StandardValue;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool On) : StandardValue;
}
