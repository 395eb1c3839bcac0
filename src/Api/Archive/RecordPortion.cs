using System.Buffers;

namespace Kehu.Api;

/// <summary>
/// Records, or parts of them, that are filed together: what filing asks of each, and the canonical JSON of records one after the other in one buffer, and the
/// bodies of their unit of work in another. Used again and again, so that what waits to be stored is not moved about by collections.
/// </summary>
internal sealed class RecordPortion
{
    private const int FirstBuffer = 64 << 10;

    private readonly List<(SnapshotKey? Key, Incoming.Part? Part, long Line, int Start, int Length)> records = [];
    private readonly ArrayBufferWriter<byte> text = new(FirstBuffer);
    private readonly ArrayBufferWriter<byte> bodies = new(FirstBuffer);

    public int Count => records.Count;

    /// <summary>The bytes of JSON gathered.</summary>
    public int Length => text.WrittenCount;

    /// <summary>The customers' ids, each once.</summary>
    public IReadOnlyCollection<string> Ids => [.. All.Select(coming => coming.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>What comes in; a record's JSON is valid until the portion is cleared.</summary>
    public Incoming this[int at] => records[at] is { Key: { } key } whole
        ? new Incoming.Whole(key, text.WrittenMemory.Slice(whole.Start, whole.Length))
        : records[at].Part!;

    /// <summary>All that comes in.</summary>
    public IEnumerable<Incoming> All => Enumerable.Range(0, Count).Select(at => this[at]);

    /// <summary>The line on which it came.</summary>
    public long Line(int at) => records[at].Line;

    /// <summary>The line itself, as the service writes it.</summary>
    public ReadOnlyMemory<byte> Json(int at) => text.WrittenMemory.Slice(records[at].Start, records[at].Length);

    public void Add(long line, CustomerRecord record)
    {
        var start = text.WrittenCount;
        var json = WireJson.Rent(text);
        CustomerCodecs.Write(json, record);
        WireJson.Return(json);
        records.Add((SnapshotKey.Of(record), null, line, start, text.WrittenCount - start));
    }

    /// <summary>Adds a part, with its line as it was sent.</summary>
    public void Add(long line, Incoming.Part part, ReadOnlySpan<byte> sent)
    {
        records.Add((null, part, line, text.WrittenCount, sent.Length));
        text.Write(sent);
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
