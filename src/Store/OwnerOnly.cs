namespace Kehu.Store;

/// <summary>
/// Files and folders with personal data: for the account that runs the service and for nobody else, from the moment they are made. Where the system
/// has no such rights (Windows), those of the folder hold.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Opens a file, which it makes if the mode says so; what is written goes to it at once.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes an empty file unless there is one, for a program that would make it with wider rights.</summary>
    public static void Make(string path)
    {
        if (!Path.Exists(path))
        {
            Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
    }

    /// <summary>Makes the folder unless it is there; the folders that lead to it are made as usual.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>
    /// Takes from others what rights they have to a file or folder of ours that was made with them;
    /// nothing where it is not there, or another account's.
    /// </summary>
    public static void Narrow(string path)
    {
        if (OperatingSystem.IsWindows() || !Path.Exists(path))
        {
            return;
        }

        try
        {
            var mode = System.IO.File.GetUnixFileMode(path);
            if ((mode & Others) != 0)
            {
                System.IO.File.SetUnixFileMode(path, mode & ~Others);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another account's file, or a file system without rights: whoever gave access this way keeps it.
        }
    }
}
