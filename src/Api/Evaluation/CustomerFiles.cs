namespace Kehu.Api;

/// <summary>What figures are counted from, made of what is stored of a customer.</summary>
internal static class CustomerFiles
{
    /// <summary>
    /// The customer with all events that bear on days from the first one on, complaints those opened on the days;
    /// null where the customer was withdrawn.
    /// </summary>
    public static CustomerFile? ToFile(this CustomerRows customer, FactCatalogue facts, DateRange days)
    {
        if (customer.Held.IsWithdrawn)
        {
            return null;
        }

        var snapshots = customer.Snapshots(facts);
        var year = CustomerFile.FirstYear(snapshots, days.From);
        var complaints = customer.Cases.Select(row => CaseOnFile.Of(row).State)
            .Where(one => one.Type == CaseType.Complaint && days.Contains(DateOnly.FromDateTime(one.OpenedAt)));
        return new CustomerFile(
            snapshots,
            EventTables.Engagements.All([.. customer.Engagements.Where(row => YearRow.Read(row.Id).Year >= year)]),
            EventTables.Surveys.All(customer.Surveys),
            EventTables.Purchases.All(customer.Purchases),
            [.. complaints])
        {
            Consents = customer.ConsentFile(facts).Log,
            Restrictions = RestrictionFile.Of(customer.Restrictions).Log,
        };
    }
}
