using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using LanguageExt;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Kehu.Api;

/// <summary>
/// Finds out who calls by the key that a call bears; where there is neither a key nor an identity provider, whoever calls is the person at this machine.
/// Calls with a token of the identity provider, and those of somebody who signed in on the page, are handed on.
/// </summary>
internal sealed class CallerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessSettings settings, KeyArchive keys, OrganisationArchive organisation,
    TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Kehu";

    /// <summary>Names the person where nobody signs in, so that what takes two people can be tried on one machine.</summary>
    public const string PersonHeader = "X-Kehu-Person";

    private const string Bearer = "Bearer ";

    private static readonly AuthenticateResult Local = ResultOf(Caller.Local);

    /// <summary>Whoever has the key of before: everything but approving, which is for persons.</summary>
    private static readonly Caller OfKeyOfBefore =
        new("security-key", IsSystem: true, AccessRoles.Any & ~AccessRoles.Approver, Option<string>.None, Option<string>.None) { SeesAll = true };

    private static readonly AuthenticateResult KeyOfBefore = ResultOf(OfKeyOfBefore);

    private static readonly AuthenticateResult Unknown = AuthenticateResult.Fail("the key is unknown, has expired or was revoked");

    private static readonly ConditionalWeakTable<AccessKey, AuthenticateResult> Known = [];

    /// <summary>The scheme that a call is handed on to; none where it is for this one.</summary>
    public static string? HandedOn(HttpContext http, AccessSettings settings)
    {
        if (http.Request.Headers.Authorization is [{ } sent])
        {
            return settings.Tokens.IsSome && IsToken(sent) ? JwtBearerDefaults.AuthenticationScheme : null;
        }

        return http.Request.Cookies.ContainsKey(SignedIn.CookieName) ? SignedIn.SchemeName : null;
    }

    /// <summary>Whoever has this key; none where it does not count.</summary>
    public static Option<Caller> Bearing(string sent, KeyRing ring, Organisation organisation, AccessSettings settings, DateOnly today) =>
        ring.Opened(sent, today).Bind(key => organisation.CallerOf(key, today))
        || settings.Key.Filter(before => Same(before, sent)).Map(_ => OfKeyOfBefore);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var ring = (await keys.OnFile(Context.RequestAborted)).Ring;
        if (settings.IsOpen && ring.IsEmpty)
        {
            return AtThisMachine();
        }

        return Request.Headers.Authorization is not [{ } sent] || !sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? AuthenticateResult.NoResult()
            : ring.Opened(sent.AsSpan(Bearer.Length), time.Today()).Case is AccessKey key ? await Opened(key)
            : settings.Key.Case is string before && Same(before, sent.AsSpan(Bearer.Length)) ? KeyOfBefore
            : Unknown;
    }

    /// <summary>What a system's key opens is always the same; a person's what the register says besides.</summary>
    private async ValueTask<AuthenticateResult> Opened(AccessKey key) =>
        key.IsSystem ? Known.GetValue(key, static key => ResultOf(key.Caller))
        : (await organisation.Current(Context.RequestAborted)).CallerOf(key, time.Today()).Match(Some: ResultOf, None: () => Unknown);

    private AuthenticateResult AtThisMachine() =>
        Request.Headers[PersonHeader] is [{ } person] && Codes.IsCode(person, 64) ? ResultOf(Caller.Local with { Name = person }) : Local;

    /// <summary>Compared by hashes, so that the time it takes tells nothing of where they differ.</summary>
    private static bool Same(string expected, ReadOnlySpan<char> sent)
    {
        Span<byte> one = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> other = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(expected), one);
        SHA256.HashData(Encoding.UTF8.GetBytes(sent.ToString()), other);
        return CryptographicOperations.FixedTimeEquals(one, other);
    }

    /// <summary>A token has three parts with dots between; a key has none.</summary>
    private static bool IsToken(string sent) =>
        sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && sent.AsSpan(Bearer.Length).Count('.') == 2 && !sent.Contains(KeySecret.Beginning, StringComparison.Ordinal);

    private static AuthenticateResult ResultOf(Caller caller) =>
        AuthenticateResult.Success(new AuthenticationTicket(new CallerPrincipal(caller, SchemeName), SchemeName));
}
