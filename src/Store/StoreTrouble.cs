using LiteDB;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Kehu.Store;

/// <summary>What ails a running store, as far as it makes a difference to callers and to those who run it.</summary>
internal enum StoreTrouble
{
    /// <summary>The disk, the file or the system failed in a way that has no name here.</summary>
    Failed = 0,

    /// <summary>There is no room on the disk.</summary>
    Full,

    /// <summary>The file may not be written.</summary>
    ReadOnly,

    /// <summary>The contents of the file are broken.</summary>
    Damaged,
}

/// <summary>Which trouble an exception of SQLite or of the file system means.</summary>
internal static class StoreTroubles
{
    /// <summary>LiteDB's number for pages that contradict each other; it has no public name.</summary>
    private const int InvalidState = 999;

    private const int NoSpace = 28;
    private const int LinuxOverQuota = 122;
    private const int MacOverQuota = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>The trouble behind an exception.</summary>
    public static StoreTrouble Of(Exception fault) => fault switch
    {
        SqliteException sqlite => Of(sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode),
        LiteException { ErrorCode: LiteException.INVALID_DATABASE } => StoreTrouble.Damaged,
        LiteException lite => lite.ErrorCode == InvalidState ? StoreTrouble.Damaged : StoreTrouble.Failed,
        EndOfStreamException or InvalidDataException or NullReferenceException or IndexOutOfRangeException
            or ArgumentException or InvalidCastException or OverflowException => StoreTrouble.Damaged,
        IOException file when IsFull(file) => StoreTrouble.Full,
        _ => StoreTrouble.Failed,
    };

    /// <summary>Whether a file could not be written since the disk, or the account's share of it, is full.</summary>
    public static bool IsFull(IOException fault) =>
        fault.HResult is NoSpace or WindowsDiskFull or WindowsHandleDiskFull || fault.HResult == (OperatingSystem.IsMacOS() ? MacOverQuota : LinuxOverQuota);

    /// <summary>The index of the write-ahead log grows by whole pages: that it cannot is a full disk too.</summary>
    private static StoreTrouble Of(int code, int extended) => code switch
    {
        SQLITE_FULL => StoreTrouble.Full,
        SQLITE_IOERR when extended == SQLITE_IOERR_SHMSIZE => StoreTrouble.Full,
        SQLITE_READONLY => StoreTrouble.ReadOnly,
        SQLITE_CORRUPT or SQLITE_NOTADB => StoreTrouble.Damaged,
        _ => StoreTrouble.Failed,
    };
}
