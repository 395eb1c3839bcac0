using System.Text;
using FsCheck.Fluent;
using Kehu.Properties.Runs;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.OneMoment;

/// <summary>
/// Whatever is told of a customer is as it was at one moment, whoever writes meanwhile; and who is there all the time is told, once.
/// </summary>
public sealed class OneMomentLaws
{
    private const CustomerParts Everything = CustomerParts.History | CustomerParts.Engagements | CustomerParts.Surveys | CustomerParts.Purchases | CustomerParts.Cases | CustomerParts.Consents;

    private static readonly StandardsInForce Standards = StandardsInForce.Of(Bank.Book, ShippedStandards.All);

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Law(400)]
    public Property All_customers_with_all_that_belongs_to_them() =>
        Holds(async store => await Told(store.Customers("", _ => Everything, default), Text));

    [Law(400)]
    public Property Customers_with_what_their_newest_record_calls_for() =>
        Holds(async store => await Told(store.Customers("", head => head.Id.Length % 2 == 0 ? CustomerParts.None : CustomerParts.History | CustomerParts.Cases, default), Text));

    [Law(400)]
    public Property Customers_that_are_named() =>
        Holds(async store => await Told(store.Customers(["P-1", "P-10", "P-2", "p.2", "0", "A-1-B", "nobody"], _ => Everything, default), Text));

    [Law(400)]
    public Property An_export() => Holds(async store =>
    {
        var lines = await store.Export(null, FactCatalogue.Shipped, default).Select(line => Encoding.UTF8.GetString(line.Span)).ToListAsync();
        return lines.GroupBy(line => line.Split('"')[3]).ToDictionary(customer => customer.Key, customer => string.Join('\n', customer));
    });

    [Law(400)]
    public Property Customers_one_by_one() => Holds(async store =>
    {
        var told = new Dictionary<string, string>();
        foreach (var id in (string[])["0", "A-1-B", "P-1", "P-10", "P-2", "P_2", "nobody"])
        {
            if (await store.Customer(id, Everything, default) is { } customer)
            {
                told.Add(id, Text(customer));
            }
        }

        return told;
    });

    [Law(200)]
    public Property The_duties_of_everybody() => Holds(store => Duties(store, null));

    [Law(200)]
    public Property The_duties_of_an_outlet() => Holds(store => Duties(store, "OUT-001"));

    [Law(400)]
    public Property What_everybody_said() => Holds(store => Said(store, null));

    [Law(400)]
    public Property What_the_customers_of_an_outlet_said() => Holds(store => Said(store, "OUT-001"));

    [Law(400)]
    public Property The_portfolio_of_a_date() => Holds(store => Portfolio(store, new DateOnly(2026, 6, 30)));

    /// <summary>A customer who changes outlets and is then served and asked: neither was done for the outlet of before.</summary>
    [Fact]
    public async Task What_is_done_after_a_move_is_told_of_the_new_outlet_only()
    {
        var here = Acts.Owed(Acts.Record("C-1") with { AsOf = new DateOnly(2026, 6, 30), Outlet = "here" }, 6);
        Act[] before = [new Act.Files(here), new Act.Files(here with { Id = Acts.Record("C-2").Id })];
        var burst = new Burst(true,
        [
            new Act.Files(here with { AsOf = new DateOnly(2026, 11, 20), Outlet = "there" }),
            new Act.Does("", new Engagement("e", new DateOnly(2026, 11, 20), Kehu.Domain.Channel.Sms, EngagementKind.ProductMessage)),
            new Act.Asks("", new Survey("s", new DateOnly(2026, 11, 20), Satisfaction.Neutral)),
        ]);
        Assert.NotEqual(await Duties(await After(before), "here"), await Duties(await After([.. before, burst.Acts[1].About("C-1")]), "here"));
        Assert.Equal((true, true), (await IsOfOneMoment(before, [burst], 1, store => Duties(store, "here")), await IsOfOneMoment(before, [burst], 1, store => Said(store, "here"))));
    }

    /// <summary>A customer who comes on file anew and whose earlier record is filed after the later one: that one never was the newest of the date.</summary>
    [Fact]
    public async Task A_history_that_began_anew_is_not_told_of_the_customer_of_before()
    {
        var record = Acts.Record("C-1");
        Act[] before = [new Act.Files(record)];
        var burst = new Burst(true, [new Act.Withdraws(""), new Act.Files(record with { AsOf = new DateOnly(2026, 6, 30) }), new Act.Files(record with { AsOf = new DateOnly(2026, 3, 31) })]);
        Assert.True(await IsOfOneMoment(before, [burst], 1, store => Portfolio(store, new DateOnly(2026, 6, 30))));
    }

    private static async Task<Dictionary<string, string>> Duties(IStore store, string? outlet)
    {
        using var standings = new StandingCache(Standards);
        var book = new DutyPlanner(new CustomerStore(store, FactCatalogue.Shipped), standings, new WorkCalendar(Array<DayMoved>()), ContactLimits.Usual);
        var (shown, _) = await book.Page(AccessScope.Bank, new DutyQuery(outlet, null, null, new DateRange(new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), []), null, 100_000, Today, default);
        return shown.GroupBy(duty => duty.Customer).ToDictionary(customer => customer.Key, customer => string.Join('\n', customer.Select(duty => $"{duty.Owed.Key} {duty.Owed.Assessed.Status} {duty.Owed.Assessed.DoneBy.Map(done => done.Id)}")));
    }

    private static async Task<Dictionary<string, string>> Said(IStore store, string? outlet)
    {
        var (shown, _) = await new SurveyArchive(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped).Page(AccessScope.Bank, new SurveyQuery(outlet, null, None, None, null, null), null, 100_000, default);
        return shown.GroupBy(one => one.Customer).ToDictionary(customer => customer.Key, customer => string.Join('\n', customer.Select(one => one.Key)));
    }

    private static async Task<Dictionary<string, string>> Portfolio(IStore store, DateOnly asOf)
    {
        var found = new Dictionary<string, string>();
        await new PortfolioStream(new CustomerStore(store, FactCatalogue.Shipped), FactCatalogue.Shipped).Each(AccessScope.Bank, asOf, block =>
        {
            lock (found)
            {
                foreach (var customer in block.Customers)
                {
                    found.Add(customer.Id, $"{customer.AsOf} {customer.Outlet} {customer.Customer}");
                }
            }
        }, default);
        return found;
    }

    private static Property Holds(Func<IStore, Task<Dictionary<string, string>>> told) => Law.ForAll(
        from before in Acts.Many(16) from between in Acts.Bursts(8) from atOnce in Gen.Choose(1, 3) select (before, between, atOnce),
        drawn => IsOfOneMoment(drawn.before, drawn.between, drawn.atOnce, told));

    private static async Task<bool> IsOfOneMoment(Act[] before, Burst[] between, int atOnce, Func<IStore, Task<Dictionary<string, string>>> told)
    {
        var moments = new Moments(StandingClock.OnTheDay(), null);
        var busy = new BusyStore(await After(before, moments), moments, atOnce, new Queue<Burst>(between));
        var answer = await told(busy);
        var known = new List<Dictionary<string, string>>();
        foreach (var moment in busy.Past)
        {
            known.Add(await told(moment));
        }

        return answer.All(one => known.Exists(moment => moment.TryGetValue(one.Key, out var then) && then == one.Value))
            && known.Skip(1).Aggregate(known[0].Keys.AsEnumerable(), (all, moment) => all.Where(moment.ContainsKey)).All(answer.ContainsKey);
    }

    private static async Task<MemoryStore> After(Act[] acts, Moments? moments = null)
    {
        var store = new MemoryStore(Tables.Schema);
        foreach (var act in acts)
        {
            await act.Do(store, moments ??= new Moments(StandingClock.OnTheDay(), null));
        }

        return store;
    }

    private static async Task<Dictionary<string, string>> Told(IAsyncEnumerable<CustomerRows> customers, Func<CustomerRows, string> text) =>
        await customers.ToDictionaryAsync(customer => customer.Id, text);

    private static string Text(CustomerRows customer) => string.Join('\n', new[] { [customer.Head], customer.History, customer.Engagements, customer.Surveys, customer.Purchases, customer.Cases }
        .Select(rows => string.Join(' ', rows.Select(row => $"{row.Id}@{row.Version}={Convert.ToHexString(row.Body)}"))));
}
