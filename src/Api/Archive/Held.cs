using System.Buffers;
using System.Buffers.Binary;

namespace Kehu.Api;

/// <summary>
/// A stored body: when it was recorded, since when the customer has been on file (again), and the record in its canonical JSON;
/// no record means that the customer was withdrawn. The one codec of the customer tables: a format byte, two counts of ticks, the JSON.
/// </summary>
internal readonly record struct Held(DateTime RecordedAt, DateTime Since, ReadOnlyMemory<byte> Json)
{
    private const byte Format = 1;
    private const int Head = 17;
    private const int DateAt = 8;
    private const int DateLength = 10;

    public bool IsWithdrawn => Json.IsEmpty;

    /// <summary>The record; only of a body that is not withdrawn.</summary>
    public CustomerRecord Record(FactCatalogue facts) => CustomerCodecs.For(facts).Stored(Json.Span);

    /// <summary>
    /// The date the record holds for; only of a body that is not withdrawn. In the canonical form nothing before the member can hold its name,
    /// so that it is found without reading the record.
    /// </summary>
    public DateOnly AsOf
    {
        get
        {
            var at = Json.Span.IndexOf("\"asOf\":\""u8);
            return at >= 0 && Json.Length > at + DateAt + DateLength && IsoDate.TryRead(Json.Span.Slice(at + DateAt, DateLength), out var date)
                ? date
                : throw new InvalidDataException("a stored customer record is damaged");
        }
    }

    /// <summary>
    /// Whether the record holds preferences, as records did before consents were a log. In canonical JSON a text that holds the name holds its marks
    /// behind a backslash.
    /// </summary>
    public bool HoldsPreferences => Json.Span.IndexOf("\"preferences\":"u8) >= 0;

    /// <summary>Whether the record holds on a date and was known at a moment; those left out: today, now.</summary>
    public bool IsBy(DateOnly? asOf, DateTime? knownAt) => !IsWithdrawn && (knownAt is null || RecordedAt <= knownAt) && (asOf is null || AsOf <= asOf);

    /// <summary>The body as stored.</summary>
    public byte[] ToBody()
    {
        var body = new byte[Head + Json.Length];
        Write(body);
        return body;
    }

    /// <summary>The body as stored, in room that somebody else lends: it is valid for as long as the room is.</summary>
    public ReadOnlyMemory<byte> ToBody(IBufferWriter<byte> room)
    {
        var body = room.GetMemory(Head + Json.Length)[..(Head + Json.Length)];
        Write(body.Span);
        room.Advance(body.Length);
        return body;
    }

    /// <summary>What a stored body holds.</summary>
    public static Held From(byte[] body) => body.Length >= Head && body[0] == Format
        ? new Held(
            new DateTime(BinaryPrimitives.ReadInt64LittleEndian(body.AsSpan(1)), DateTimeKind.Utc),
            new DateTime(BinaryPrimitives.ReadInt64LittleEndian(body.AsSpan(9)), DateTimeKind.Utc),
            body.AsMemory(Head))
        : throw new InvalidDataException("a stored customer has an unknown format");

    /// <summary>The canonical JSON of a record.</summary>
    public static byte[] JsonOf(CustomerRecord record) => WireJson.Bytes(json => CustomerCodecs.Write(json, record));

    private void Write(Span<byte> body)
    {
        body[0] = Format;
        BinaryPrimitives.WriteInt64LittleEndian(body[1..], RecordedAt.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(body[9..], Since.Ticks);
        Json.Span.CopyTo(body[Head..]);
    }
}
