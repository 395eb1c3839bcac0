namespace Kehu.Domain;

/// <summary>Kleene's three truth values. The default is Unknown: a missing answer never counts as a yes.</summary>
public enum Truth
{
    Unknown = 0,
    False = 1,
    True = 2,
}

/// <summary>The three-valued connectives.</summary>
public static class Truths
{
    public static Truth ToTruth(this bool value) => value ? Truth.True : Truth.False;

    public static Truth Not(this Truth value) => value switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        Truth.Unknown => Truth.Unknown,
    };

    public static Truth And(this Truth left, Truth right) => AtLeast(2, [left, right]);

    public static Truth Or(this Truth left, Truth right) => AtLeast(1, [left, right]);

    /// <summary>True once enough parts hold, False once enough no longer can, else Unknown.</summary>
    public static Truth AtLeast(int needed, IReadOnlyCollection<Truth> parts)
    {
        var yes = parts.Count(part => part == Truth.True);
        var unknown = parts.Count(part => part == Truth.Unknown);
        return yes >= needed ? Truth.True : yes + unknown < needed ? Truth.False : Truth.Unknown;
    }
}
