namespace Kehu.Domain;

/// <summary>What figures rest on beside the customers: the numbers and standards in force, the calendar, and the policies whose classes they look at.</summary>
/// <param name="Numbers">Targets and house numbers.</param>
/// <param name="Standards">The standards in force.</param>
/// <param name="GroupedBy">The policy whose classes figures are grouped by.</param>
/// <param name="Volume">The policy of the source's churn table.</param>
/// <param name="KeyAccounts">The policy whose two best classes are key accounts.</param>
/// <param name="Calendar">Working days.</param>
public sealed record EvaluationBasis(
    EvaluationNumbers Numbers,
    Arr<StandardInForce> Standards,
    CompiledPolicy GroupedBy,
    CompiledPolicy Volume,
    CompiledPolicy KeyAccounts,
    WorkCalendar Calendar)
{
    /// <summary>The standard for personal customers by their assets, whose files, products and owners the source counts.</summary>
    public Option<StandardInForce> PersonalAssets => Standards.Find(one => one.Standard.Id == PersonalAssetService.Id);
}
