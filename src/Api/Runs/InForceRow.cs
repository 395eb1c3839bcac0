namespace Kehu.Api;

/// <summary>
/// Which run is in force under a policy: rows of the table <c>runs</c> behind all runs, under "in-force policy", so that it is known
/// without looking through the runs.
/// </summary>
internal static class InForceRow
{
    /// <summary>Below every such row and above every run.</summary>
    public const string First = "in-force ";

    private const byte Format = 1;

    /// <summary>The id of a policy's row.</summary>
    public static string Id(PolicyId policy) => First + policy.Value;

    /// <summary>The write that puts a run in force, over a row of this version (0: none).</summary>
    public static Write.Put ToWrite(PolicyId policy, string run, long version) =>
        new(RunRow.Table, Id(policy), version, RunCodec.Bytes(Format, to => to.Write(run)), Write.Unlisted);

    /// <summary>The run that a row names.</summary>
    public static string RunIn(Row row)
    {
        using var from = RunCodec.Open(row.Body, Format);
        return from.ReadString();
    }
}
