using System.Text.Json;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// An answer of a call that stores, as data: status, headers and JSON body, so that it can be kept and given again byte for byte.
/// The language is the tag that Content-Language says, where the body has words for people.
/// </summary>
internal sealed record KeptAnswer(int Status, Option<string> Location, Option<string> ETag, Option<string> Language, ReadOnlyMemory<byte> Body)
{
    /// <summary>
    /// The customer it speaks of, in the version it was made from: it is given and kept only if that still holds,
    /// and goes when the customer is withdrawn.
    /// </summary>
    public Option<AboutCustomer> Customer { get; init; }

    /// <summary>What a record or a part of one came to, for the header <c>Kehu-Merge</c>.</summary>
    public Option<string> Merge { get; init; }

    /// <summary>Done, and nothing to say.</summary>
    public static KeptAnswer Nothing { get; } = new(204, Option<string>.None, Option<string>.None, Option<string>.None, default);

    /// <summary>The answer whose body is written here; add headers by <c>with</c>.</summary>
    public static KeptAnswer Json(int status, Action<Utf8JsonWriter> write) =>
        new(status, Option<string>.None, Option<string>.None, Option<string>.None, WireJson.Bytes(write));
}
