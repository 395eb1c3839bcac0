using System.Security.Cryptography;

namespace Kehu.Domain;

/// <summary>
/// What an entry says of a text beside it, which may be erased with the customer: the id of the text, and a commitment to it, the SHA-256 of a random salt and
/// the text. Without the salt, which is erased too, nobody can try out what the text was.
/// </summary>
public sealed record AuditMark(string Id, string Commitment)
{
    /// <summary>How long a salt is.</summary>
    public const int SaltBytes = 32;

    /// <summary>The mark on the wire and as it is kept.</summary>
    public static Contract<AuditMark> Contract { get; } = new(
        "The id of a text beside the entry, and the SHA-256 of its salt and its bytes.",
        new AuditMark("", ""),
        Fields<AuditMark>.Needed("id", Forms.Plain, mark => mark.Id, (mark, id) => mark with { Id = id }) with { Stored = 0 },
        Fields<AuditMark>.Needed("commitment", Forms.Plain, mark => mark.Commitment, (mark, sum) => mark with { Commitment = sum }) with { Stored = 1 })
    {
        Name = "AuditMark",
    };

    /// <summary>The mark of a text as it is kept: its salt, then its bytes.</summary>
    public static AuditMark Of(string id, ReadOnlySpan<byte> salted) => new(id, Convert.ToHexStringLower(SHA256.HashData(salted)));

    /// <summary>Whether a text is the one to which the entry is committed.</summary>
    public bool Fits(ReadOnlySpan<byte> salted) => Of(Id, salted) == this;
}
