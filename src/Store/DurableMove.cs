using System.Runtime.InteropServices;

namespace Kehu.Store;

/// <summary>Renaming so that a power cut leaves the file under one of its two names, and under the new one once this has returned.</summary>
internal static class DurableMove
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Gives a file that is on the disk its name. The folder is synced where the system allows it (not on Windows, whose journal has the rename).
    /// </summary>
    public static void To(string from, string to, bool replace)
    {
        File.Move(from, to, replace);
        SyncFolderOf(to);
    }

    /// <summary>Sees to it that a new file is found under its name after a power cut, where the system allows it.</summary>
    public static void SyncFolderOf(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Sync(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
    }

    /// <summary>A folder that cannot be opened or synced (a network share) keeps the promises its file system makes.</summary>
    private static void Sync(string folder)
    {
        var opened = Open(folder, ReadOnly);
        if (opened >= 0)
        {
            _ = Fsync(opened);
            _ = Close(opened);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
