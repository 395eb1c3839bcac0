namespace Kehu.Store;

/// <summary>
/// A file that is written under a passing name and then renamed, so that a file under its final name is always whole; gone, with all that a store
/// has beside it, unless it came to its name.
/// </summary>
internal sealed class PassingFile : IDisposable
{
    private readonly string target;

    /// <summary>A name beside the file that is to be, whose folders it makes.</summary>
    public PassingFile(string target)
    {
        this.target = System.IO.Path.GetFullPath(target);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this.target)!);
        Path = $"{this.target}.{System.IO.Path.GetRandomFileName()}.part";
    }

    /// <summary>Where it is written.</summary>
    public string Path { get; }

    /// <summary>
    /// Puts it, on the disk, in its place; its size in bytes. Logs left by a store it replaces go first: they would be read into the new one.
    /// </summary>
    public long Place(bool replace)
    {
        using (var written = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(written);
        }

        if (replace)
        {
            foreach (var beside in StoreKinds.All.Bind(kind => kind.Beside))
            {
                File.Delete(target + beside);
            }
        }

        DurableMove.To(Path, target, replace);
        return new FileInfo(target).Length;
    }

    public void Dispose()
    {
        File.Delete(Path);
        foreach (var beside in StoreKinds.All.Bind(kind => kind.Beside).Add(CopyLock.Suffix))
        {
            File.Delete(Path + beside);
        }
    }
}
