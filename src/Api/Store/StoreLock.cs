using LanguageExt;

namespace Kehu.Api.Store;

/// <summary>
/// The right to open a store: one process at a time, by a lock on a file beside it that the system lets go when the process ends.
/// The file itself stays, since deleting it would let two processes lock two files of one name.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    private readonly FileStream held;

    private StoreLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock, making the directories that lead to it.</summary>
    public static Either<StoreFault, StoreLock> Take(string path) => Faults.Caught<StoreLock>(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new StoreLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException refused) when (refused.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            return new StoreFault.InUse(path);
        }
    });

    public void Dispose() => held.Dispose();
}
