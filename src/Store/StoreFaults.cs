using LanguageExt;
using LiteDB;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Kehu.Store;

/// <summary>Turns what the file system, SQLite and LiteDB throw while a store is opened or copied into faults for a person.</summary>
internal static class StoreFaults
{
    /// <summary>What the attempt gives, or the fault that its exception means.</summary>
    public static Either<StoreFault, T> Caught<T>(string path, Func<Either<StoreFault, T>> attempt)
    {
        try
        {
            return attempt();
        }
        catch (SqliteException fault)
        {
            return Of(path, fault);
        }
        catch (ForeignFileException)
        {
            return new StoreFault.Foreign(path);
        }
        catch (Exception fault) when (fault is not UnauthorizedAccessException
            && StoreTroubles.Of((fault as StoreException)?.InnerException ?? fault) == StoreTrouble.Damaged)
        {
            return new StoreFault.Damaged(path, fault.Message.Split('\n')[0]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or LiteException)
        {
            return new StoreFault.Unreachable(path, fault.Message);
        }
    }

    private static StoreFault Of(string path, SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLITE_NOTADB => new StoreFault.Foreign(path),
        SQLITE_CORRUPT => new StoreFault.Damaged(path, fault.Message),
        _ => new StoreFault.Unreachable(path, fault.Message),
    };
}
