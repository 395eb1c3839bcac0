using System.Security.Claims;

namespace Kehu.Api;

/// <summary>A caller as the framework knows it: made once for a key and given to every call that bears it.</summary>
internal sealed class CallerPrincipal(Caller caller, string scheme) : ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], scheme))
{
    public Caller Caller { get; } = caller;
}

/// <summary>Who makes a call.</summary>
internal static class Callers
{
    /// <summary>The caller whom the framework found; nobody where it was not asked, or found none.</summary>
    public static Caller Caller(this HttpContext http) => http.User is CallerPrincipal known ? known.Caller : Domain.Caller.Nobody;
}
