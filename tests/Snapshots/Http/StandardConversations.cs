using Kehu.Shared;
using VerifyXunit;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Service standards and plans over HTTP.</summary>
public sealed class StandardConversations : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_standards()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/standards");
        await talk.Get("/v1/standards/annual-volume-service", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/standards/key-account-service", ("Accept", "text/markdown"));
        await talk.Get("/v1/standards/nonsense");
        await talk.Get("/v1/standards/key-account-service?x=1", ("Accept-Language", "zh-CN"));
        await talk.Matches();
    }

    [Fact]
    public async Task A_plan()
    {
        using var talk = new Conversation(service);
        await Ask(talk, """{"standard":"personal-asset-service","class":"wealth-100","birthDate":"1980-02-29","from":"2028-02-15","to":"2028-02-29"}""");
        await Ask(talk, """{"standard":"key-account-service","class":"c","from":"2028-01-01","to":"2028-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","from":"2028-01-01","to":"2028-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"personal","facts":{"totalAssets":6000000,"birthDate":"1975-06-18"}},"from":"2028-06-10","to":"2028-06-29"}""");
        await talk.Matches();
    }

    /// <summary>A class changed in mid-August, a bank's own numbers, a day moved: what each adds and drops.</summary>
    [Fact]
    public async Task Plans_supposed_otherwise()
    {
        using var talk = new Conversation(service);
        await Ask(talk, """{"standard":"personal-asset-service","was":"wealth-20","class":"wealth-500","decidedOn":"2028-08-14","from":"2028-08-14","to":"2028-08-31"}""");
        await Ask(talk, """{"standard":"key-account-service","class":"a","parameters":{"revisits-a":2},"from":"2028-01-01","to":"2028-03-31"}""");
        await Ask(talk, """{"standard":"key-account-service","class":"a","decidedOn":"2028-03-31","from":"2028-04-01","to":"2028-05-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"wealth-20","decidedOn":"2028-04-03","openFile":false,"movedDays":[{"date":"2028-04-08","works":true},{"date":"2028-04-09","works":true}],"from":"2028-04-01","to":"2028-04-30"}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"personal","facts":{"totalAssets":300000},"preferences":{"refusedChannels":["phone"],"marketingConsent":false}},"from":"2028-01-01","to":"2028-01-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"wealth-20","was":"gold","parameters":{"greeting-days":21,"gifts":1},"movedDays":[{"date":"1900-01-01","works":1}],"from":"2028-01-01","to":"2028-01-02"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"gold","was":"silver","decidedOn":"2028-01-01","parameters":{"greeting-days":21,"gifts":1,"greeting-counts-as-contact":"no"},"from":"2028-01-01","to":"2028-01-02"}""");
        await Ask(talk, """{"standard":"key-account-service","class":"gold","was":"silver","decidedOn":"2028-01-01","parameters":{"revisits-b":5,"gifts":1},"from":"2028-01-01","to":"2028-01-02"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task A_standard_that_did_not_change()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/standards/corporate-relationship-service", ("Accept", "text/markdown"));
        await talk.Get("/v1/standards/corporate-relationship-service", ("If-None-Match", talk.ETag), ("Accept", "text/markdown"));
        await talk.Get("/v1/standards/corporate-relationship-service", ("If-None-Match", talk.ETag), ("Accept", "text/markdown"), ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/standards/corporate-relationship-service?perWeek=7", ("If-None-Match", talk.ETag), ("Accept", "text/markdown"));
        await talk.Get("/v1/standards/corporate-relationship-service", ("If-None-Match", "nonsense"), ("Accept", "text/markdown"));
        await talk.Matches();
    }

    [Fact]
    public async Task Ill_asked_plans()
    {
        using var talk = new Conversation(service);
        await Ask(talk, "{}");
        await Ask(talk, """{"standard":"nonsense","class":"mass","from":"2026-01-01","to":"2026-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"gold","from":"2026-01-01","to":"2026-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","customer":{"kind":"personal"},"from":"2026-12-31","to":"2026-01-01","x":1}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","from":"1900-01-01","to":"2100-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"mass","birthDate":"1899-12-31","from":"2026-02-30","to":null}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"personal","facts":{}},"from":"2026-01-01","to":"2026-12-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","customer":{"kind":"enterprise","facts":{}},"from":"2026-01-01","to":"2026-12-31"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task House_numbers_of_a_banks_own()
    {
        await using var own = await RunningService.Start(
            "--Standards:key-account-service:revisits-a=2", "--Standards:Key-Account-Service:DOSSIER-working-days=5", "--Standards:personal-asset-service:greeting-counts-as-contact=False",
            "--Standards:personal-asset-service:greeting-days=0");
        using var talk = new Conversation(own);
        await talk.Get("/v1/standards/key-account-service");
        await Ask(talk, """{"standard":"key-account-service","class":"a","from":"2028-01-01","to":"2028-03-31"}""");
        await Ask(talk, """{"standard":"personal-asset-service","class":"wealth-20","from":"2028-01-01","to":"2028-01-01"}""");
        await talk.Matches();
    }

    /// <summary>What other limits would make impossible.</summary>
    [Fact]
    public async Task Standards_under_contact_limits()
    {
        using var talk = new Conversation(service);
        await talk.Get("/v1/standards/annual-volume-service?perWeek=0", ("Accept-Language", "zh-CN"));
        await talk.Get("/v1/standards/personal-asset-service?perMonth=3");
        await talk.Get("/v1/standards/personal-asset-service?perWeek=-1&perMonth=two&limit=2");
        await talk.Matches();
    }

    /// <summary>The fourth message of November, asked for on the 21st, where there is one a week.</summary>
    [Fact]
    public async Task A_plan_that_contact_limits_leave_no_room_for()
    {
        await using var strict = await RunningService.Start("--ContactLimits:PerWeek=1");
        using var talk = new Conversation(strict);
        await Ask(talk, """{"standard":"personal-asset-service","class":"wealth-20","from":"2026-11-30","to":"2026-11-30"}""");
        await talk.Matches();
    }

    [Fact]
    public async Task House_numbers_ill_set_stop_the_start()
    {
        string[][] settings =
        [
            ["--Standards=5"],
            ["--Standards:key-account-service=5", "--Standards:gold-service:visits=1"],
            ["--Standards:key-account-service:revisits-a=0", "--Standards:key-account-service:revisits-b=185", "--Standards:key-account-service:revisits=1", "--Standards:key-account-service:plans-a-year=twice"],
            ["--Standards:personal-asset-service:greeting-days=true", "--Standards:personal-asset-service:greeting-counts-as-contact=1", "--Standards:personal-asset-service:dossier-working-days=-1"],
            ["--Standards:corporate-relationship-service:visits-quality=1.5", "--Standards:corporate-relationship-service:visits-strategic=", "--Standards:corporate-relationship-service:visits-strategic:more=1"],
            ["--Standards:annual-volume-service:plans-a-year=99999999999999999999"],
            ["--Standards:key-account-service:revisits-b=3"],
            ["--Standards:key-account-service:revisits-a=6", "--Standards:key-account-service:revisits-c=7"],
        ];
        var told = "";
        foreach (var one in settings)
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningService.Start(one));
            told += $"{string.Join('\n', one)}\n→ {refused.Message.Replace("\n", "\n→ ", StringComparison.Ordinal)}\n\n";
        }

        await Verifier.Verify(told);
    }

    [Fact]
    public async Task Contact_limits_that_stop_the_start()
    {
        string[][] refused =
        [
            ["--ContactLimits:PerMonth=3"], ["--ContactLimits:PerWeek=0"], ["--ContactLimits:PerWeek=-1", "--ContactLimits:PerMonth=1001"], ["--ContactLimits:PerWeek=", "--ContactLimits:PerMonth=2.0", "--ContactLimits:PerDay=1"],
            ["--ContactLimits=2"], ["--Standards:annual-volume-service:market-information-a-month=31", "--ContactLimits:PerMonth=7"],
        ];
        var told = "";
        foreach (var settings in refused)
        {
            told += $"{string.Join(' ', settings)}\n{(await Assert.ThrowsAsync<InvalidOperationException>(() => RunningService.Start(settings))).Message}\n\n";
        }

        await Verifier.Verify(told);
    }

    private static Task<int> Ask(Conversation talk, string body) => talk.Post("/v1/service-plan", body);
}
