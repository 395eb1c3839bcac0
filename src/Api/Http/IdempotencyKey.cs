using LanguageExt;

namespace Kehu.Api;

/// <summary>The key by which a client marks a call that it may send again: 1 to 255 visible ASCII characters, the client's own.</summary>
internal static class IdempotencyKey
{
    public const string HeaderName = "Idempotency-Key";

    /// <summary>The header that says of an answer that it is the first one, given again.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int Longest = 255;

    /// <summary>The key was used before with another body.</summary>
    public static Fault OtherBody { get; } = Fault.Header(
        HeaderName,
        "idempotency.other-body",
        "this key was used here with another body; send the first body again, or a new key",
        "该键已用于另一请求体；请重发原请求体，或使用新的键");

    /// <summary>The caller's rights are others than when the call was answered.</summary>
    public static Fault OtherRights { get; } = Fault.Header(
        HeaderName,
        "idempotency.rights",
        "this call was answered when you had other rights; send it again with a new key",
        "该调用应答时您的权限与现在不同；请使用新的键重新发送");

    /// <summary>The key sent, none, or why it is none.</summary>
    public static Either<Fault, Option<string>> Of(IHeaderDictionary headers) => headers[HeaderName] switch
    {
        { Count: 0 } => Option<string>.None,
        [{ Length: > 0 and <= Longest } key] when !key.AsSpan().ContainsAnyExceptInRange('!', '~') => Prelude.Some(key),
        _ => Fault.Header(
            HeaderName,
            "idempotency.malformed",
            $"send one key of 1 to {Longest} visible ASCII characters, such as a UUID",
            $"请发送一个由 1 至 {Longest} 个可见 ASCII 字符组成的键，例如 UUID"),
    };
}
