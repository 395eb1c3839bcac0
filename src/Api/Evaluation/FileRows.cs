using Kehu.Api.Archive;
using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Evaluation;

/// <summary>All that is stored of a customer that indicators are counted from, as it was read: making a file of it is work for whichever thread counts.</summary>
internal sealed record FileRows(Row Head, IReadOnlyList<Row> History, IReadOnlyList<Row> Engagements, IReadOnlyList<Row> Surveys, IReadOnlyList<Row> Purchases, IReadOnlyList<ServiceCase> Cases)
{
    /// <summary>How many bytes it holds, about.</summary>
    public long Bytes => Head.Body.Length + Sum(History) + Sum(Engagements) + Sum(Surveys) + Sum(Purchases);

    /// <summary>The customer with all events that bear on days from this one on; null where the customer was withdrawn.</summary>
    public CustomerFile? ToFile(DateOnly from)
    {
        var head = Held.From(Head.Body);
        if (head.IsWithdrawn)
        {
            return null;
        }

        var snapshots = CustomerArchive.Snapshots(head, History.Select(row => Held.From(row.Body)), null);
        var year = CustomerFile.FirstYear(snapshots, from);
        return new CustomerFile(
            snapshots,
            EventTables.Engagements.All([.. Engagements.Where(row => YearRow.Read(row.Id).Year >= year)]),
            EventTables.Surveys.All(Surveys),
            EventTables.Purchases.All(Purchases),
            Cases);
    }

    private static long Sum(IReadOnlyList<Row> rows) => rows.Sum(row => (long)row.Body.Length);
}
