using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Kehu.Api;

/// <summary>Keeps one caller from taking everything, and a call from taking for ever, by the framework's own means.</summary>
internal static class CallGuards
{
    /// <summary>With these limits.</summary>
    public static IServiceCollection AddCallGuards(this IServiceCollection services, CallLimits limits)
    {
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = limits.Longest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        return limits.PerSecond == 0 ? services : services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Caller() == Caller.Nobody
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(http.Caller().Name, _ => Bucket(limits)));
            options.OnRejected = (refused, _) => new ValueTask(Problem.TooMany(retryAfterSeconds: 1).ExecuteAsync(refused.HttpContext));
        });
    }

    private static TokenBucketRateLimiterOptions Bucket(CallLimits limits) => new()
    {
        TokenLimit = 2 * limits.PerSecond,
        TokensPerPeriod = limits.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    /// <summary>Behind whatever finds out who calls.</summary>
    public static void UseCallGuards(this IApplicationBuilder app, CallLimits limits)
    {
        app.UseRequestTimeouts();
        if (limits.PerSecond > 0)
        {
            app.UseRateLimiter();
        }
    }
}
