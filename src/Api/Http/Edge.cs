using Kehu.Api.Security;
using Kehu.Api.Settings;
using Kehu.Api.Streams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kehu.Api.Http;

/// <summary>Puts the edge into the service: one registration, one middleware before everything else.</summary>
internal static class Edge
{
    public static IServiceCollection AddEdge(this IServiceCollection services)
    {
        services.AddSingleton(provider => new AccessGuard(provider.GetRequiredService<IConfiguration>()[AccessGuard.Setting]));
        services.TryAddSingleton(provider => StreamSettings.From(provider.GetRequiredService<IConfiguration>()).IfFail(faults => throw SettingFault.Stopped(faults)));
        services.AddHostedService<StartGuard>();
        return services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static IApplicationBuilder UseEdge(this IApplicationBuilder app) => app.UseMiddleware<EdgeMiddleware>();
}
