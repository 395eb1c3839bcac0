using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kehu.Api;

/// <summary>Puts the edge into the service: one registration, one middleware before everything else.</summary>
internal static class Edge
{
    public static IServiceCollection AddEdge(this IServiceCollection services)
    {
        services.AddSingleton<AccessGuard>();
        services.TryAddSingleton(provider =>
            StreamSettings.From(provider.GetRequiredService<IConfiguration>()).IfFail(faults => throw SettingFault.Stopped(faults)));
        services.AddHostedService<StartGuard>();
        AnswerCompression.Add(services);
        services.AddCors();
        return services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>
    /// Pages of the named origins are answered as browsers ask it, before anybody is asked for a key, which a browser does not send along when it
    /// asks ahead. Then the edge, and within it what compresses answers, so that a problem of the edge is written as it is.
    /// </summary>
    public static IApplicationBuilder UseEdge(this IApplicationBuilder app, IReadOnlyCollection<string> origins)
    {
        if (origins.Count > 0)
        {
            app.UseCors(policy => policy
                .WithOrigins([.. origins])
                .AllowAnyHeader()
                .AllowAnyMethod()
                .WithExposedHeaders(Exposed)
                .SetPreflightMaxAge(TimeSpan.FromHours(1)));
        }

        return app.UseMiddleware<EdgeMiddleware>().UseResponseCompression();
    }

    /// <summary>What a page may read of an answer beside what browsers show anyway.</summary>
    private static readonly string[] Exposed =
        ["ETag", "Location", "Content-Location", "Retry-After", "Allow", RequestIds.HeaderName, IdempotencyKey.ReplayedHeader];
}
