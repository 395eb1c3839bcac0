using System.Text;
using FsCheck.Fluent;
using Kehu.Api.Archive;
using Kehu.Api.Store;
using Kehu.Domain;
using Kehu.Properties.Runs;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.OneMoment;

/// <summary>
/// Whatever is told of a customer is as it was at one moment, whoever writes meanwhile; and who is there all the time is told, once.
/// </summary>
public sealed class OneMomentLaws
{
    private const CustomerParts Everything = CustomerParts.History | CustomerParts.Engagements | CustomerParts.Surveys | CustomerParts.Purchases | CustomerParts.Cases;

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
        var lines = await store.Export(default).Select(line => Encoding.UTF8.GetString(line.Span)).ToListAsync();
        return lines.GroupBy(line => line.Split('"')[3]).ToDictionary(customer => customer.Key, customer => string.Join('\n', customer));
    });

    [Law(200)]
    public Property The_duties_of_everybody() => Holds(async store =>
    {
        using var standings = new Standings(Standards);
        var book = new DutyBook(store, standings, new WorkCalendar(Array<DayMoved>()), ContactLimits.Usual);
        var (shown, _) = await book.Page(new DutyQuery(null, null, null, new DateRange(new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), []), null, 100_000, Today, default);
        return shown.GroupBy(duty => duty.Customer).ToDictionary(customer => customer.Key, customer => string.Join('\n', customer.Select(duty => $"{duty.Key} {duty.Duty.Assessed.Status}")));
    });

    [Law(200)]
    public Property What_everybody_said() => Holds(async store =>
    {
        var (shown, _) = await new SurveyBook(store).Page(new SurveyQuery(null, null, None, None, null, null), null, 100_000, default);
        return shown.GroupBy(one => one.Customer).ToDictionary(customer => customer.Key, customer => string.Join('\n', customer.Select(one => one.Key)));
    });

    [Law(200)]
    public Property The_portfolio_of_a_date() => Holds(async store =>
    {
        var found = new Dictionary<string, string>();
        await new Api.Portfolios.PortfolioStream(store).Each(new DateOnly(2026, 6, 30), block =>
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
    });

    private static Property Holds(Func<IStore, Task<Dictionary<string, string>>> told) => Law.ForAll(
        from before in Acts.Many(16) from between in Acts.Many(10) from atOnce in Gen.Choose(1, 3) select (before, between, atOnce),
        async drawn =>
        {
            var (store, moments) = (new MemoryStore(StoreSchema.Current), new Moments(StandingClock.OnTheDay(), null));
            foreach (var act in drawn.before)
            {
                await act.Do(store, moments);
            }

            var busy = new BusyStore(store, drawn.atOnce, new Queue<Func<Task>>(drawn.between.Select(act => (Func<Task>)(() => act.Do(store, moments)))));
            var answer = await told(busy);
            var known = new List<Dictionary<string, string>>();
            foreach (var moment in busy.Moments)
            {
                known.Add(await told(moment));
            }

            return answer.All(one => known.Exists(moment => moment.TryGetValue(one.Key, out var then) && then == one.Value))
                && known.Skip(1).Aggregate(known[0].Keys.AsEnumerable(), (all, moment) => all.Where(moment.ContainsKey)).All(answer.ContainsKey);
        });

    private static async Task<Dictionary<string, string>> Told(IAsyncEnumerable<CustomerRows> customers, Func<CustomerRows, string> text) =>
        await customers.ToDictionaryAsync(customer => customer.Id, text);

    private static string Text(CustomerRows customer) => string.Join('\n', new[] { [customer.Head], customer.History, customer.Engagements, customer.Surveys, customer.Purchases, customer.Cases }
        .Select(rows => string.Join(' ', rows.Select(row => $"{row.Id}@{row.Version}={Convert.ToHexString(row.Body)}"))));
}
