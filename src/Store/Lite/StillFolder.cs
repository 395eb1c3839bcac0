namespace Kehu.Store;

/// <summary>A LiteDB file that is read as it is and without a log: a copy.</summary>
internal sealed class StillFolder(string path) : ILiteFolder
{
    public bool Exists => true;

    public void Place(ReadOnlySpan<byte> content) => throw new NotSupportedException("a copy is not made over");

    public IBytes OpenData() => FileBytes.Still(path);

    public IBytes OpenLog() => new MemoryBytes();

    public IDisposable? Hold() => null;

    public void RemoveLog()
    {
    }
}
