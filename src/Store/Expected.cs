namespace Kehu.Store;

/// <summary>Comparing what a unit expects of many records with what is there: the same for every adapter.</summary>
internal static class Expected
{
    /// <summary>
    /// The first record, by id, that is there and not expected, expected and not there, or in another version; null where all are as expected.
    /// </summary>
    public static Conflict? Other(this IReadOnlyList<(string Id, long Version)> expected, string table, IEnumerable<Row> there)
    {
        var at = 0;
        foreach (var row in there)
        {
            if (at == expected.Count || expected[at] != (row.Id, row.Version))
            {
                return new Conflict(table, row.Id, at < expected.Count && expected[at].Id == row.Id ? expected[at].Version : 0, row.Version);
            }

            at++;
        }

        return at < expected.Count ? new Conflict(table, expected[at].Id, expected[at].Version, 0) : null;
    }
}
