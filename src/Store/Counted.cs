namespace Kehu.Store;

/// <summary>A stage that is counted by those who do the work.</summary>
internal sealed class Counted : IDisposable
{
    private readonly IDisposable stage;
    private long done;

    /// <summary>Begins a stage of so many, which are records unless something else is said.</summary>
    public Counted(Watch watch, string doing, long? total, string unit = "records") =>
        stage = watch(new Stage(doing, unit, total, () => Interlocked.Read(ref done)));

    /// <summary>So many more are done.</summary>
    public void Add(long more) => Interlocked.Add(ref done, more);

    public void Dispose() => stage.Dispose();
}
