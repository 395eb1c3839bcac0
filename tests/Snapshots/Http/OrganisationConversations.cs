using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>The bank's units and its staff. Today is Saturday, 21 November 2026.</summary>
public sealed class OrganisationConversations : IAsyncLifetime
{
    private static readonly (string, string) New = ("If-None-Match", "*");

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Units_of_four_levels()
    {
        using var talk = new Conversation(service);
        const string Sub = """{"code":"SB-1","name":"城东支行","level":"sub-branch","parent":"BR-1"}""";
        await talk.Put("/v1/units/HO", """{"name":"总行","level":"head-office"}""", New);
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch","parent":"HO"}""", New);
        await talk.Put("/v1/units/SB-1", Sub, New, ("Idempotency-Key", "k"));
        await talk.Put("/v1/units/SB-1", Sub, New, ("Idempotency-Key", "k"));
        var tag = talk.ETag;
        await talk.Put("/v1/units/SB-1", Sub);
        await talk.Put("/v1/units/SB-1", Sub, New);
        talk.Say("The same again changes nothing.");
        await talk.Put("/v1/units/SB-1", Sub, ("If-Match", tag));
        await talk.Put("/v1/units/OUT-1", """{"name":"人民路营业厅","level":"outlet","parent":"SB-1"}""", New);
        talk.Say("The outlet stands in the register of outlets with the names of the units above it.");
        await talk.Get("/v1/outlets/OUT-1");
        await talk.Get("/v1/units/SB-1");
        await talk.Get("/v1/units/SB-1", ("If-None-Match", tag));
        await talk.Get("/v1/units?limit=2");
        await talk.Get("/v1/units?level=outlet");
        await talk.Get("/v1/units?parent=HO");
        await talk.Delete("/v1/units/SB-1");
        await talk.Delete("/v1/units/SB-1", ("If-Match", tag));
        await talk.Delete("/v1/units/OUT-1", ("If-Match", "*"));
        await talk.Delete("/v1/units/SB-1", ("If-Match", "\"0\""));
        await talk.Delete("/v1/units/SB-1", ("If-Match", tag), ("Idempotency-Key", "gone"));
        await talk.Delete("/v1/units/SB-1", ("If-Match", tag), ("Idempotency-Key", "gone"));
        await talk.Delete("/v1/units/SB-1", ("If-Match", "*"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/units/SB-1");
        await talk.Matches();
    }

    [Fact]
    public async Task Units_that_belong_nowhere()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch"}""", New);
        await talk.Put("/v1/units/SB-1", """{"name":"城东支行","level":"sub-branch","parent":"BR-1"}""", New);
        await talk.Put("/v1/units/A", "{}", New);
        await talk.Put("/v1/units/A", """{"code":"B","name":"","level":"region","parent":"x y","more":1}""", New, ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/units/A", """{"name":"A","level":"head-office","parent":"BR-1"}""", New);
        await talk.Put("/v1/units/A", """{"name":"A","level":"outlet","parent":"SB-9"}""", New);
        await talk.Put("/v1/units/A", """{"name":"A","level":"sub-branch","parent":"SB-1"}""", New, ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"sub-branch","parent":"SB-1"}""", ("If-Match", "*"));
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch","parent":"BR-1"}""", ("If-Match", "*"));
        await talk.Get("/v1/units?level=region&parent=x%20y&limit=0&x=1");
        await talk.Get("/v1/units/a b?x=1");
        await talk.Matches();
    }

    [Fact]
    public async Task Outlets_entered_by_the_names_of_where_they_belong()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch"}""", New);
        await talk.Put("/v1/outlets/A", """{"name":"人民路支行营业厅","subBranch":"城东支行","branch":"东江分行"}""", New);
        talk.Say("The branch was there; the sub-branch has been made.");
        await talk.Get("/v1/units");
        var sub = talk.Body[(talk.Body.IndexOf("sub-branch-", StringComparison.Ordinal))..][..23];
        await talk.Put($"/v1/units/{sub}", """{"name":"城东第一支行","level":"sub-branch","parent":"BR-1"}""", ("If-Match", "*"));
        await talk.Get("/v1/outlets/A");
        await talk.Put($"/v1/outlets/{sub}", """{"name":"城东支行"}""", ("If-Match", "*"));
        await talk.Put($"/v1/outlets/{sub}", """{"name":"城东支行"}""", New, ("Accept-Language", "zh-CN"));
        await talk.Get($"/v1/outlets/{sub}");
        await talk.Put("/v1/staff/M-1", """{"name":"李华","unit":"A"}""", New);
        await talk.Delete("/v1/outlets/A", ("If-Match", "*"));
        await talk.Matches();
    }

    [Fact]
    public async Task Staff_that_comes_and_goes()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch"}""", New);
        await talk.Put("/v1/units/OUT-1", """{"name":"人民路营业厅","level":"outlet","parent":"BR-1"}""", New);
        await talk.Put("/v1/staff/M-1", """{"code":"M-1","name":"韩梅梅","roles":["customer-manager","teller"],"unit":"OUT-1"}""", New);
        const string Deputised = """{"name":"李华","roles":["customer-manager"],"unit":"OUT-1","from":"2026-01-01","to":"2026-12-31","deputy":"M-1","access":{"roles":["staff","outlet"],"scope":"BR-1"}}""";
        await talk.Put("/v1/staff/M-2", Deputised, New, ("Idempotency-Key", "k"));
        await talk.Put("/v1/staff/M-2", Deputised, New, ("Idempotency-Key", "k"));
        var tag = talk.ETag;
        await talk.Put("/v1/staff/core-banking", """{"name":"核心系统","access":{"roles":["integrator"]}}""", New);
        await talk.Put("/v1/staff/M-2", Deputised, ("If-Match", tag));
        await talk.Get("/v1/staff/M-2");
        await talk.Get("/v1/staff/M-2", ("If-None-Match", tag));
        await talk.Get("/v1/staff?limit=1");
        await talk.Get("/v1/staff?unit=BR-1&role=teller");
        await talk.Get("/v1/staff?unit=BR-9");
        await talk.Delete("/v1/staff/M-1", ("If-Match", "*"));
        await talk.Delete("/v1/units/BR-1", ("If-Match", "*"), ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/staff/M-2", """{"name":"李华","unit":"OUT-1"}""", ("If-Match", tag));
        await talk.Delete("/v1/staff/M-1", ("If-Match", "*"));
        await talk.Delete("/v1/staff/M-1", ("If-Match", "*"));
        await talk.Get("/v1/staff/M-1", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task Staff_that_cannot_be()
    {
        using var talk = new Conversation(service);
        await talk.Put("/v1/units/BR-1", """{"name":"东江分行","level":"branch"}""", New);
        await talk.Put("/v1/staff/M-1", """{"code":"M-2","name":"","roles":["boss"],"unit":"x y","from":"2026-02-30","to":"1899-12-31","deputy":7,"access":{"roles":["root"],"more":1}}""", New, ("Accept-Language", "zh-CN"));
        await talk.Put("/v1/staff/M-1", """{"name":"李华","from":"2026-12-31","to":"2026-01-01","deputy":"M-1","access":{"roles":["staff","approver"]}}""", New);
        await talk.Put("/v1/staff/M-1", """{"name":"李华","unit":"BR-1","access":{"roles":[]}}""", New);
        await talk.Put("/v1/staff/M-1", """{"name":"李华","unit":"BR-1","access":{"roles":["auditor","admin"],"scope":"BR-1"}}""", New);
        await talk.Put("/v1/staff/M-1", """{"name":"李华","unit":"BR-1","access":{"roles":["outlet"]}}""", New);
        talk.Say("What it names has to be on file.");
        await talk.Put("/v1/staff/M-1", """{"name":"李华","unit":"BR-9","deputy":"M-9","access":{"roles":["analyst"],"scope":"BR-8"}}""", New);
        await talk.Get("/v1/staff?unit=x%20y&role=boss&x=1");
        await talk.Get("/v1/staff/a b");
        await talk.Matches();
    }
}
