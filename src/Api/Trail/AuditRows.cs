using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Entries and texts of the audit as they are kept: a format byte and the entry; the salt and the text.</summary>
internal static class AuditRows
{
    /// <summary>The index of the texts by customer.</summary>
    public const string Customer = "customer";

    private const byte Format = 1;

    private static readonly StoredContract<AuditEntry> Kept = new(AuditEntry.Contract, StoredForms.All);

    private static readonly Dictionary<string, string> Unlisted = [];

    /// <summary>The line of an entry.</summary>
    public static byte[] ToBody(AuditEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(Format);
            Kept.Write(to, entry);
        }

        return bytes.ToArray();
    }

    /// <summary>The entry in a line; none where it is not one.</summary>
    public static Option<AuditEntry> Find(byte[] body)
    {
        using var from = new BinaryReader(new MemoryStream(body, writable: false));
        try
        {
            return from.ReadByte() == Format && Kept.Read(from) is var entry && from.BaseStream.Position == body.Length ? Some(entry) : None;
        }
        catch (Exception unreadable) when (unreadable is IOException or FormatException or ArgumentException or DecoderFallbackException)
        {
            return None;
        }
    }

    /// <summary>The write that keeps a text behind its salt, found by its customer.</summary>
    public static Write ToWrite(string id, byte[] salted, Option<string> customer) => new Write.Put(
        Tables.AuditTexts, id, 0, salted,
        customer.Match(Some: one => new Dictionary<string, string>(StringComparer.Ordinal) { [Customer] = one }, None: () => Unlisted));

    /// <summary>The text behind its salt.</summary>
    public static ReadOnlyMemory<byte> TextIn(ReadOnlyMemory<byte> salted) => salted[Math.Min(AuditMark.SaltBytes, salted.Length)..];
}
