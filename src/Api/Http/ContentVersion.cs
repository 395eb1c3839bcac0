using System.Security.Cryptography;

namespace Kehu.Api;

/// <summary>
/// Versions of what is kept whole under a code: of what it is, so that one struck off and entered again otherwise has another.
/// </summary>
internal static class ContentVersion
{
    /// <summary>The version of a value that is so.</summary>
    public static string Of<T>(ContractCodec<T> codec, T value) =>
        Convert.ToHexStringLower(SHA256.HashData(WireJson.Bytes(json => codec.Write(json, value))))[..16];
}
