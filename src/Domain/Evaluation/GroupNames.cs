namespace Kehu.Domain;

/// <summary>What groups of figures are called.</summary>
public static class GroupNames
{
    /// <summary>
    /// The name of a group: of units and people as the registers of one moment have it, of classes and layers in words; none where there is none.
    /// </summary>
    public static Option<string> NameOf(this Organisation bank, Grouping by, string code, Policy classes, Language language) => by switch
    {
        Grouping.Whole => None,
        Grouping.Outlet or Grouping.SubBranch or Grouping.Branch => by.Level().Bind(level => bank.Units.NameOf(level, code)),
        Grouping.Manager => bank.NameOfStaff(code),
        Grouping.Layer => AnsweringLayers.Find(code).Map(layer => layer.Label().In(language)),
        Grouping.Class => classes.Classes.Find(known => known.Code.Value == code).Map(known => known.Label.In(language)),
    };
}
