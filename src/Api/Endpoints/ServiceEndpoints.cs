using Kehu.Api.Codecs;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

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
        routes.MapGet("/v1/version", Described).Documented("version");
    }

    /// <summary>Ready when the store can be read and written and has shown no damage; the rule book is compiled before the service listens.</summary>
    private static async Task<IResult> Ready(WatchedStore store, Moments moments, CancellationToken ct) =>
        (await store.Look(ct)).Trouble.Match<IResult>(Some: StoreProblem.NotReady, None: () => State("ready", moments.Behind));

    private static IResult Described(HttpContext context, RuleBook book)
    {
        var faults = new QueryReader(context.Request).Finish();
        return MediaOffer.Json.Choose(context) is Negotiated.Refused(var refused) ? refused
            : faults.Count > 0 ? Problem.Malformed(faults)
            : new JsonResult(json => About.Codec.Write(json, new About("Kehu", Version, book.Policies.Count)));
    }

    /// <summary>The state, and by how much the clock is behind the moments on file, where it is: what is recorded then has moments ahead of the clock.</summary>
    private static JsonResult State(string state, TimeSpan behind = default) =>
        new(json => Endpoints.State.Codec.Write(json, new State(state, behind >= LeastTold ? Prelude.Some(behind) : Prelude.None)));
}

/// <summary>Whether the service is there.</summary>
internal sealed record State(string Status, Option<TimeSpan> ClockBehind)
{
    /// <summary>The state on the wire.</summary>
    public static Contract<State> Contract { get; } = Answered<State>.Object(
        "",
        Answered<State>.Always("status", Forms.Plain, state => state.Status),
        Answered<State>.Optional("clockBehindSeconds", Forms.Digits, state => state.ClockBehind.Map(Seconds)));

    public static ContractCodec<State> Codec { get; } = JsonForms.All.Of(Contract);

    /// <summary>To the millisecond.</summary>
    private static string Seconds(TimeSpan time) => Math.Round((decimal)time.TotalSeconds, 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What the service is called, its version and how many policies are in force.</summary>
internal sealed record About(string Name, string Version, int Policies)
{
    /// <summary>The version on the wire.</summary>
    public static Contract<About> Contract { get; } = Answered<About>.Object(
        "",
        Answered<About>.Always("name", Forms.Plain, about => about.Name),
        Answered<About>.Always("version", Forms.Plain, about => about.Version),
        Answered<About>.Always("policies", Forms.Count, about => about.Policies));

    public static ContractCodec<About> Codec { get; } = JsonForms.All.Of(Contract);
}
