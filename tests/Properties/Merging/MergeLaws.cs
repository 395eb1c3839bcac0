using System.Text;
using FsCheck.Fluent;
using Kehu.Properties.Consents;
using Kehu.Properties.OneMoment;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Merging;

/// <summary>Making one customer of two: nothing is lost or told twice, nothing is allowed that was refused, and an undo leaves all as it was.</summary>
public sealed class MergeLaws
{
    private const string One = "P-1";

    private const string Other = "P-10";

    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly FactCatalogue Facts = FactCatalogue.Shipped;

    [Law(200)]
    public Property Undone_it_leaves_all_as_it_was_but_for_what_the_other_refuses() => Holds(async (store, moments, _) =>
    {
        var before = await Rows(store);
        await Merge(store, moments);
        Assert.NotEqual(before, await Rows(store));
        var found = await store.Together(reader => Unmerging.Read(reader, One, Other), default);
        Assert.Null(await store.Commit([.. found!.Undone(Facts, moments.Take())], default));
        Assert.Equal(before, await Rows(store));
        Assert.Empty(await store.Range(Tables.Merges, "", "", default).ToListAsync());
    });

    [Law(200)]
    public Property The_other_has_the_events_and_cases_of_both_and_nobody_is_shown_the_one() => Holds(async (store, moments, _) =>
    {
        var (one, other, rest) = (await Customer(store, One), await Customer(store, Other), await Told(store));
        var merged = await Merge(store, moments);
        var after = await Customer(store, Other);
        Same(EventTables.Engagements, one, other, after);
        Same(EventTables.Surveys, one, other, after);
        Assert.Equal(Cases(one).Concat(Cases(other)).Order(StringComparer.Ordinal), Cases(after).Order(StringComparer.Ordinal));
        Assert.Equal(merged.Events.Count, Count(after) - Count(other));
        Assert.Equal(other.History.Select(row => row.Id), after.History.Select(row => row.Id));

        var gone = await Customer(store, One);
        Assert.Equal((true, 0, 0, ""), (gone.Held.IsWithdrawn, Count(gone), gone.Cases.Count, string.Concat(gone.Json())));
        var told = await Told(store);
        Assert.DoesNotContain(told, line => line.Contains($"\"{One}\"", StringComparison.Ordinal));
        Assert.Equal(rest.Where(line => !line.Contains($"\"{One}\"", StringComparison.Ordinal)), told);
        var listed = await new CustomerArchive(new CustomerStore(store, Facts), moments, new Filings(Facts, SourceOrder.None)).List(AccessScope.Bank, null, null, "", 500, default);
        Assert.DoesNotContain(One, listed.Select(filed => filed.Record.Id.Value));
        Assert.DoesNotContain(One, await store.Together(reader => reader.Page(Tables.Customers, Tables.OfOutlet, one.Held.Record(Facts).Outlet, "").Select(row => row.Id).ToList(), default));
    });

    [Law(300)]
    public Property What_is_refused_under_either_id_is_refused_and_nothing_else_is_said() => Holds(async (store, moments, said) =>
    {
        await Merge(store, moments);
        var log = (await Customer(store, Other)).ConsentFile(Facts).Log;
        foreach (var topic in said.One.Concat(said.Other).Map(one => one.Event.Topic).Distinct())
        {
            var (one, other) = (State(said.One, topic), State(said.Other, topic));
            var expected = one.EndsWith("False", StringComparison.Ordinal) ? one : other;
            Assert.Equal(expected, State(log.Events, topic));
        }

        Assert.All(said.Other, one => Assert.Contains(one, log.Events));
    });

    /// <summary>Nobody who does not see the other is told where the one went, and nobody files anything under its id.</summary>
    [Law(60)]
    public Property Where_it_went_is_told_to_who_sees_the_other_and_nothing_is_filed_under_it() => Holds(async (store, moments, _) =>
    {
        var outlet = (await Customer(store, Other)).Held.Record(Facts).Outlet;
        await Merge(store, moments);
        var known = new CustomerStore(store, Facts);
        Assert.Equal(Some(Other), await known.MergedInto(AccessScope.Bank, One, default));
        Assert.Equal(Some(Other), await known.MergedInto(AccessScope.Of(toSet([outlet]), toSet<string>([])), One, default));
        Assert.Equal(None, await known.MergedInto(AccessScope.Of(toSet(["elsewhere"]), toSet<string>([])), One, default));
        Assert.Null(await known.MergedCustomer(AccessScope.Of(toSet(["elsewhere"]), toSet<string>([])), One, Other, default));
        var drafted = await new CustomerFiling(store, moments, Facts).Draft(Acts.Record(One), new Precondition.None(), default);
        Assert.Equal(["customer.merged"], drafted.RightAsEnumerable().OfType<Filing.Refused>().SelectMany(refused => refused.Why).Select(fault => fault.Code));
        Assert.Null(await store.Together(reader => Api.Merging.Read(reader, One, Other), default));
    });

    /// <summary>Whoever read one of the two before they were merged does not write after it.</summary>
    [Law(60)]
    public Property What_was_drafted_before_is_in_conflict() => Holds(async (store, moments, _) =>
    {
        var filings = new CustomerFiling(store, moments, Facts);
        var drafts = await Task.WhenAll(((string[])[One, Other]).Select(async id => (await filings.Draft(Acts.Record(id) with { AsOf = new DateOnly(2026, 11, 30) }, new Precondition.None(), default)).RightAsEnumerable().OfType<Filing.Filed>().Single()));
        var again = await store.Together(reader => Api.Merging.Read(reader, Other, One), default);
        await Merge(store, moments);
        foreach (var draft in drafts)
        {
            Assert.NotNull(await store.Commit([.. draft.Unit], default));
        }

        Assert.NotNull(await store.Commit([.. again!.Done(Facts, Today, moments.Take()).RightAsEnumerable().Single().Unit], default));
    });

    private static Property Holds(Func<MemoryStore, Moments, (Arr<LoggedConsent> One, Arr<LoggedConsent> Other), Task> law) => Law.ForAll(
        from acts in Acts.Many(24)
        from whose in Gen.Elements(One, Other, "P-2").ArrayOf(24)
        from millions in Gen.Choose(0, 8)
        from one in ConsentGenerators.Logged.ListOf()
        from other in ConsentGenerators.Logged.ListOf()
        select (acts, whose, millions, one: ConsentLog.Of(one.Take(6)).Events, other: ConsentLog.Of(other.Take(6)).Events),
        async drawn =>
        {
            var (store, moments) = (new MemoryStore(Tables.Schema), new Moments(StandingClock.OnTheDay(), null));
            var filed = ((string[])[One, Other]).Select(Act (id) => new Act.Files(Acts.Owed(Acts.Record(id) with { AsOf = new DateOnly(2026, 1, 1) }, drawn.millions)));
            var acts = drawn.acts.Zip(drawn.whose, (act, customer) => Personal(act.About(customer))).Where(act => act is not Act.Withdraws);
            foreach (var act in filed.Concat(acts))
            {
                await act.Do(store, moments);
            }

            await law(store, moments, (await Said(store, One, drawn.one), await Said(store, Other, drawn.other)));
            return true;
        });

    /// <summary>All that a customer said, with what is said besides.</summary>
    private static async Task<Arr<LoggedConsent>> Said(MemoryStore store, string id, Arr<LoggedConsent> said)
    {
        var file = said.Fold((await Customer(store, id)).ConsentFile(Facts), (all, one) => all.WithRecorded(one).IfLeft(all));
        Assert.Null(await store.Commit(file.IsChanged ? [file.Write(id)] : [], default));
        return file.Log.Events;
    }

    private static Act Personal(Act act) => act is Act.Files(var record) ? new Act.Files(Acts.Owed(record, 1)) : act;

    private static async Task<Merged> Merge(MemoryStore store, Moments moments)
    {
        var both = await store.Together(reader => Api.Merging.Read(reader, One, Other), default);
        Assert.Empty(both!.Faults(Facts));
        var (merged, unit) = both.Done(Facts, Today, moments.Take()).IfLeft(against => throw new InvalidOperationException(string.Join("; ", against.Map(fault => fault.Detail.En))));
        Assert.Null(await store.Commit([.. unit], default));
        return merged;
    }

    private static async Task<CustomerRows> Customer(MemoryStore store, string id) => (await store.Customer(id, _ => Api.Merging.All, default))!;

    private static int Count(CustomerRows rows) => EventTables.Engagements.All(rows.Engagements).Length + EventTables.Surveys.All(rows.Surveys).Length;

    /// <summary>All events but for their ids, which are one each; and the other's own are as they were.</summary>
    private static void Same<T>(YearTable<T> table, CustomerRows one, CustomerRows other, CustomerRows after)
        where T : class, IDatedEvent<T>
    {
        T[] own = table.All(other.Of(table)), all = table.All(after.Of(table));
        Assert.Equal(Texts([.. table.All(one.Of(table)), .. own]), Texts(all));
        Assert.Equal(all.Length, all.Select(found => found.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(own, kept => Assert.Contains(kept, all));

        static IEnumerable<string> Texts(T[] events) => events.Select(found => $"{found.At("", found.Date)}").Order(StringComparer.Ordinal);
    }

    /// <summary>The cases with all that happened to them, apart from whose they are.</summary>
    private static IEnumerable<string> Cases(CustomerRows rows) => rows.Cases.Select(row =>
        $"{row.Id} {Convert.ToHexString(CaseRow.ToBody(CaseRow.From(row.Body).Map(happened => happened.Of(CustomerId.From("X").IfFail(_ => default)))))}");

    private static string State(Arr<LoggedConsent> events, int topic) => SlowConsents.State(events.Filter(one => one.Event.Topic == topic), Today);

    private static async Task<List<string>> Told(MemoryStore store) =>
        await store.Export(null, Facts, default).Select(line => Encoding.UTF8.GetString(line.Span)).ToListAsync();

    /// <summary>Every row with its values in indexes, but for versions and the consents of the other.</summary>
    private static async Task<List<string>> Rows(MemoryStore store) => await store.Together(
        reader => Tables.Schema.Tables.Keys.Order(StringComparer.Ordinal).SelectMany(table => reader.Keyed(table, "")
            .Where(one => table != Tables.Consents || Tables.CustomerOf(one.Row.Id) != Other)
            .Select(one => $"{table} {one.Row.Id} {Convert.ToHexString(one.Row.Body)} {string.Join(',', one.Keys.OrderBy(key => key.Key, StringComparer.Ordinal))}")).ToList(),
        default);
}
