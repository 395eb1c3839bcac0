using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Kehu.Api;

/// <summary>
/// The framework's way to <see cref="CallerFinder"/>. Calls with a token of the identity provider, and those of somebody who signed in on the page, are
/// handed on.
/// </summary>
internal sealed class CallerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, CallerFinder finder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Kehu";

    /// <summary>The scheme that a call is handed on to; none where it is for this one.</summary>
    public static string? HandedOn(HttpContext http, AccessSettings settings)
    {
        if (http.Request.Headers.Authorization is [{ } sent])
        {
            return settings.Tokens.IsSome && IsToken(sent) ? JwtBearerDefaults.AuthenticationScheme : null;
        }

        return http.Request.Cookies.ContainsKey(SignedIn.CookieName) ? SignedIn.SchemeName : null;
    }

    /// <summary>
    /// Before the framework asks a scheme: whoever is known at once, as most callers are, is let on without the objects that it takes to ask one. Whoever
    /// is not is asked for by the framework.
    /// </summary>
    public static void Use(IApplicationBuilder app)
    {
        // The host would put the framework's own step before everything else, for every call.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        var finder = app.ApplicationServices.GetRequiredService<CallerFinder>();
        app.UseWhen(http => !IsKnown(http, finder), unknown => unknown.UseAuthentication());
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => await finder.Find(Context);

    private static bool IsKnown(HttpContext http, CallerFinder finder)
    {
        if (finder.AtOnce(http) is not { Principal: { } principal })
        {
            return false;
        }

        http.User = principal;
        return true;
    }

    /// <summary>A token has three parts with dots between; a key has none.</summary>
    private static bool IsToken(string sent) => sent.AsSpan().Count('.') == 2 && !sent.Contains(KeySecret.Beginning, StringComparison.Ordinal);
}
