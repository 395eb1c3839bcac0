namespace Kehu.Api;

/// <summary>What waits of an answer cannot be put on disk: the folder is full, gone, or not to be written.</summary>
internal sealed class SpillException(string folder, Exception inner) : IOException($"answers cannot wait in {folder}: {inner.Message}", inner)
{
    /// <summary>There is no room in the folder.</summary>
    public bool IsFull { get; } = inner is IOException file && StoreTroubles.IsFull(file);
}
