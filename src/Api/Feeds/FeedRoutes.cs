using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>The feeds that the bank expects.</summary>
internal sealed class FeedRoutes(FeedArchive feeds) : IFeature
{
    private static readonly ContractCodec<Listed<FeedStanding>> List = JsonForms.All.Of(Listed<FeedStanding>.Of(FeedStanding.Contract));

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/feeds", "list-feeds", "Customers", "The feeds that are expected, and whether they came",
            $"Those of the settings {FeedSettings.Section}:<source>, by source: when each was due last and is due next, what came last of it, and whether it "
            + "is late. What came belongs to the time that is nearest to it. An import counts as having come when it names the source, all of it is on file "
            + "and not every row was refused; one by a caller who sees a part of the bank does not.")
        {
            Needs = Integrator | Analyst | Auditor | Admin,
            OfWholeBank = true,
            Takes = [Params.Page],
            Replies = [new Reply(200, "A page of feeds.", new Content(MediaTypes.Json, "FeedList"))],
            Do = async call => JsonResult.Of(List, Listing.Cut(call.Of(Params.Page), await feeds.Standings(call.Stop), feed => feed.Feed.Source)),
        },
    ];
}
