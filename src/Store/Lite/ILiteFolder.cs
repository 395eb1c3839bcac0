namespace Kehu.Store;

/// <summary>Where a LiteDB store lies: its file and the log beside it.</summary>
internal interface ILiteFolder
{
    /// <summary>Whether there is a file with anything in it.</summary>
    bool Exists { get; }

    /// <summary>Puts a new store, whole and on the disk, in its place: a power cut leaves all of it or nothing.</summary>
    void Place(ReadOnlySpan<byte> content);

    /// <summary>The file.</summary>
    IBytes OpenData();

    /// <summary>The log.</summary>
    IBytes OpenLog();

    /// <summary>The right to change the file; null while somebody copies it.</summary>
    IDisposable? Hold();

    /// <summary>Takes the log away; only when nothing is in it.</summary>
    void RemoveLog();
}
