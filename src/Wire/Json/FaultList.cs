namespace Kehu.Wire;

/// <summary>Faults in the order in which they were found. After a hundred one last entry says that there may be more.</summary>
internal sealed class FaultList
{
    public const int Limit = 100;

    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>False when the list is full, so that looking for more is of no use.</summary>
    public bool Add(Fault fault)
    {
        if (faults.Count > Limit)
        {
            return false;
        }

        var full = faults.Count == Limit;
        faults.Add(full ? Truncated : fault);
        return !full;
    }

    private static readonly Fault Truncated = Fault.At(
        "",
        "faults.truncated",
        $"more than {Limit} faults; only the first {Limit} are listed, mend these and send again",
        $"错误超过 {Limit} 个，仅列出前 {Limit} 个；请修正后重新提交");
}
