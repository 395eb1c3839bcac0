namespace Kehu.Properties.Lite;

/// <summary>What becomes, at a power cut, of writes that were not synced.</summary>
public enum Loss
{
    /// <summary>None of them reached the disk.</summary>
    All = 0,

    /// <summary>Each of them did as a whole or did not.</summary>
    Writes,

    /// <summary>Each sector of 512 bytes did or did not.</summary>
    Sectors,

    /// <summary>Each block of 4 096 bytes did or did not.</summary>
    Blocks,
}

/// <summary>The power is gone: nothing can be read or written any more.</summary>
internal sealed class PowerCutException() : IOException("the power is gone");

/// <summary>
/// A disk in memory with a LiteDB store on it. Its power goes after so many operations; what survives are the synced bytes and of the others, length included, any part that the kind of loss allows.
/// </summary>
internal sealed class CuttableDisk(byte[] data, byte[] log) : ILiteFolder
{
    private readonly CuttableFile dataFile = new(data);
    private readonly CuttableFile logFile = new(log);
    private long left = long.MaxValue;

    public bool Exists => dataFile.Length > 0;

    /// <summary>How many times something was synced.</summary>
    public long Syncs { get; private set; }

    /// <summary>Whether the power is gone.</summary>
    public bool IsCut => left <= 0;

    /// <summary>A disk with nothing on it.</summary>
    public static CuttableDisk Empty() => new([], []);

    /// <summary>Lets the power go at the operation with this number, counted from now.</summary>
    public void CutAfter(long operations) => left = operations;

    /// <summary>The disk after the power has come back.</summary>
    public CuttableDisk Survivor(Random random, Loss loss) => new(dataFile.Survivor(random, loss), logFile.Survivor(random, loss));

    /// <summary>The same disk with the store's file changed behind its back.</summary>
    public CuttableDisk With(Action<byte[]> change)
    {
        var (changed, log) = (dataFile.Survivor(new Random(1), Loss.All), logFile.Survivor(new Random(1), Loss.All));
        change(changed);
        return new CuttableDisk(changed, log);
    }

    /// <summary>A rename: it happened or it did not.</summary>
    public void Place(ReadOnlySpan<byte> content)
    {
        Step();
        dataFile.Replace(content.ToArray());
    }

    public IBytes OpenData() => new Handle(this, dataFile);

    public IBytes OpenLog() => new Handle(this, logFile);

    public IDisposable Hold() => Stream.Null;

    public void RemoveLog()
    {
        Step();
        logFile.Replace([]);
    }

    private void Step()
    {
        if (left <= 0 || --left <= 0)
        {
            throw new PowerCutException();
        }
    }

    private sealed class Handle(CuttableDisk disk, CuttableFile file) : IBytes
    {
        public long Length => file.Length;

        public int Read(long at, Span<byte> into) => disk.IsCut ? throw new PowerCutException() : file.Read(at, into);

        /// <summary>A write whose moment is the cut's was under way: it may have reached the disk.</summary>
        public void Write(long at, ReadOnlySpan<byte> bytes)
        {
            if (!disk.IsCut)
            {
                file.Write(at, bytes);
            }

            disk.Step();
        }

        public void SetLength(long length)
        {
            if (!disk.IsCut)
            {
                file.SetLength(length);
            }

            disk.Step();
        }

        public void Sync()
        {
            disk.Step();
            disk.Syncs++;
            file.Sync();
        }

        public void Dispose()
        {
        }
    }
}
