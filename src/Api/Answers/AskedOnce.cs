using System.Security.Cryptography;
using System.Text;

namespace Kehu.Api;

/// <summary>
/// A call that carries a key: the id under which its answer is kept, made of method, path and key, and the SHA-256 of its body.
/// The id is a hash, so that it has one length and tells no customer's id.
/// </summary>
internal sealed record AskedOnce(string Id, ReadOnlyMemory<byte> Fingerprint)
{
    /// <summary>A call with this method, path, key and body. Neither a method nor a path nor a key holds a newline.</summary>
    public static AskedOnce Of(string method, string path, string key, ReadOnlySpan<byte> body) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{method}\n{path}\n{key}"))), SHA256.HashData(body));
}
