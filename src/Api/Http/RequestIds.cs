using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Kehu.Api;

/// <summary>A name for every request, the caller's own when it sent a usable one; the context's TraceIdentifier from then on.</summary>
internal static class RequestIds
{
    public const string HeaderName = "X-Request-Id";

    private const int Longest = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    private static readonly string Process = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private static long count;

    /// <summary>Names the request and says the name in the answer.</summary>
    public static void Assign(HttpContext context)
    {
        var sent = context.Request.Headers[HeaderName];
        var id = sent.Count == 1 && IsUsable(sent[0]) ? sent[0]! : Next();
        context.TraceIdentifier = id;
        context.Response.Headers[HeaderName] = id;
    }

    /// <summary>1 to 64 letters, digits, dots, underscores and hyphens.</summary>
    public static bool IsUsable(ReadOnlySpan<char> id) => id.Length is > 0 and <= Longest && !id.ContainsAnyExcept(Allowed);

    /// <summary>A name of our own for a request.</summary>
    public static string Next() => string.Create(CultureInfo.InvariantCulture, $"{Process}-{Interlocked.Increment(ref count):x}");
}
