using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>What is kept of a secret: a salt and the SHA-256 of both. A secret is 32 random bytes, so that one round of hashing is enough.</summary>
public readonly record struct KeyHash(string Salt, string Hash)
{
    /// <summary>How many bytes a salt has.</summary>
    public const int SaltBytes = 16;

    /// <summary>The hash of a secret with this salt.</summary>
    public static KeyHash Of(ReadOnlySpan<byte> salt, string secret)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hashed(salt, secret, hash);
        return new KeyHash(Convert.ToHexStringLower(salt), Convert.ToHexStringLower(hash));
    }

    /// <summary>Whether this is the hash of a secret; it takes as long whatever differs.</summary>
    public bool Fits(ReadOnlySpan<char> secret)
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> found = stackalloc byte[SHA256.HashSizeInBytes];
        _ = Convert.FromHexString(Salt, salt, out _, out _);
        _ = Convert.FromHexString(Hash, expected, out _, out _);
        Hashed(salt, secret, found);
        return CryptographicOperations.FixedTimeEquals(expected, found);
    }

    private static void Hashed(ReadOnlySpan<byte> salt, ReadOnlySpan<char> secret, Span<byte> hash)
    {
        Span<byte> both = stackalloc byte[SaltBytes + (3 * KeySecret.Longest)];
        salt.CopyTo(both);
        var length = salt.Length + Encoding.UTF8.GetBytes(secret, both[salt.Length..]);
        SHA256.HashData(both[..length], hash);
    }
}

/// <summary>
/// What a call bears: <c>kehu_</c>, the id of the key, an underscore and the secret part in base64 for URLs. The beginning is the same for all, so that
/// a leaked one is found by a search.
/// </summary>
public static class KeySecret
{
    /// <summary>What every one begins with.</summary>
    public const string Beginning = "kehu_";

    /// <summary>How many bytes of randomness an id and a secret part have.</summary>
    public const int IdBytes = 6;

    /// <summary>How many bytes of randomness the secret part has.</summary>
    public const int SecretBytes = 32;

    /// <summary>The most characters that are looked at.</summary>
    public const int Longest = 128;

    private const int IdLength = 2 * IdBytes;

    /// <summary>An id of these random bytes.</summary>
    public static string Id(ReadOnlySpan<byte> random) => Convert.ToHexStringLower(random);

    /// <summary>The whole of a key with this id and these random bytes.</summary>
    public static string Whole(string id, ReadOnlySpan<byte> random) => $"{Beginning}{id}_{System.Buffers.Text.Base64Url.EncodeToString(random)}";

    /// <summary>Whether what is sent looks like a key, with the id in it.</summary>
    public static bool TryId(ReadOnlySpan<char> sent, out ReadOnlySpan<char> id)
    {
        id = default;
        if (sent.Length <= Beginning.Length + IdLength + 1 || sent.Length > Longest
            || !sent.StartsWith(Beginning, StringComparison.Ordinal) || sent[Beginning.Length + IdLength] != '_')
        {
            return false;
        }

        id = sent.Slice(Beginning.Length, IdLength);
        return true;
    }
}
