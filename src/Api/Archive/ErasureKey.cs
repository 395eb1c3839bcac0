using System.Security.Cryptography;
using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>The secret under which customers' ids stand in an erasure log: whoever has the log alone learns of nobody that they were a customer.</summary>
internal sealed class ErasureKey
{
    private const int Bytes = 32;

    /// <summary>How many digits tell keys apart.</summary>
    private const int NameDigits = 16;

    private readonly byte[] secret;

    private ErasureKey(byte[] secret) =>
        (this.secret, Name) = (secret, Convert.ToHexStringLower(HMACSHA256.HashData(secret, "the name of this key"u8))[..NameDigits]);

    /// <summary>Tells the key from others without telling the key; it stands in the log.</summary>
    public string Name { get; }

    /// <summary>The key as its file holds it.</summary>
    public string Text => $"{Convert.ToHexStringLower(secret)}\n";

    /// <summary>A new key.</summary>
    public static ErasureKey Fresh() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The key in a file's text; none where it holds none.</summary>
    public static Option<ErasureKey> Read(string text) => text.Trim() is { Length: 2 * Bytes } digits && digits.All(char.IsAsciiHexDigitLower)
        ? new ErasureKey(Convert.FromHexString(digits))
        : Option<ErasureKey>.None;

    /// <summary>What stands in the log for a customer: the HMAC-SHA-256 of the id.</summary>
    public string MarkOf(string customer) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(customer)));
}
