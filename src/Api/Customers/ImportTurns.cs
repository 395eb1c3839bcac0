namespace Kehu.Api;

/// <summary>
/// Turns for imports, of customers and of events together. An import remembers every customer and date it has had, 36 bytes each in a table
/// that doubles: at most 105 MB for two million of them (155 MB while it grows), and some 15 MB of portions. Three at a time (house) stay below
/// half a gigabyte. One that waits has read nothing of its body; the server itself buffers at most 1 MB of it before the client has to wait too.
/// </summary>
internal sealed class ImportTurns : IDisposable
{
    /// <summary>How many run (house).</summary>
    public const int AtATime = 3;

    /// <summary>How many wait (house).</summary>
    public const int MostWaiting = 16;

    /// <summary>When to ask again: an import of a whole bank takes half a minute.</summary>
    private const int BusySeconds = 10;

    private static readonly Problem Busy = new(
        429,
        [Fault.At(
            "", "import.busy", $"{AtATime} imports are running and {MostWaiting} wait; nothing of this one was read; send it again as Retry-After says",
            $"已有 {AtATime} 个导入在进行、{MostWaiting} 个在等待；本次导入未读取任何内容；请按 Retry-After 等待后重新发送")],
        BusySeconds);

    private readonly FewAtATime turns = new(AtATime, MostWaiting);

    /// <summary>How many run or wait.</summary>
    public int Inside => turns.Inside;

    /// <summary>The import's answer, once it had its turn; 429 where too many wait.</summary>
    public async Task<IResult> Run(Func<Task<IResult>> import, CancellationToken ct) =>
        await turns.Run(async _ => ValueTuple.Create(await import()), ct) is { } done ? done.Item1 : Busy;

    public void Dispose() => turns.Dispose();
}
