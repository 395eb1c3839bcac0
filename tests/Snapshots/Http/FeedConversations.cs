using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Files that come from several hands: what is expected of them, what they state of themselves, and whom they may bring.</summary>
public sealed class FeedConversations
{
    private const string Lines = """
        {"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","name":"王小明","facts":{"totalAssets":210000.50}}
        {"id":"P-2","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":52000}}

        """;

    [Fact]
    public async Task Feeds_that_come_and_feeds_that_are_late()
    {
        await using var service = await RunningService.Start("--Feeds:core-banking=06:30 daily", "--Feeds:crm=09:00 working-days", "--Feeds:cards=18:00 sat,sun");
        using var talk = new Conversation(service);
        talk.Say("Saturday, 2026-11-21, at ten: core-banking was due at half past six, crm on Friday, cards is due in the evening and was last Sunday");
        await talk.Get("/v1/feeds");
        await talk.Get("/health/ready");
        await talk.Get("/v1/reports/data-quality?policy=retail-vip");
        await talk.PostLines("/v1/customers/import?source=core-banking", Lines, ("X-Request-Id", "night-1"));
        await talk.Get("/v1/audit?subject=customer");
        talk.Say("the same again changes no customer, and is what came last");
        service.Clock.Pass(TimeSpan.FromMinutes(5));
        await talk.PostLines("/v1/customers/import?source=core-banking", Lines);
        talk.Say("a file of which every row is refused has not come");
        await talk.PostLines("/v1/customers/import?source=cards", "{}");
        await talk.PostLines("/v1/customers/import?source=crm", "");
        await talk.Get("/v1/feeds?limit=2", ("Accept-Language", "zh-CN"));
        await talk.Get("/health/ready");
        talk.Say("on Sunday morning core-banking is due again, crm is not");
        service.Clock.Pass(TimeSpan.FromHours(21));
        await talk.Get("/v1/feeds");
        await talk.Matches();
    }

    [Fact]
    public async Task A_file_that_says_what_it_comes_to()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.PostLines("/v1/customers/import?rows=3&totalAssets=262000.51&asOf=2026-11-19", Lines);
        await talk.PostLines("/v1/customers/import?rows=1", Lines, ("Accept-Language", "zh-CN"));
        await talk.Ask("POST", "/v1/customers/import?rows=2&totalAssets=5", "text/csv", "id,kind,asOf,outlet,facts.totalAssets\nP-1,personal,2026-11-20,OUT-001,5\n");
        Assert.Equal("", await service.Export());
        await talk.PostLines("/v1/customers/import?rows=2&totalAssets=262000.5&asOf=2026-11-20", Lines);
        talk.Say("a row that is refused counts, with the assets that can be read in it");
        await talk.PostLines("/v1/customers/import?rows=1&totalAssets=7", """{"id":"P 3","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{"totalAssets":7}}""");
        await talk.Matches();
    }

    [Fact]
    public async Task Nobody_new_and_nobody_by_an_identity_card()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.PostLines("/v1/customers/import", Lines);
        await talk.PostLines("/v1/customers/import?expect=existing", """
            {"id":"P-1","kind":"personal","asOf":"2026-11-21","outlet":"OUT-001"}
            {"id":"P-9","kind":"personal","asOf":"2026-11-21","outlet":"OUT-001"}

            """);
        await talk.PostLines("/v1/customers/import", """
            {"id":"11010519491231002X","kind":"personal","asOf":"2026-11-21","outlet":"OUT-001"}
            {"id":"110105194912310021","kind":"personal","asOf":"2026-11-21","outlet":"OUT-001"}

            """, ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/customers/11010519491231002X", """{"id":"11010519491231002X","kind":"personal","asOf":"2026-11-21","outlet":"OUT-001"}""", ("If-None-Match", "*"));
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked()
    {
        await using var service = await RunningService.Start();
        using var talk = new Conversation(service);
        await talk.PostLines("/v1/customers/import?rows=-1&totalAssets=1.005&asOf=2026-13-01&source=kehu&expect=new", Lines);
        await talk.PostLines("/v1/customers/import?rows=99999999999999999999&totalAssets=99999999999999999999&asOf=1800-01-01&source=Core%20Banking&rows=1", Lines, ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/feeds?source=core");
        await talk.Get("/v1/feeds");
        await talk.Matches();
    }
}
