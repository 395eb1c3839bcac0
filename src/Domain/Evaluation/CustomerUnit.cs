namespace Kehu.Domain;

/// <summary>By what figures can be grouped.</summary>
public enum Grouping
{
    Whole = 0,
    Outlet,
    SubBranch,
    Branch,
    Manager,
    Layer,
    Class,
}

/// <summary>Groupings in codes.</summary>
public static class Groupings
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Grouping grouping) => grouping switch
    {
        Grouping.Whole => "whole",
        Grouping.Outlet => "outlet",
        Grouping.SubBranch => "sub-branch",
        Grouping.Branch => "branch",
        Grouping.Manager => "manager",
        Grouping.Layer => "layer",
        Grouping.Class => "class",
    };

    /// <summary>The name of the member with a group's code.</summary>
    public static string Member(this Grouping grouping) => grouping.Level().Map(level => level.Member()).IfNone(() => grouping.Code());

    /// <summary>The level of the units that are grouped by; none where they are no units.</summary>
    public static Option<UnitLevel> Level(this Grouping grouping) => grouping switch
    {
        Grouping.Outlet => UnitLevel.Outlet,
        Grouping.SubBranch => UnitLevel.SubBranch,
        Grouping.Branch => UnitLevel.Branch,
        Grouping.Whole or Grouping.Manager or Grouping.Layer or Grouping.Class => Option<UnitLevel>.None,
    };
}

/// <summary>
/// Where a customer belonged on a day: to which outlet and manager, in which class of the policy grouped by (none: in no class), and which layer answered for
/// it (none: not known).
/// </summary>
public readonly record struct CustomerUnit(string Outlet, Option<string> Manager, Option<ClassCode> Class, Option<AnsweringLayer> Layer)
{
    /// <summary>Nowhere in particular.</summary>
    public static CustomerUnit Anywhere { get; } = new("", None, None, None);

    /// <summary>What is left where layers alone are told apart.</summary>
    public CustomerUnit ByLayer() => Anywhere with { Layer = Layer };

    /// <summary>What is left where layers are not told apart: there are several times as many units with them.</summary>
    public CustomerUnit ByPlace() => this with { Layer = None };

    /// <summary>
    /// What tells groups apart, as it is written; none for those without a manager or a class or whose layer is not known, for outlets above which the bank
    /// has no unit of the level, and for the whole.
    /// </summary>
    public Option<string> Of(Grouping grouping, UnitTree units) => grouping switch
    {
        Grouping.Whole => None,
        Grouping.Outlet => Some(Outlet),
        Grouping.SubBranch => units.UnitOf(Outlet, UnitLevel.SubBranch),
        Grouping.Branch => units.UnitOf(Outlet, UnitLevel.Branch),
        Grouping.Manager => Manager,
        Grouping.Layer => Layer.Map(layer => layer.Code()),
        Grouping.Class => Class.Map(code => code.Value),
    };
}
