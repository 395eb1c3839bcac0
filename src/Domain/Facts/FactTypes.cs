namespace Kehu.Domain;

/// <summary>The types of facts in codes.</summary>
public static class FactTypes
{
    /// <summary>All of them.</summary>
    public static Arr<string> All { get; } = Array(
        "money", "count", "date", "flag", "set", "percent", "choice", "grade", "years", "months", "percentage-points");

    /// <summary>The wire name of a fact's type.</summary>
    public static string Type(this Fact fact) => fact switch
    {
        Fact.Amount => All[0],
        Fact.Count => All[1],
        Fact.Day => All[2],
        Fact.Flag => All[3],
        Fact.Several => All[4],
        Fact.Share => All[5],
        Fact.Choice => All[6],
        Fact.Grade => All[7],
    };

    /// <summary>The wire name of a derived fact's type: its unit.</summary>
    public static string Type(this DerivedFact derived) => derived switch
    {
        DerivedFact.WholeYears => All[8],
        DerivedFact.MonthsSince => All[9],
        DerivedFact.Gap => All[10],
        DerivedFact.Size => All[1],
    };

    /// <summary>The unit in which a value of a quantity is sent.</summary>
    public static string Unit(this Quantity quantity) => quantity switch
    {
        Quantity.Of(Fact.Amount) => "yuan",
        Quantity.Of(Fact.Flag) or Quantity.Holding => All[3],
        Quantity.Of(Fact.Choice or Fact.Grade or Fact.Several) => "codes",
        Quantity.Of(var fact) => fact.Type(),
        Quantity.By(var derived) => derived.Type(),
    };
}
