using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>About the service itself: health and version.</summary>
internal sealed class ServiceRoutes(WatchedStore store, AuditVerifying audit, Moments moments, RuleBook book, FeedArchive feeds) : IFeature
{
    /// <summary>The version of the product.</summary>
    public static string Version { get; } = typeof(ServiceRoutes).Assembly.GetName().Version!.ToString(3);

    /// <summary>By less a clock may be behind because much was recorded at once (house).</summary>
    private static readonly TimeSpan LeastTold = TimeSpan.FromMilliseconds(10);

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/health/live", "health-live", "Service", "Is the process alive",
            "Needs no key.")
        {
            Needs = None,
            Replies = [new Reply(200, "It is.", new Content(MediaTypes.Json, "Status"))],
            IsForProbes = true,
            Do = _ => Task.FromResult(Said("live")),
        },
        new("GET", "/health/ready", "health-ready", "Service", "Can the service answer",
            "Needs no key. While the clock is behind what is on file, clockBehindSeconds says by how much: nothing is lost then. "
            + "auditBrokenAt is the first entry of the audit that is not as it was written, where one was found; "
            + "feedsLate how many feeds are late, where any is: GET /v1/feeds says which. Neither makes the service unready.")
        {
            Needs = None,
            Replies = [new Reply(200, "It can.", new Content(MediaTypes.Json, "Status"))],
            IsForProbes = true,
            MayBeUnready = true,
            Do = Ready,
        },
        new("GET", "/v1/version", "version", "Service", "The version of the service",
            "The product's version and how many policies are in force.")
        {
            Needs = Any,
            Replies = [new Reply(200, "The version.", new Content(MediaTypes.Json, "Version"))],
            Do = _ => Task.FromResult<IResult>(JsonResult.Of(About.Codec, new About("Kehu", Version, book.Policies.Count))),
        },
    ];

    /// <summary>Ready when the store can be read and written and has shown no damage; the rule book is compiled before the service listens.</summary>
    private async Task<IResult> Ready(Call call) =>
        (await store.Look(call.Stop)).Trouble.Case is StoreTrouble trouble
            ? StoreProblem.NotReady(trouble)
            : Said("ready", moments.Behind, audit.Broken.Map(wrong => wrong.Seq), (await feeds.Late(call.Stop)).Count);

    /// <summary>
    /// The state, and by how much the clock is behind the moments on file, where it is: what is recorded then has moments ahead of the clock.
    /// </summary>
    private static IResult Said(string state, TimeSpan behind = default, Option<long> auditBrokenAt = default, int feedsLate = 0) =>
        JsonResult.Of(State.Codec, new State(state, behind >= LeastTold ? Prelude.Some(behind) : Prelude.None)
        {
            AuditBrokenAt = auditBrokenAt,
            FeedsLate = feedsLate > 0 ? Prelude.Some(feedsLate) : Prelude.None,
        });
}
