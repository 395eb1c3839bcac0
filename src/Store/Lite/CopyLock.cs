namespace Kehu.Store;

/// <summary>
/// Who may touch the file of a LiteDB store: the server while it folds its log, or whoever copies the file, of this process or another. Units go into
/// the log meanwhile and are not held up. The lock lies beside the file and ends with the process.
/// </summary>
internal static class CopyLock
{
    /// <summary>What the lock is called, behind the name of the store.</summary>
    public const string Suffix = ".copy";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The lock of a store's file; null while another has it.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return OwnerOnly.Open(path + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (StoreLock.IsHeld(held))
        {
            return null;
        }
    }

    /// <summary>The lock as soon as it is free; an <see cref="IOException"/> if it is not within a minute (house).</summary>
    public static IDisposable Take(string path)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; Thread.Sleep(Pause))
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                throw new IOException($"{path} is being copied by somebody else");
            }
        }
    }
}
