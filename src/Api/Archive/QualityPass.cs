using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The stored customers of an outlet, of a manager, of both, or all.</summary>
internal sealed record QualityFilter(string? Outlet, string? Manager);

/// <summary>Counting the newest records on file for a data quality report, in one pass that keeps the counts and no customer.</summary>
internal static class QualityPass
{
    /// <summary>What is unknown of the customers on file; none where they are of more outlets than may be told.</summary>
    public static async ValueTask<Option<QualityTally>> Count(
        this IStore store, QualityFilter filter, QualityScope scope, DateOnly today, int mostOutlets, CancellationToken ct)
    {
        var (count, ages) = (new DataQualityCount(scope, today), new AgeCount(scope.Ages, today));
        var outlets = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in store.Rows(filter, ct))
        {
            if (Held.From(row.Body) is not { IsWithdrawn: false } held)
            {
                continue;
            }

            var counted = CustomerCodecs.Counted(held.Json.Span, scope.Facts);
            if (filter.Outlet is not null && counted.Outlet != filter.Outlet)
            {
                continue;
            }

            if (scope.By.Level().IsSome && outlets.Add(counted.Outlet) && outlets.Count > mostOutlets)
            {
                return None;
            }

            count.Add(counted.Outlet, counted.Customer, counted.AsOf);
            if (!scope.Ages.All.IsEmpty)
            {
                ages.Add(held.Record(scope.Facts));
            }
        }

        return count.Done() with { Aged = ages.Done() };
    }

    private static IAsyncEnumerable<Row> Rows(this IStore store, QualityFilter filter, CancellationToken ct) => filter switch
    {
        (_, { } manager) => store.Page(Tables.Customers, Tables.OfManager, manager, "", int.MaxValue, ct),
        ({ } outlet, null) => store.Page(Tables.Customers, Tables.OfOutlet, outlet, "", int.MaxValue, ct),
        (null, null) => store.Range(Tables.Customers, "", "", ct),
    };
}
