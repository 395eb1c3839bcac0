using System.Security.Claims;
using LanguageExt;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Callers by tokens of the bank's identity provider, and people who sign in there.</summary>
internal static class IdentityProvider
{
    /// <summary>The scheme of signing in at the provider.</summary>
    public const string SchemeName = "KehuProvider";

    /// <summary>By how much the clocks of provider and service may differ (house).</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Algorithms with public keys alone: whoever checks a token can make none.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Sets up how tokens are checked.</summary>
    public static void SetUp(JwtBearerOptions options, TokenSettings tokens, TimeProvider time)
    {
        (options.MapInboundClaims, options.TimeProvider) = (false, time);
        options.TokenValidationParameters = Checked(tokens, time);
        if (tokens.KeysFile.Case is string file)
        {
            options.TokenValidationParameters.IssuerSigningKeys = new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys();
            options.Configuration = new OpenIdConnectConfiguration();
        }
        else
        {
            (options.Authority, options.RequireHttpsMetadata) = (tokens.Issuer, tokens.Issuer.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        }

        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                CallerOf(context.Principal!, tokens).Match(
                    Some: caller => context.Principal = new CallerPrincipal(caller, JwtBearerDefaults.AuthenticationScheme),
                    None: () => context.Fail("the token names no person or no role"));
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Sets up how people sign in at the provider.</summary>
    public static void SetUp(OpenIdConnectOptions options, AccessSettings settings, ProviderSettings provider, TokenSettings tokens, TimeProvider time)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (tokens.Issuer, provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = tokens.Issuer.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        (options.SignInScheme, options.CallbackPath) = (SignedIn.SchemeName, "/sign-in/callback");
        (options.ResponseType, options.UsePkce, options.MapInboundClaims) = (OpenIdConnectResponseType.Code, true, false);
        // The provider sends the browser back by an address, with which browsers send these along.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        options.TokenValidationParameters = Checked(tokens with { Audience = provider.ClientId }, time);
        options.Events = new OpenIdConnectEvents
        {
            OnTokenValidated = context =>
            {
                CallerOf(context.Principal!, tokens).Match(
                    Some: caller => context.Principal = SignedIn.ToKeep(caller, settings),
                    None: () => context.Fail("the account names no role"));
                return Task.CompletedTask;
            },
            OnRemoteFailure = context =>
            {
                context.HandleResponse();
                return Problem.Of(StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext);
            },
        };
    }

    private static TokenValidationParameters Checked(TokenSettings tokens, TimeProvider time) => new()
    {
        ValidIssuer = tokens.Issuer,
        ValidAudience = tokens.Audience,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsAlive(from, until, time.GetUtcNow().UtcDateTime),
    };

    private static bool IsAlive(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now < end + Skew && (from is not { } begin || begin - Skew <= now);

    /// <summary>The caller whom claims name; none where they name no person or no role that there is.</summary>
    private static Option<Caller> CallerOf(ClaimsPrincipal principal, TokenSettings tokens)
    {
        var named = principal.FindAll(tokens.RolesClaim)
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        var roles = toArray(Enum.GetValues<AccessRole>().Where(role => named.Contains(role.Code()))).Together();
        var unit = Optional(principal.FindFirst(tokens.UnitClaim)?.Value).Filter(code => code.Length > 0);
        return principal.FindFirst(tokens.PersonClaim) is { Value: var name } && Codes.IsCode(name, 64) && !Caller.IsReserved(name)
            && roles != AccessRoles.None && unit.ForAll(code => Codes.IsCode(code, 64))
            ? new Caller(name, IsSystem: false, roles, unit, None)
            : Option<Caller>.None;
    }
}
