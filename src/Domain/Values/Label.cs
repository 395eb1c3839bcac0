namespace Kehu.Domain;

/// <summary>The languages the product speaks. English is the default.</summary>
public enum Language
{
    English = 0,
    Chinese = 1,
}

/// <summary>A text for people, in both languages. Neither is empty.</summary>
public sealed record Label(string En, string Zh)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.English => En,
        Language.Chinese => Zh,
    };

    /// <summary>Both texts made longer at once.</summary>
    public static Label operator +(Label left, Label right) => new(left.En + right.En, left.Zh + right.Zh);

    /// <summary>The same characters in both languages: codes, numbers, names of members.</summary>
    public static Label Same(string text) => new(text, text);
}
