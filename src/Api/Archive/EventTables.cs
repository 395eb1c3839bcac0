using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The tables of what happened with customers.</summary>
internal static class EventTables
{
    /// <summary>What was done for customers.</summary>
    public static YearTable<Engagement> Engagements { get; } = new("engagements", 1_000, EventWords.Engagement, CustomerParts.Engagements);

    /// <summary>What customers were asked, and what they said.</summary>
    public static YearTable<Survey> Surveys { get; } = new("surveys", 100, EventWords.Survey, CustomerParts.Surveys);

    /// <summary>What customers bought.</summary>
    public static YearTable<Purchase> Purchases { get; } = new("purchases", 1_000, EventWords.Purchase, CustomerParts.Purchases);

    /// <summary>All of them.</summary>
    public static Arr<IYearTable> All { get; } = Array<IYearTable>(Engagements, Surveys, Purchases);
}
