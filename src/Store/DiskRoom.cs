namespace Kehu.Store;

/// <summary>Whether there is a little room beside the store: a log may have a page left when there is none for anything else.</summary>
internal static class DiskRoom
{
    /// <summary>Less room than this counts as none: 1 MB (house).</summary>
    public const int Least = 1 << 20;

    private const int Block = 1 << 16;

    /// <summary>
    /// Writes a passing file and takes it away; a disk that has no room for it is a <see cref="StoreException"/>.
    /// What else is wrong, the store's own writing shows.
    /// </summary>
    public static void Try(string store)
    {
        var path = $"{store}.room";
        try
        {
            using var file = OwnerOnly.Open(path, FileMode.Create, FileAccess.Write, FileShare.None);
            var block = new byte[Block];
            for (var written = 0; written < Least; written += Block)
            {
                file.Write(block);
            }
        }
        catch (IOException full) when (StoreTroubles.IsFull(full))
        {
            throw new StoreException($"the store could not write: {full.Message}", full);
        }
        catch (Exception other) when (other is IOException or UnauthorizedAccessException)
        {
            return;
        }
        finally
        {
            Remove(path);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // It is made over again the next time.
        }
    }
}
