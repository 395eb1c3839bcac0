using System.Runtime.CompilerServices;

namespace Kehu.Store;

/// <summary>Rows, and what is made of them, in portions, so that what is held of a table at once is bounded.</summary>
internal static class RowPortions
{
    /// <summary>
    /// The rows in their order, in portions of so many; of fewer where they are large: the row that goes beyond so many bytes
    /// is the last of its portion.
    /// </summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> Portions<T>(
        this IAsyncEnumerable<T> rows, int most, long mostBytes, Func<T, long> size, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var (portion, bytes) = (new List<T>(), 0L);
        await foreach (var row in rows.WithCancellation(ct))
        {
            portion.Add(row);
            bytes += size(row);
            if (portion.Count == most || bytes > mostBytes)
            {
                yield return portion;
                (portion, bytes) = (new List<T>(portion.Count), 0);
            }
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }
}
