using LanguageExt;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kehu.Api;

/// <summary>Puts authentication and authorisation into the service: keys, tokens, the session of a page, and what each route needs.</summary>
internal static class AccessSetup
{
    /// <summary>With these settings; what sessions are sealed with lies beside the store.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessSettings settings, string storePath, TimeProvider time)
    {
        services.AddSingleton(settings);
        services.AddSingleton<KeyArchive>();
        services.TryAddSingleton<OrganisationArchive>();
        services.AddSingleton<CallerFinder>();
        services.AddSingleton<IPolicyEvaluator, AccessEvaluator>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        var schemes = services.AddAuthentication(CallerHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CallerHandler>(CallerHandler.SchemeName, options =>
                options.ForwardDefaultSelector = http => CallerHandler.HandedOn(http, settings))
            .AddCookie(SignedIn.SchemeName, SignedIn.SetUp);
        foreach (var tokens in settings.Tokens)
        {
            schemes.AddJwtBearer(options => IdentityProvider.SetUp(options, tokens, time));
            foreach (var provider in settings.Provider)
            {
                schemes.AddOpenIdConnect(IdentityProvider.SchemeName, options => IdentityProvider.SetUp(options, settings, provider, tokens, time));
            }
        }

        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicy([new AccessNeed(AccessRoles.Any, ofWholeBank: false)], []));
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite) = ("kehu-form", SameSiteMode.Strict));
        services.AddDataProtection().SetApplicationName("kehu");
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((options, logs) => options.XmlRepository = Seals(storePath + ".sessions", logs));
        MadeWhenNeeded(services);
        return services;
    }

    /// <summary>What sessions are sealed with is made when somebody first signs in, not at every start.</summary>
    private static void MadeWhenNeeded(IServiceCollection services)
    {
        foreach (var early in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(early);
        }
    }

    private static FileSystemXmlRepository Seals(string folder, ILoggerFactory logs)
    {
        OwnerOnly.MakeFolder(folder);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), logs);
    }
}
