using Kehu.Api.Security;

namespace Kehu.Api.Http;

/// <summary>Puts the edge into the service: one registration, one middleware before everything else.</summary>
internal static class Edge
{
    public static IServiceCollection AddEdge(this IServiceCollection services)
    {
        services.AddSingleton(provider => new AccessGuard(provider.GetRequiredService<IConfiguration>()[AccessGuard.Setting]));
        services.AddHostedService<StartGuard>();
        return services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static IApplicationBuilder UseEdge(this IApplicationBuilder app) => app.UseMiddleware<EdgeMiddleware>();
}
