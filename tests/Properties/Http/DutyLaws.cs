using System.Text;
using System.Text.Json;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>The duties of stored customers over HTTP, for a part of the sample with the year behind it.</summary>
public sealed class DutyLaws : IAsyncLifetime
{
    private static readonly DateOnly AsOf = new(2026, 11, 20);

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the policies compile"));

    private static readonly Arr<StandardInForce> Standards = ShippedStandards.All.Map(standard => new StandardInForce(standard, Book.Find(standard.Policy.Value).IfNone(() => throw new InvalidOperationException())));

    /// <summary>The archetypes, of which many are owed much, and ordinary customers.</summary>
    private static readonly Arr<(CustomerRecord Now, Arr<CustomerRecord> All, Engagement[] Done)> Customers = new(
        SamplePortfolio.Customers(0.0005, 1, AsOf).Select(record =>
        {
            var all = new Arr<CustomerRecord>(SampleYear.Before(record).AsEnumerable().Append(record));
            return (record, all, all.Count > 1 ? SampleYear.Done(all, Standards, new WorkCalendar(Arr<DayMoved>.Empty), SamplePortfolio.Draws(record, 1, Topic.Year)).ToArray() : []);
        }));

    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await service.Client.Import(Customers.SelectMany(customer => customer.All).Lines());
        await ImportEngagements();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Xunit.Fact]
    public async Task Pages_of_a_manager_are_the_duties_of_the_managers_customers()
    {
        var managers = Customers.Map(customer => customer.Now.Manager).Somes().Distinct().Order(StringComparer.Ordinal).Take(4).ToList();
        foreach (var manager in managers)
        {
            var paged = await Pages($"/v1/duties?manager={manager}&from=2026-10-01&to=2026-12-31", 7);
            var each = new List<string>();
            foreach (var (now, _, _) in Customers.Filter(customer => customer.Now.Manager == Prelude.Some(manager)))
            {
                each.AddRange(await Pages($"/v1/customers/{now.Id}/duties?from=2026-10-01&to=2026-12-31", 500));
            }

            Assert.Equal(each, paged);
        }

        Assert.Equal(4, managers.Count);
    }

    [Xunit.Fact]
    public async Task Adjoining_windows_join()
    {
        var outlet = Customers[^1].Now.Outlet;
        var whole = await Pages($"/v1/duties?outlet={outlet}&from=2026-01-01&to=2026-12-31", 500);
        List<string> parts = [.. await Pages($"/v1/duties?outlet={outlet}&from=2026-01-01&to=2026-07-19", 500), .. await Pages($"/v1/duties?outlet={outlet}&from=2026-07-20&to=2026-12-31", 500)];
        Assert.NotEmpty(whole);
        Assert.Equal(whole.Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    [Xunit.Fact]
    public async Task They_are_what_the_core_makes_of_all_that_was_done()
    {
        var life = new DateRange(new DateOnly(2026, 6, 1), new DateOnly(2026, 12, 31));
        foreach (var (now, all, done) in Customers.Filter(customer => customer.Done.Length > 0).Take(25))
        {
            var told = ServiceStanding.Of(all, Standards).Duties(new WorkCalendar(Arr<DayMoved>.Empty), life, done, new DateOnly(2026, 11, 21))
                .Map(duty => Encoding.UTF8.GetString(WireJson.Bytes(json => DutyCodecs.Duty.Write(json, new DutyOnFile(now.Id.Value, duty)))));
            Assert.Equal(told, await Pages($"/v1/customers/{now.Id}/duties?from=2026-06-01&to=2026-12-31", 500));
        }
    }

    [Xunit.Fact]
    public async Task Statuses_part_the_duties()
    {
        var outlet = Customers[^1].Now.Outlet;
        var whole = await Pages($"/v1/duties?outlet={outlet}&from=2026-06-01&to=2026-12-31", 500);
        var parts = new List<string>();
        foreach (var status in Enum.GetValues<DutyStatus>())
        {
            var part = await Pages($"/v1/duties?outlet={outlet}&from=2026-06-01&to=2026-12-31&status={status.Code()}", 500);
            Assert.All(part, duty => Assert.Contains($"\"status\":\"{status.Code()}\"", duty, StringComparison.Ordinal));
            parts.AddRange(part);
        }

        Assert.Equal(whole.Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    /// <summary>What is kept in memory of a customer goes by the customer's version.</summary>
    [Xunit.Fact]
    public async Task A_new_record_shows_at_once_in_the_managers_list()
    {
        var (now, _, _) = Customers.Filter(customer => customer.Done.Length > 0 && customer.Now.Manager.IsSome)[0];
        var path = $"/v1/duties?manager={now.Manager.IfNone("")}&from=2026-12-01&to=2026-12-31";
        var before = await Pages(path, 500);
        await service.Client.Ask(
            "PUT", $"/v1/customers/{now.Id}", Encoding.UTF8.GetString(Held.JsonOf(now with { AsOf = new DateOnly(2026, 11, 21), Facts = now.Facts.With(SharedFacts.ClosedOn, new DateOnly(2026, 11, 21).DayNumber) })),
            headers: ("If-Match", "*"));
        var after = await Pages(path, 500);
        Assert.Contains(before, duty => duty.Contains($"\"{now.Id}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(after, duty => duty.Contains($"\"{now.Id}\"", StringComparison.Ordinal));
        Assert.Equal(before.Where(duty => !duty.Contains($"\"{now.Id}\"", StringComparison.Ordinal)), after);
    }

    /// <summary>Whoever logs at the same time, one by one or by import, nothing that was acknowledged is lost.</summary>
    [Xunit.Fact]
    public async Task What_is_logged_at_once_is_all_there()
    {
        var id = Customers[^1].Now.Id;
        string One(string name, int at) => $$"""{"customer":"{{id}}","id":"{{name}}-{{at}}","date":"2026-11-{{(at % 20) + 1:00}}","kind":"survey","channel":"sms"}""";
        var imports = Enumerable.Range(0, 3).Select(part => service.Client.Ask("POST", "/v1/engagements/import", string.Concat(Enumerable.Range(0, 40).Select(at => One($"i{part}", at) + "\n")), Ndjson));
        await Task.WhenAll([.. imports, .. Enumerable.Range(0, 60).Select(at => service.Client.Ask("POST", "/v1/engagements", One("p", at)))]);
        var all = await Pages($"/v1/customers/{id}/engagements?", 500);
        Assert.Equal(180, all.Count(one => one.Contains("\"id\":\"p-", StringComparison.Ordinal) || one.Contains("\"id\":\"i", StringComparison.Ordinal)));
    }

    /// <summary>A cursor says where to go on, not whose duties may be seen.</summary>
    [Xunit.Fact]
    public async Task A_cursor_of_another_managers_customer_shows_nothing_of_it()
    {
        var other = Customers.Filter(customer => customer.Done.Length > 0 && customer.Now.Manager != Prelude.Some("M-0001"))[0].Now.Id;
        var cursor = Paging.Next($"{other} ");
        var page = await service.Client.Ask("GET", $"/v1/duties?manager=M-0001&from=2026-01-01&to=2026-12-31&limit=500&cursor={cursor}");
        Assert.DoesNotContain($"\"{other}\"", page, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public async Task Repeating_the_import_changes_nothing()
    {
        var (read, created, unchanged) = await ImportEngagements();
        Assert.Equal((read, 0L, read), (read, created, unchanged));
        Assert.True(read > 500);
    }

    [Xunit.Fact]
    public async Task Who_is_withdrawn_and_filed_again_begins_without_engagements()
    {
        var id = Customers.Filter(customer => customer.Done.Length > 0)[0].Now.Id;
        await service.Client.Ask("POST", "/v1/engagements", $$"""{"customer":"{{id}}","id":"secret","date":"2026-11-20","kind":"active-contact","channel":"phone","note":"住在湖边"}""");
        await service.Client.Ask("DELETE", $"/v1/customers/{id}", headers: ("If-Match", "*"));
        await service.Client.Import(Customers.Filter(customer => customer.Now.Id == id).SelectMany(customer => customer.All).Lines());
        Assert.Empty(await Pages($"/v1/customers/{id}/engagements?", 500));
    }

    private async Task<(long Read, long Created, long Unchanged)> ImportEngagements()
    {
        var lines = string.Concat(Customers.SelectMany(customer => customer.Done.Select(one => Encoding.UTF8.GetString(WireJson.Bytes(json => EventCodecs<Engagement>.Sent.Write(json, new SentEvent<Engagement>(customer.Now.Id.Value, one)))) + "\n")));
        using var report = JsonDocument.Parse(await service.Client.Ask("POST", "/v1/engagements/import", lines, Ndjson));
        long Of(string member) => report.RootElement.GetProperty(member).GetInt64();
        return (Of("read"), Of("created"), Of("unchanged"));
    }

    /// <summary>The items of every page, as they are written.</summary>
    private Task<List<string>> Pages(string path, int limit) => service.Client.Pages(path, limit);
}
