using System.Security.Cryptography;

namespace Kehu.Domain;

/// <summary>
/// The links of a chain of lines: each is the SHA-256 of the link before it and of its own line, so that a changed line does not fit its link, nor do those
/// behind it fit a changed link.
/// </summary>
public static class ChainLink
{
    /// <summary>How long a link is.</summary>
    public const int Bytes = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first line.</summary>
    public static ReadOnlyMemory<byte> Start { get; } = new byte[Bytes];

    /// <summary>The link of a line behind this one.</summary>
    public static byte[] After(ReadOnlySpan<byte> before, ReadOnlySpan<byte> line)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(before);
        sum.AppendData(line);
        return sum.GetHashAndReset();
    }
}
