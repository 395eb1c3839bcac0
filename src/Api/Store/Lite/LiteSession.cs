using LiteDB;
using LiteDB.Engine;

namespace Kehu.Api.Store.Lite;

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
            (data, Log) = (new LiteData(dataFile), new LiteLog(logFile, settled));
            Mend();
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
    /// Opens a store. Where one of this process failed before, so many pages of its log are known to be on the disk, and more are not taken over: what was refused does not come back.
    /// </summary>
    public static LiteSession Open(ILiteFolder folder, long settled = long.MaxValue) => new(folder, settled);

    /// <summary>Brings the log into the file, unless somebody copies that; whether it was done.</summary>
    public bool Fold()
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
        using (this)
        {
            if (Fold())
            {
                Log.Clear();
            }
        }

        if (Log.Pages == 0)
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

    /// <summary>
    /// A fold that was cut short leaves part of a page at the end, or a torn header page at the beginning; the log still holds both, but LiteDB reads the file first.
    /// Any other file without whole pages is not touched.
    /// </summary>
    private void Mend()
    {
        if (Log.Pages == 0)
        {
            LiteFormat.Check(dataFile);
            return;
        }

        using var held = folder.Hold() ?? throw new IOException("the store is being copied");
        if (Log.HeaderPage is { } header && !LiteFormat.HasPage(dataFile, 0, header))
        {
            dataFile.Write(0, header);
            dataFile.Sync();
        }

        LiteFormat.Check(dataFile, mayBeCut: true);
        if (dataFile.Length % LogFrame.Page is var rest && rest != 0)
        {
            dataFile.SetLength(dataFile.Length - rest);
            dataFile.Sync();
        }
    }
}
