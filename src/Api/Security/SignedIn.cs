using System.Globalization;
using System.Security.Claims;
using LanguageExt;
using Microsoft.AspNetCore.Authentication.Cookies;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// Somebody who signed in on the page: a cookie that scripts cannot read and other sites cannot send along with a form. It says who signed in and by
/// what; whether that still counts is asked at every call.
/// </summary>
internal static class SignedIn
{
    public const string SchemeName = "KehuSession";

    public const string CookieName = "kehu-session";

    /// <summary>How long somebody stays signed in (house): a working day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(10);

    private const string Roles = "roles";
    private const string Unit = "unit";
    private const string Key = "key";
    private const string OfSettings = "settings";

    /// <summary>What the cookie holds of a caller: of a key, which one; of the provider's account, all that there is to know.</summary>
    public static ClaimsPrincipal ToKeep(Caller caller, AccessSettings settings) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, caller.Name),
            new Claim(Roles, ((int)caller.Roles).ToString(CultureInfo.InvariantCulture)),
            .. caller.Unit.Map(unit => new Claim(Unit, unit)),
            .. caller.Key.Map(key => new Claim(Key, key)),
            .. settings.KeyPrint.Filter(_ => caller == Caller.OfSettings).Map(print => new Claim(OfSettings, print)),
        ],
        SchemeName));

    /// <summary>Sets the cookie up.</summary>
    public static void SetUp(CookieAuthenticationOptions cookie)
    {
        (cookie.Cookie.Name, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite) = (CookieName, true, SameSiteMode.Lax);
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Lasts, false);
        cookie.Events.OnValidatePrincipal = Validate;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var keys = (await context.HttpContext.RequestServices.GetRequiredService<KeyArchive>().OnFile(context.HttpContext.RequestAborted)).Ring;
        var organisation = await context.HttpContext.RequestServices.GetRequiredService<OrganisationArchive>().Current(context.HttpContext.RequestAborted);
        var settings = context.HttpContext.RequestServices.GetRequiredService<AccessSettings>();
        var today = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();
        if (Known(context.Principal!, settings, keys, organisation, today).Case is Caller caller && !IsElsewhere(context.Request))
        {
            context.ReplacePrincipal(new CallerPrincipal(caller, SchemeName));
            return;
        }

        context.RejectPrincipal();
    }

    /// <summary>
    /// The caller of a cookie; none where that by which it signed in counts no longer: the key on file, the key of the settings, or the provider. Rights are
    /// those that a key has now.
    /// </summary>
    private static Option<Caller> Known(ClaimsPrincipal kept, AccessSettings settings, KeyRing keys, Organisation organisation, DateOnly today) =>
        kept.FindFirst(Key) is { Value: var id } ? keys.Find(id).Filter(key => key.CountsOn(today)).Bind(key => organisation.CallerOf(key, today))
        : kept.FindFirst(OfSettings) is { Value: var print } ? settings.KeyPrint.Filter(now => now == print).Map(_ => Caller.OfSettings)
        : settings.Provider.IsSome && kept.FindFirst(ClaimTypes.Name) is { Value: var name } && !Caller.IsReserved(name)
            && int.TryParse(kept.FindFirst(Roles)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var roles)
            ? new Caller(name, IsSystem: false, (AccessRoles)roles & AccessRoles.Any, Optional(kept.FindFirst(Unit)?.Value), None)
        : None;

    /// <summary>What another site's page makes a browser send is not what whoever signed in asked for.</summary>
    private static bool IsElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers["Sec-Fetch-Site"] == "cross-site";
}
