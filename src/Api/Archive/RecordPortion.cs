using System.Buffers;

namespace Kehu.Api;

/// <summary>
/// Records that are filed together: what filing asks of each, and their canonical JSON one after the other in one buffer, and the bodies of
/// their unit of work in another. Used again and again, so that what waits to be stored is not moved about by collections.
/// </summary>
internal sealed class RecordPortion
{
    private const int FirstBuffer = 64 << 10;

    private readonly List<(SnapshotKey Key, long Line, int Start, int Length)> records = [];
    private readonly ArrayBufferWriter<byte> text = new(FirstBuffer);
    private readonly ArrayBufferWriter<byte> bodies = new(FirstBuffer);

    public int Count => records.Count;

    /// <summary>The bytes of JSON gathered.</summary>
    public int Length => text.WrittenCount;

    /// <summary>The customers' ids, one for each record.</summary>
    public IReadOnlyCollection<string> Ids => records.ConvertAll(record => record.Key.Id);

    /// <summary>What filing asks of the records.</summary>
    public IEnumerable<SnapshotKey> Keys => records.Select(record => record.Key);

    /// <summary>What filing asks of each record.</summary>
    public SnapshotKey this[int at] => records[at].Key;

    /// <summary>The line on which a record came.</summary>
    public long Line(int at) => records[at].Line;

    /// <summary>A record's canonical JSON, valid until the portion is cleared.</summary>
    public ReadOnlyMemory<byte> Json(int at) => text.WrittenMemory.Slice(records[at].Start, records[at].Length);

    public void Add(long line, CustomerRecord record)
    {
        var start = text.WrittenCount;
        var json = WireJson.Rent(text);
        CustomerCodecs.Write(json, record);
        WireJson.Return(json);
        records.Add((SnapshotKey.Of(record), line, start, text.WrittenCount - start));
    }

    /// <summary>Room for the bodies of the portion's unit of work, valid until room is asked for again.</summary>
    public IBufferWriter<byte> Room()
    {
        bodies.ResetWrittenCount();
        return bodies;
    }

    public void Clear()
    {
        records.Clear();
        text.ResetWrittenCount();
    }
}
