namespace Kehu.Properties.Lite;

/// <summary>What a disk refuses.</summary>
internal enum Refusal
{
    None = 0,
    Writes,
    Syncs,
    DataWrites,
}

/// <summary>A disk that refuses while it is told to, as a full or a broken one does.</summary>
internal sealed class RefusingDisk(ILiteFolder inner) : ILiteFolder
{
    public Refusal Refuses { get; set; }

    public bool Exists => inner.Exists;

    public void Place(ReadOnlySpan<byte> content) => inner.Place(content);

    public IBytes OpenData() => new Handle(this, inner.OpenData(), isData: true);

    public IBytes OpenLog() => new Handle(this, inner.OpenLog(), isData: false);

    public IDisposable? Hold() => inner.Hold();

    public void RemoveLog() => inner.RemoveLog();

    private sealed class Handle(RefusingDisk disk, IBytes file, bool isData) : IBytes
    {
        public long Length => file.Length;

        public int Read(long at, Span<byte> into) => file.Read(at, into);

        public void Write(long at, ReadOnlySpan<byte> bytes)
        {
            Refused(disk.Refuses == Refusal.Writes || (isData && disk.Refuses == Refusal.DataWrites));
            file.Write(at, bytes);
        }

        public void SetLength(long length)
        {
            Refused(disk.Refuses == Refusal.Writes);
            file.SetLength(length);
        }

        public void Sync()
        {
            Refused(disk.Refuses == Refusal.Syncs);
            file.Sync();
        }

        public void Dispose() => file.Dispose();

        private static void Refused(bool isRefused)
        {
            if (isRefused)
            {
                throw new IOException("no space left on the device");
            }
        }
    }
}
