using LiteDB;
using LiteDB.Engine;

namespace Kehu.Store;

/// <summary>An open engine with the two files it lies in. For one thread at a time, and given up once anything in it has failed.</summary>
internal sealed class LiteSession : IDisposable
{
    private readonly ILiteFolder folder;
    private readonly IBytes dataFile;
    private readonly IBytes logFile;
    private readonly LiteData data;

    private LiteSession(ILiteFolder folder, long settled)
    {
        this.folder = folder;
        (dataFile, logFile) = (folder.OpenData(), folder.OpenLog());
        try
        {
            Log = new LiteLog(logFile, settled);
            LiteFormat.Check(dataFile, mayBeCut: Log.Pages > 0);
            data = new LiteData(dataFile, Log);
            Engine = LiteEngines.Over(data, Log);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public LiteEngine Engine { get; } = null!;

    public LiteLog Log { get; }

    /// <summary>What the store says of itself, as of the last unit.</summary>
    public LiteMeta Meta { get; set; } = LiteMeta.Empty;

    /// <summary>
    /// Opens a store. Where one of this process failed before, so many pages of its log are known to be on the disk, and more are not taken over:
    /// what was refused does not come back.
    /// </summary>
    public static LiteSession Open(ILiteFolder folder, long settled = long.MaxValue) => new(folder, settled);

    /// <summary>
    /// Brings the log into the file, unless somebody copies them; whether it was done. Cleared, the log's file then holds nothing: otherwise what was
    /// folded lies in it until it is written over.
    /// </summary>
    public bool Fold(bool clear = false)
    {
        using var held = folder.Hold();
        if (held is null)
        {
            return false;
        }

        data.Writable = true;
        try
        {
            Engine.Checkpoint();
            if (clear)
            {
                Log.Clear();
            }

            return true;
        }
        finally
        {
            data.Writable = false;
        }
    }

    /// <summary>Closes a store that works: its log is folded in and taken away, if that is possible now; otherwise the next opening has it.</summary>
    public void Close()
    {
        bool folded;
        using (this)
        {
            folded = Fold(clear: true);
        }

        if (folded)
        {
            folder.RemoveLog();
        }
    }

    /// <summary>Lets the files go as they are.</summary>
    public void Dispose()
    {
        try
        {
            Engine?.Dispose();
        }
        catch (Exception broken) when (broken is LiteException or IOException)
        {
            // What is in the files counts, not what the engine thinks of them.
        }

        dataFile.Dispose();
        logFile.Dispose();
    }
}
