namespace Kehu.Store;

/// <summary>
/// A LiteDB store on the disk: <c>kehu.db</c> and, while it is open or after a hard stop, <c>kehu.db-log</c>. Alone: nobody else knows of it.
/// </summary>
internal sealed class LiteFolder(string path, bool alone = false) : ILiteFolder
{
    public bool Exists => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>The log of a store.</summary>
    public static string LogOf(string path) => $"{path}-log";

    public void Place(ReadOnlySpan<byte> content)
    {
        var passing = $"{path}.new";
        File.Delete(passing);
        using (var file = FileBytes.Open(passing))
        {
            file.Write(0, content);
            file.Sync();
        }

        DurableMove.To(passing, path, replace: true);
    }

    public IBytes OpenData() => FileBytes.Open(path);

    public IBytes OpenLog() => FileBytes.Open(LogOf(path));

    public IDisposable? Hold() => alone ? Stream.Null : CopyLock.TryTake(path);

    public void RemoveLog() => File.Delete(LogOf(path));
}
