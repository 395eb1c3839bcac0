using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using LanguageExt;
using Microsoft.AspNetCore.Authentication;

namespace Kehu.Api;

/// <summary>
/// Finds out who calls by the key that a call bears; where there is neither a key nor an identity provider, whoever calls is the person at this machine.
/// </summary>
internal sealed class CallerFinder(AccessSettings settings, KeyArchive keys, OrganisationArchive organisation, TimeProvider time)
{
    /// <summary>Names the person where nobody signs in, so that what takes two people can be tried on one machine.</summary>
    public const string PersonHeader = "X-Kehu-Person";

    private const string Bearer = "Bearer ";

    /// <summary>A longer one is no key of before: so what is sent is hashed without a copy of it on the heap.</summary>
    private const int LongestHashed = 1_024;

    private readonly byte[]? before = settings.Key.Map(key => SHA256.HashData(Encoding.UTF8.GetBytes(key))).IfNoneUnsafe((byte[]?)null);

    private static readonly AuthenticateResult Local = ResultOf(Caller.Local);

    private static readonly AuthenticateResult KeyOfBefore = ResultOf(Caller.OfSettings);

    private static readonly AuthenticateResult Unknown = AuthenticateResult.Fail("the key is unknown, has expired or was revoked");

    private static readonly ConditionalWeakTable<AccessKey, AuthenticateResult> Known = [];

    /// <summary>Whoever has this key; none where it does not count.</summary>
    public async ValueTask<Option<Caller>> Bearing(string sent, CancellationToken ct)
    {
        var (ring, bank) = ((await keys.OnFile(ct)).Ring, await organisation.Current(ct));
        return ring.Opened(sent, time.Today()).Bind(key => bank.CallerOf(key, time.Today()))
            || (IsOfBefore(sent) ? Prelude.Some(Caller.OfSettings) : Prelude.None);
    }

    /// <summary>
    /// Who calls, where no register has to be asked: most calls come from systems, or from this machine. Null where more has to be looked at.
    /// </summary>
    public AuthenticateResult? AtOnce(HttpContext http) => keys.Fresh?.Ring is not { } ring ? null
        : settings.IsOpen && ring.IsEmpty ? AtThisMachine(http.Request)
        : Sent(http.Request, out var sent) ? AtOnce(sent, ring)
        : null;

    /// <summary>Who calls.</summary>
    public async ValueTask<AuthenticateResult> Find(HttpContext http)
    {
        var ring = (await keys.OnFile(http.RequestAborted)).Ring;
        if (settings.IsOpen && ring.IsEmpty)
        {
            return AtThisMachine(http.Request);
        }

        return !Sent(http.Request, out var sent) ? AuthenticateResult.NoResult()
            : ring.Opened(sent, time.Today()).Case is not AccessKey key ? AtOnce(sent, ring) ?? Unknown
            : (await organisation.Current(http.RequestAborted)).CallerOf(key, time.Today()).Match(Some: ResultOf, None: () => Unknown);
    }

    private AuthenticateResult? AtOnce(ReadOnlySpan<char> sent, KeyRing ring) =>
        ring.Opened(sent, time.Today()).Case is AccessKey key ? (key.IsSystem ? Known.GetValue(key, static key => ResultOf(key.Caller)) : null)
        : IsOfBefore(sent) ? KeyOfBefore
        : null;

    private static AuthenticateResult AtThisMachine(HttpRequest request) =>
        request.Headers[PersonHeader] is [{ } person] && Codes.IsCode(person, 64) && !Caller.IsReserved(person)
            ? ResultOf(Caller.Local with { Name = person })
            : Local;

    private static bool Sent(HttpRequest request, out ReadOnlySpan<char> key)
    {
        key = default;
        if (request.Headers.Authorization is not [{ } sent] || !sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        key = sent.AsSpan(Bearer.Length);
        return true;
    }

    /// <summary>Whether it is the key of before; compared by hashes, so that the time it takes tells nothing of where they differ.</summary>
    private bool IsOfBefore(ReadOnlySpan<char> sent)
    {
        if (before is null || sent.Length > LongestHashed)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[3 * LongestHashed];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(sent, bytes)], hash);
        return CryptographicOperations.FixedTimeEquals(hash, before);
    }

    private static AuthenticateResult ResultOf(Caller caller) =>
        AuthenticateResult.Success(new AuthenticationTicket(new CallerPrincipal(caller, CallerHandler.SchemeName), CallerHandler.SchemeName));
}
