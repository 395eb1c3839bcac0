using LanguageExt;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>The year behind the sample is sound, built like the reference bank, and has what every indicator counts.</summary>
public sealed class SampleYearLaws
{
    private static readonly DateOnly AsOf = new(2026, 11, 20);

    private static readonly DateOnly Start = new(2025, 11, 20);

    private static readonly WorkCalendar Calendar = new(Arr<DayMoved>.Empty);

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies are faulty"));

    private static readonly Lazy<CustomerRecord[]> Twentieth = new(() => [.. SamplePortfolio.Customers(0.05, 1, AsOf)]);

    private static readonly Lazy<(CustomerRecord Record, Survey Survey)[]> Surveys = new(() =>
        [.. Twentieth.Value.SelectMany(record => SampleSurveys.Of(record, Draws(record, Topic.Surveys)).Select(survey => (record, survey)))]);

    [Xunit.Fact]
    public void Whoever_was_a_customer_a_month_before_has_a_record_of_two_years_before_or_of_the_first_day() => Xunit.Assert.All(Twentieth.Value, record =>
    {
        var since = record.Facts.Find(SharedFacts.CustomerSince);
        var before = SampleYear.Before(record);
        var first = Math.Max(AsOf.AddYears(-2).DayNumber, (int)since.IfNone(0));
        Xunit.Assert.Equal(first <= AsOf.AddMonths(-1).DayNumber, before.IsSome);
        foreach (var then in before)
        {
            var cursor = new JsonCursor(then.AsSent());
            Xunit.Assert.Equal(then, CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped));
            Xunit.Assert.Equal((first, 0), (then.AsOf.DayNumber, cursor.FaultCount));
            Xunit.Assert.Empty(then.Customer.FaultsOn(then.AsOf));
            Xunit.Assert.True(then.Facts.Find(SharedFacts.ClosedOn).IsNone);
            Xunit.Assert.True(then.Facts.Find(SharedFacts.Deposits).IfNone(0) <= then.Facts.Find(SharedFacts.TotalAssets).IfNone(long.MaxValue));
        }
    });

    /// <summary>2 %, 5 % and 10 % are expected of the classes; the sample has a little more of each, so that the whole is near 7 %. Source 002, 附录1, 二.1.</summary>
    [Xunit.Fact]
    public void Customers_leave_by_class_as_the_table_expects()
    {
        var tiers = Book.Find(AnnualVolumeTier.Id.Value).IfNone(() => throw new InvalidOperationException("a policy"));
        var left = Twentieth.Value
            .SelectMany(record => SampleYear.Before(record).Filter(then => then.AsOf <= Start).Map(then => (
                Class: then.Customer.By(tiers, Start, ask: false).Outcome is Outcome.Decided decided ? decided.Class.Code.Value : "",
                Left: record.Facts.Find(SharedFacts.ClosedOn).IsSome)).AsEnumerable())
            .ToArray();
        int PerThousand(string? tier) => left.Where(one => tier is null || one.Class == tier).ToArray() is var those ? those.Count(one => one.Left) * 1_000 / those.Length : 0;
        Xunit.Assert.InRange(PerThousand("high"), 15, 30);
        Xunit.Assert.InRange(PerThousand("medium"), 45, 65);
        Xunit.Assert.InRange(PerThousand("low"), 95, 125);
        Xunit.Assert.InRange(PerThousand(null), 62, 75);
    }

    [Xunit.Fact]
    public void One_customer_in_five_is_asked_a_quarter_while_it_is_one()
    {
        Xunit.Assert.All(Surveys.Value.GroupBy(one => one.Record.Id), of =>
        {
            var record = of.First().Record;
            Xunit.Assert.All(of, one => Xunit.Assert.True(IsCustomerOn(record, one.Survey.Date) && one.Survey.Channel.ForAll(channel => !record.Preferences.RefusedChannels.Contains(channel))));
            Xunit.Assert.Equal(of.Count(), of.Select(one => one.Survey.Id).Distinct().Count());
        });
        foreach (var quarter in Enumerable.Range(0, 4))
        {
            var days = new DateRange(AsOf.AddDays(1 - (91 * (quarter + 1))), AsOf.AddDays(-91 * quarter));
            var customers = Twentieth.Value.Where(record => IsCustomerOn(record, days.From) && IsCustomerOn(record, days.To)).Select(record => record.Id).ToHashSet();
            var asked = Surveys.Value.Count(one => customers.Contains(one.Record.Id) && days.Contains(one.Survey.Date));
            Xunit.Assert.InRange(asked * 1_000 / customers.Count, 190, 210);
        }
    }

    /// <summary>Source: the reference bank of 002, 二.1.</summary>
    [Xunit.Fact]
    public void Near_85_answers_of_a_hundred_are_good_and_some_are_none()
    {
        var answers = Surveys.Value.Select(one => one.Survey.Answer).Somes().ToArray();
        Xunit.Assert.InRange(answers.Count(answer => answer.IsGood()) * 1_000 / answers.Length, 838, 862);
        Xunit.Assert.Equal(Enum.GetValues<Satisfaction>(), answers.Distinct().Order());
        Xunit.Assert.InRange((Surveys.Value.Length - answers.Length) * 1_000 / Surveys.Value.Length, 120, 160);
        var comments = Surveys.Value.Select(one => one.Survey.Comment).Somes().ToArray();
        Xunit.Assert.InRange(comments.Length * 1_000 / Surveys.Value.Length, 120, 240);
        Xunit.Assert.All(comments, comment => Xunit.Assert.Contains(comment, letter => letter is >= '\u4e00' and <= '\u9fff'));
    }

    [Xunit.Fact]
    public void Purchases_are_as_many_as_the_fact_says_and_of_what_is_held() => Xunit.Assert.All(Twentieth.Value, record =>
    {
        var bought = SamplePurchases.Of(record, Draws(record, Topic.Purchases)).ToArray();
        Xunit.Assert.Equal(record.Facts.Find(SharedFacts.ProductPurchases12m).IfNone(bought.Length), bought.Length);
        Xunit.Assert.Equal(bought.Length, bought.Select(one => one.Id).Distinct().Count());
        Xunit.Assert.All(bought, one =>
        {
            var place = SharedFacts.Products.PlaceOf(one.Product).IfNone(-1);
            Xunit.Assert.True(place >= 0 && record.Facts.Find(SharedFacts.Products).ForAll(bits => bits == 0 || (bits >> place & 1) == 1), $"{record.Id} {one.Product}");
            Xunit.Assert.True(IsCustomerOn(record, one.Date) && one.Date > Start && one.Date <= AsOf, $"{record.Id} {one.Date}");
            Xunit.Assert.True(one.Amount.ForAll(amount => amount.Fen > 0));
        });
    });

    /// <summary>At the closing hour of the day of the facts: all phases, and most promises kept.</summary>
    [Xunit.Fact]
    public void Of_a_hundred_customers_one_has_a_case_that_the_rules_allow()
    {
        var now = AsOf.ToDateTime(WorkHours.Closing);
        var cases = SamplePortfolio.Customers(0.2, 1, AsOf)
            .Select(record => (Record: record, Commands: SampleCases.Of(record, Calendar, Draws(record, Topic.Cases)).ToArray()))
            .Where(one => one.Commands.Length > 0)
            .Select(one => (one.Record, Case: one.Commands.Aggregate(Option<ServiceCase>.None, (state, command) => state.Evolve(state.Decide(command).IfLeft(fault => throw new InvalidOperationException(fault.Detail.En))))
                .IfNone(() => throw new InvalidOperationException("a case"))))
            .ToArray();
        Xunit.Assert.InRange(cases.Length, 1_000, 1_200);
        Xunit.Assert.Equal(Enum.GetValues<CasePhase>(), cases.Select(one => one.Case.Phase).Distinct().Order());
        Xunit.Assert.All(cases, one => Xunit.Assert.True(
            one.Case.Customer == one.Record.Id && one.Case.Outlet == one.Record.Outlet && one.Case.LastAt <= now && IsCustomerOn(one.Record, DateOnly.FromDateTime(one.Case.OpenedAt))));
        Xunit.Assert.InRange(cases.Count(one => one.Case.OfAllRounds(Calendar, now) == Promptness.InTime) * 100 / cases.Length, 85, 97);
        var followUps = cases.Select(one => one.Case.FollowUp(Calendar, now)).Somes().ToArray();
        Xunit.Assert.InRange(followUps.Count(deadline => deadline.Promptness == Promptness.InTime) * 100 / followUps.Length, 85, 98);
        Xunit.Assert.Contains(followUps, deadline => deadline.Promptness == Promptness.Late);
    }

    [Xunit.Fact]
    public void The_register_has_every_outlet_of_the_portfolio()
    {
        foreach (var scale in (double[])[0.0005, 0.05])
        {
            var outlets = SamplePortfolio.Outlets(scale).ToArray();
            Xunit.Assert.Equal(SamplePortfolio.Customers(scale, 1, AsOf).Select(record => record.Outlet).Distinct().Order(StringComparer.Ordinal), outlets.Select(outlet => outlet.Code));
        }

        var all = SamplePortfolio.Outlets(10).ToArray();
        Xunit.Assert.Equal(SamplePortfolio.Outlets(0.5), all[..SamplePortfolio.Outlets(0.5).Count()]);
        Xunit.Assert.Equal(all.Length, all.Select(outlet => outlet.Name).Distinct().Count());
        Xunit.Assert.All(all.GroupBy(outlet => outlet.SubBranch), sub => Xunit.Assert.Equal(5, sub.Count()));
        Xunit.Assert.All(all, outlet =>
        {
            var body = WireJson.Bytes(json => OrganisationCodecs.Outlet.Write(json, outlet));
            Xunit.Assert.Empty(OrganisationCodecs.ReadOutlet(body, outlet.Code, out var read));
            Xunit.Assert.Equal(outlet, read);
        });
        Xunit.Assert.Equal(all.OrderBy(outlet => outlet.Code, StringComparer.Ordinal), UnitTree.Of(UnitTree.Empty.Placed(all)).Outlets());
    }

    [Xunit.Fact]
    public async Task Loading_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        await using var store = Stores.Open(path);
        var (moments, rejects) = (new Moments(TimeProvider.System, null), Rejects.Beside(path, TimeSpan.FromDays(1)));
        var standards = StandardsInForce.Of(Book, ShippedStandards.All);
        var sample = new Sampling(new SampleArguments(0.001, 1, AsOf, SampleFormat.Ndjson), Unwatched.Watch);
        var told = await sample.Load(store, moments, rejects, standards, Calendar);
        var once = await Everything(store);
        Xunit.Assert.Matches("^sample portfolio: 564 customers, 564 created, [0-9]+ updated, 0 unchanged; of the year before [0-9]+ engagements, [0-9]+ surveys, [0-9]+ purchases, [0-9]+ cases, 4 outlets$", told);
        Xunit.Assert.Matches("^sample portfolio: 564 customers, 0 created, 0 updated, [0-9]+ unchanged", await sample.Load(store, moments, rejects, standards, Calendar));
        Xunit.Assert.Equal(once, await Everything(store));
    }

    /// <summary>What happened is on file as callers would have put it there: within limits, and cases in the version of their last event.</summary>
    [Xunit.Fact]
    public async Task What_is_loaded_is_as_if_it_had_been_logged()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        await using var store = Stores.Open(path);
        var (moments, rejects) = (new Moments(TimeProvider.System, null), Rejects.Beside(path, TimeSpan.FromDays(1)));
        await new Sampling(new SampleArguments(0.01, 1, AsOf, SampleFormat.Ndjson), Unwatched.Watch).Load(store, moments, rejects, StandardsInForce.Of(Book, ShippedStandards.All), Calendar);
        Xunit.Assert.All(await store.Range(CaseRow.Table, "", "", default).ToListAsync(), row => Xunit.Assert.Equal(row.Version, CaseOnFile.Of(row).Events));
        await Fits(EventTables.Engagements);
        await Fits(EventTables.Surveys);
        await Fits(EventTables.Purchases);

        async Task Fits<T>(YearTable<T> table)
            where T : class, IDatedEvent<T>
        {
            var rows = await store.Range(table.Name, "", "", default).ToListAsync();
            Xunit.Assert.NotEmpty(rows);
            Xunit.Assert.All(rows, row =>
            {
                var (customer, year) = YearRow.Read(row.Id);
                var events = table.From(row.Body);
                Xunit.Assert.True(customer[1] == '-' && events.Length <= table.Most && events.All(one => one.Date.Year == year && one.Date <= AsOf), row.Id);
            });
        }
    }

    private static bool IsCustomerOn(CustomerRecord record, DateOnly day) =>
        record.Facts.Find(SharedFacts.CustomerSince).ForAll(since => since <= day.DayNumber) && record.Facts.Find(SharedFacts.ClosedOn).ForAll(closed => day.DayNumber <= closed);

    private static Dice Draws(CustomerRecord record, Topic topic) => SamplePortfolio.Draws(record, 1, topic);

    private static async Task<string> Everything(IStore store)
    {
        var parts = new List<string>();
        foreach (var table in (string[])[Tables.Customers, Tables.History, Tables.Outlets, Tables.Units, CaseRow.Table, .. EventTables.All.Map(table => table.Name)])
        {
            parts.Add($"{table}: {string.Join(", ", await store.Range(table, "", "", default).Select(row => $"{row.Id}@{row.Version}={Convert.ToHexString(row.Body)}").ToListAsync())}");
        }

        return string.Join('\n', parts);
    }
}
