using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>About the service itself: health and version.</summary>
internal static class ServiceEndpoints
{
    /// <summary>The version of the product.</summary>
    public static string Version { get; } = typeof(ServiceEndpoints).Assembly.GetName().Version!.ToString(3);

    /// <summary>By less a clock may be behind because much was recorded at once (house).</summary>
    private static readonly TimeSpan LeastTold = TimeSpan.FromMilliseconds(10);

    public static void MapService(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => State("live")).Documented("health-live");
        routes.MapGet("/health/ready", Ready).Documented("health-ready");
        routes.MapGet("/v1/version", About).Documented("version");
    }

    /// <summary>Ready when the store can be read and written and has shown no damage; the rule book is compiled before the service listens.</summary>
    private static async Task<IResult> Ready(WatchedStore store, Moments moments, CancellationToken ct) =>
        (await store.Look(ct)).Trouble.Match<IResult>(Some: StoreProblem.NotReady, None: () => State("ready", moments.Behind));

    private static IResult About(HttpContext context, RuleBook book)
    {
        var faults = new QueryReader(context.Request).Finish();
        return MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused) ? refused : faults.Count > 0 ? Problem.Malformed(faults) : new JsonResult(json =>
        {
            json.WriteStartObject();
            json.WriteString("name"u8, "Kehu"u8);
            json.WriteString("version"u8, Version);
            json.WriteNumber("policies"u8, book.Policies.Count);
            json.WriteEndObject();
        });
    }

    /// <summary>The state, and by how much the clock is behind the moments on file, where it is: what is recorded then has moments ahead of the clock.</summary>
    private static JsonResult State(string state, TimeSpan behind = default) => new(json =>
    {
        json.WriteStartObject();
        json.WriteString("status"u8, state);
        if (behind >= LeastTold)
        {
            json.WriteNumber("clockBehindSeconds"u8, Math.Round((decimal)behind.TotalSeconds, 3));
        }

        json.WriteEndObject();
    });
}
