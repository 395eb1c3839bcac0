namespace Kehu.Domain;

/// <summary>What of a customer's file an indicator is counted from, beside the records of the customer that all of them need.</summary>
[Flags]
public enum FileParts
{
    None = 0,
    Done = 1,
    Surveys = 2,
    Purchases = 4,
    Complaints = 8,
    Consents = 16,
    All = Done | Surveys | Purchases | Complaints | Consents,
}

/// <summary>Which parts indicators need, so that nothing else is read.</summary>
public static class FileNeeds
{
    private static readonly HashMap<string, FileParts> ByIndicator = HashMap(
        (SatisfactionRule.Id, FileParts.Surveys),
        (ComplaintTimelinessRule.Id, FileParts.Complaints),
        (RepeatPurchaseRule.Id, FileParts.Purchases),
        (ServiceComplianceRule.Id, FileParts.Done | FileParts.Consents),
        (CustomersMaintainedRule.Id, FileParts.Done));

    /// <summary>The parts that some indicator of the book needs.</summary>
    public static FileParts Needs(this IndicatorBook book) =>
        book.Indicators.Fold(FileParts.None, (needed, indicator) => needed | ByIndicator.Find(indicator.Id).IfNone(FileParts.None));
}
