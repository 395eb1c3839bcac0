using System.Text.Json;
using Kehu.Properties.Http;
using Kehu.Shared;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Drills;

/// <summary>A clock that is set back, or that ran ahead and was put right: runs find everybody, nobody is told to be gone, and readiness says how far it is behind.</summary>
public sealed class ClockDrill
{
    [Xunit.Theory]
    [Xunit.InlineData(0, -10)]
    [Xunit.InlineData(0, -86_400)]
    [Xunit.InlineData(35_000_000, -35_000_000)]
    public async Task Set_back_it_does_no_harm(int ahead, int back)
    {
        await using var service = await RunningService.Start();
        service.Clock.Pass(TimeSpan.FromSeconds(ahead));
        await service.Client.Import(Lines("C"));
        Xunit.Assert.Equal(100, await Found(service));
        Xunit.Assert.Equal("""{"status":"ready"}""", await Ready(service));

        service.Clock.Pass(TimeSpan.FromSeconds(back));
        Xunit.Assert.Equal(-back, JsonDocument.Parse(await Ready(service)).RootElement.GetProperty("clockBehindSeconds").GetDecimal());
        await service.Client.Import(Lines("N"));
        await service.Client.Import(Lines("C").Replace("6000000", "10", StringComparison.Ordinal));
        Xunit.Assert.Equal(200, await Found(service));

        using var feed = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/changes?limit=500"));
        var told = feed.RootElement.GetProperty("items").EnumerateArray().Where(item => item.TryGetProperty("customer", out _)).ToList();
        Xunit.Assert.Equal(200, told.Count);
        Xunit.Assert.All(told, item => Xunit.Assert.NotEqual(JsonValueKind.Null, item.GetProperty("to").ValueKind));

        service.Clock.Pass(TimeSpan.FromSeconds(-back + 1));
        Xunit.Assert.Equal("""{"status":"ready"}""", await Ready(service));
    }

    [Xunit.Fact]
    public async Task A_restart_with_a_clock_set_back_goes_on_behind_what_is_on_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        var clock = StandingClock.OnTheDay();
        await using (var store = Stores.Open(path))
        {
            var moments = new Moments(clock, await StoredMoments.LastMoment(store, default));
            await new CustomerFiling(store, moments, Kehu.Domain.FactCatalogue.Shipped).File(OneMoment.Acts.Record("C-1"), new Precondition.None(), default);
        }

        clock.Pass(TimeSpan.FromDays(-1));
        await using var again = Stores.Open(path);
        var last = await StoredMoments.LastMoment(again, default);
        var later = new Moments(clock, last);
        Xunit.Assert.Equal(TimeSpan.FromDays(1), later.Behind);
        Xunit.Assert.Equal(last!.Value.AddTicks(1), later.Take());
    }

    private static Task<string> Ready(RunningService service) => service.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));

    private static string Lines(string prefix) => string.Concat(Enumerable.Range(0, 100).Select(at =>
        $$$"""{"id":"{{{prefix}}}-{{{at}}}","kind":"personal","asOf":"2026-11-20","outlet":"O","facts":{"totalAssets":6000000}}""" + "\n"));

    /// <summary>How many customers a run decides.</summary>
    private static async Task<int> Found(RunningService service)
    {
        using var run = JsonDocument.Parse(await service.Client.Ask("POST", "/v1/runs", """{"policies":["personal-asset-tier"],"asOf":"2026-11-20"}"""));
        var id = run.RootElement.GetProperty("id").GetString();
        for (var tries = 0; tries < 200; tries++)
        {
            using var now = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/runs/{id}"));
            if (now.RootElement.GetProperty("state").GetString() == "finished")
            {
                return now.RootElement.GetProperty("policies")[0].GetProperty("customers").GetInt32();
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("the run does not end");
    }
}
