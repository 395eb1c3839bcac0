namespace Kehu.Api;

/// <summary>
/// How often some tables have been written, so that what was read of them can be told to be as it was. A unit counts before it is done and after: the same
/// number twice means that nothing was done in between.
/// </summary>
internal sealed class WrittenTables(params string[] tables)
{
    private long times;

    public long Times => Interlocked.Read(ref times);

    /// <summary>Whether a unit writes one of them.</summary>
    public bool IsIn(IReadOnlyList<Write> unit)
    {
        for (var at = 0; at < unit.Count; at++)
        {
            if (Table(unit[at]) is { } table && Array.IndexOf(tables, table) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One of them is about to be written, or was.</summary>
    public void Note() => Interlocked.Increment(ref times);

    private static string? Table(Write write) => write switch
    {
        Write.Put put => put.Table,
        Write.Place place => place.Table,
        Write.Delete delete => delete.Table,
        Write.Expect or Write.ExpectRange or Write.ExpectIndexed or Write.Moment or Write.Append or Write.AppendLinked => null,
    };
}
