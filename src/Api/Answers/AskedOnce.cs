using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kehu.Api;

/// <summary>
/// A call that carries a key: the id under which its answer is kept, made of method, path with query, key and caller, the SHA-256 of its body, and the
/// caller's rights. The id is a hash, so that it has one length and tells no customer's id.
/// </summary>
internal sealed record AskedOnce(string Id, ReadOnlyMemory<byte> Fingerprint, string Rights)
{
    /// <summary>
    /// A call with this method, path with query, key and body. Neither a method nor a path nor a key holds a newline. Where callers are not told apart they
    /// have no name here, so that what was kept before they were is found.
    /// </summary>
    public static AskedOnce Of(string method, string path, string key, ReadOnlySpan<byte> body, Caller caller) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{method}\n{path}\n{key}{(caller.HasOwnName ? $"\n{caller.Name}" : "")}"))),
        SHA256.HashData(body),
        caller.SeesAll ? "" : string.Create(CultureInfo.InvariantCulture, $"{(int)caller.Roles} {caller.Unit.IfNone("")}"));
}
