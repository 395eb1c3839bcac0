using System.Runtime.CompilerServices;

namespace Kehu.Api.Store;

/// <summary>Rows in portions, so that what is held of a table at once is bounded.</summary>
internal static class RowPortions
{
    /// <summary>The rows in their order, in portions of so many; of fewer where they are large: the row that goes beyond so many bytes is the last of its portion.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Row>> Portions(this IAsyncEnumerable<Row> rows, int most, long mostBytes, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var (portion, bytes) = (new List<Row>(), 0L);
        await foreach (var row in rows.WithCancellation(ct))
        {
            portion.Add(row);
            bytes += row.Body.Length;
            if (portion.Count == most || bytes > mostBytes)
            {
                yield return portion;
                (portion, bytes) = (new List<Row>(portion.Count), 0);
            }
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }
}
