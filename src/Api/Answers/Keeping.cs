using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>What is known of a call with a key.</summary>
internal abstract record Recalled
{
    private Recalled()
    {
    }

    /// <summary>Nothing that still counts; the version over which an answer is to be kept.</summary>
    public sealed record Nothing(long Version) : Recalled;

    /// <summary>The same call was answered so.</summary>
    public sealed record Answered(KeptAnswer Answer) : Recalled;

    /// <summary>The key was used with another body.</summary>
    public sealed record OtherBody : Recalled;

    /// <summary>The caller may now do other things, or see others, than when it was answered.</summary>
    public sealed record OtherRights : Recalled;
}

/// <summary>
/// The pure part of keeping answers: rows of <c>answers</c>, each a format byte, the moment until which it counts (ticks, UTC), the SHA-256 of the body
/// that was sent, the rights of the caller, and the answer.
/// </summary>
internal static class Keeping
{
    public const string Table = "answers";

    /// <summary>The index by the customer of whom an answer speaks.</summary>
    public const string Customer = "customer";

    /// <summary>How long an answer is kept (house).</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private const byte Format = 3;

    /// <summary>Rows of before there were answers that say what was merged.</summary>
    private const byte FormatWithoutMerge = 2;

    /// <summary>Rows of before, when callers were not told apart: they say nothing of rights.</summary>
    private const byte FormatWithoutRights = 1;

    private const int FingerprintBytes = 32;

    /// <summary>What a row says of a call; a row whose time is over says nothing.</summary>
    public static Recalled Recall(this AskedOnce asked, Row? row, DateTime now) =>
        row is not { } kept ? new Recalled.Nothing(0)
        : kept.IsOver(now) ? new Recalled.Nothing(kept.Version)
        : Read(kept.Body) is var (fingerprint, rights, answer) && !fingerprint.AsSpan().SequenceEqual(asked.Fingerprint.Span) ? new Recalled.OtherBody()
        : rights != asked.Rights ? new Recalled.OtherRights()
        : new Recalled.Answered(answer);

    /// <summary>The write that keeps the answer of a call over a row of this version (0: none).</summary>
    public static Write Keep(this AskedOnce asked, KeptAnswer answer, long version, DateTime now)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write((now + KeptFor).Ticks);
            writer.Write(asked.Fingerprint.Span);
            writer.Write(asked.Rights);
            writer.Write(answer.Status);
            writer.Write(answer.Location);
            writer.Write(answer.ETag);
            writer.Write(answer.Language);
            writer.Write(answer.Body.Length);
            writer.Write(answer.Body.Span);
            writer.Write(answer.Merge);
        }

        var keys = answer.Customer.Map(customer => KeyValuePair.Create(Customer, customer.Id)).ToDictionary(StringComparer.Ordinal);
        return new Write.Put(Table, asked.Id, version, bytes.ToArray(), keys);
    }

    /// <summary>The removal of a row whose time is over.</summary>
    public static Option<Write> Purge(this Row row, DateTime now) => row.IsOver(now) ? new Write.Delete(Table, row.Id, row.Version) : Option<Write>.None;

    private static bool IsOver(this Row row, DateTime now)
    {
        using var reader = Open(row.Body);
        return reader.ReadInt64() <= now.Ticks;
    }

    private static (byte[] Fingerprint, string Rights, KeptAnswer Answer) Read(byte[] body)
    {
        using var reader = Open(body);
        _ = reader.ReadInt64();
        var fingerprint = reader.ReadBytes(FingerprintBytes);
        var rights = body[0] == FormatWithoutRights ? "" : reader.ReadString();
        var (status, location, tag, language) = (reader.ReadInt32(), reader.ReadText(), reader.ReadText(), reader.ReadText());
        return (fingerprint, rights, new KeptAnswer(status, location, tag, language, reader.ReadBytes(reader.ReadInt32()))
        {
            Merge = body[0] == Format ? reader.ReadText() : Option<string>.None,
        });
    }

    private static BinaryReader Open(byte[] body)
    {
        var reader = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
        return body.Length > 0 && reader.ReadByte() is Format or FormatWithoutMerge or FormatWithoutRights
            ? reader
            : throw new InvalidDataException("a kept answer has an unknown format");
    }

    /// <summary>Headers are never empty, so that an empty text stands for none.</summary>
    private static void Write(this BinaryWriter writer, Option<string> text) => writer.Write(text.IfNone(""));

    private static Option<string> ReadText(this BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : Option<string>.None;

}
