using LanguageExt;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Kehu.Api.Store;

/// <summary>Turns what the file system and SQLite throw while a store is opened or copied into faults for a person.</summary>
internal static class Faults
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
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
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
