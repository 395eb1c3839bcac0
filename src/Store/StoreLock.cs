using LanguageExt;

namespace Kehu.Store;

/// <summary>
/// The right to open a store: one process at a time, by a lock on a file beside it that the system lets go when the process ends.
/// The file itself stays, since deleting it would let two processes lock two files of one name. The lock lies beside the real file, so that
/// a link to the store is the same store.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    private readonly FileStream held;

    private StoreLock(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>The store's file without links on the way: what is to be opened.</summary>
    public string Path { get; }

    /// <summary>Takes the lock, making the directories that lead to it.</summary>
    public static Either<StoreFault, StoreLock> Take(string path) => StoreFaults.Caught<StoreLock>(path, () =>
    {
        var real = RealPath.Of(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(real)!);
        try
        {
            var held = OwnerOnly.Open(real + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            OwnerOnly.Narrow(real + ".lock");
            return new StoreLock(real, held);
        }
        catch (IOException refused) when (IsHeld(refused))
        {
            return new StoreFault.InUse(path);
        }
    });

    /// <summary>Whether a file could not be opened since another has it open for itself.</summary>
    public static bool IsHeld(IOException refused) => refused.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation;

    public void Dispose() => held.Dispose();
}
