namespace Kehu.Domain;

/// <summary>By what figures can be grouped.</summary>
public enum Grouping
{
    Whole = 0,
    Outlet,
    Manager,
    Class,
}

/// <summary>Groupings in codes.</summary>
public static class Groupings
{
    /// <summary>The name on the wire, which is also that of the member with a group's code.</summary>
    public static string Code(this Grouping grouping) => grouping switch
    {
        Grouping.Whole => "whole",
        Grouping.Outlet => "outlet",
        Grouping.Manager => "manager",
        Grouping.Class => "class",
    };
}

/// <summary>Where a customer belonged on a day: to which outlet and manager, and in which class of the policy grouped by (none: in no class).</summary>
public readonly record struct CustomerUnit(string Outlet, Option<string> Manager, Option<ClassCode> Class)
{
    /// <summary>What tells groups apart, as it is written; none for those without a manager or a class, and for the whole.</summary>
    public Option<string> Of(Grouping grouping) => grouping switch
    {
        Grouping.Whole => None,
        Grouping.Outlet => Some(Outlet),
        Grouping.Manager => Manager,
        Grouping.Class => Class.Map(code => code.Value),
    };
}
