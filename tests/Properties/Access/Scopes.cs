using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Evaluation;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Access;

/// <summary>Generated parts of a bank, and stores with whom they see and others.</summary>
internal static class Scopes
{
    /// <summary>
    /// Some outlets and managers, among them none, some of whom nobody is, and the outlet that records only ever named by mistake; or of what these see, or of
    /// the bank, whoever is of some outlets.
    /// </summary>
    public static Gen<AccessScope> Parts { get; } =
        from outlets in Gen.SubListOf("OUT-1", "OUT-2", "OUT-9", "OUT-WRONG")
        from managers in Gen.SubListOf("M-1", "M-2", "M-9")
        from asked in Gen.SubListOf("OUT-1", "OUT-2", "OUT-9", "OUT-WRONG")
        from how in Gen.Choose(0, 4)
        let part = AccessScope.Of(toSet(outlets), toSet(managers))
        select how switch
        {
            0 => AccessScope.Bank.Among(toSet(asked)),
            1 or 2 => part.Among(toSet(asked)),
            _ => part,
        };

    /// <summary>Any scope.</summary>
    public static Gen<AccessScope> All { get; } = Gen.Frequency((1, Gen.Constant(AccessScope.Bank)), (6, Parts));

    /// <summary>A bank, others who may stand in for whom the scope does not see, and the scope.</summary>
    public static Gen<Seen> Banks { get; } =
        from bank in StoredCustomer.Banks from others in StoredCustomer.Banks from sees in Parts select new Seen(bank, others, sees);

    /// <summary>The law of scopes: told within one is what is told where nobody else is on file, and where there are others instead.</summary>
    public static Property Hold<T>(int pages, Func<CustomerStore, AccessScope, int, Task<T>> told, Func<T, T, bool> same) => Law.ForAll(
        from seen in Banks from page in Gen.Choose(1, pages) select (seen, page),
        async drawn =>
        {
            var (bank, sees) = (drawn.seen, drawn.seen.Sees);
            var ours = await told(await bank.Ours(), AccessScope.Bank, drawn.page);
            return same(ours, await told(await bank.Full(), sees, drawn.page)) && same(ours, await told(await bank.Replaced(), sees, drawn.page));
        });

    public static Property Hold(Func<CustomerStore, AccessScope, Task<string>> told) => Hold(1, (store, sees, _) => told(store, sees), (one, other) => one == other);

    public static Property Hold(int pages, Func<CustomerStore, AccessScope, int, Task<string>> told) => Hold(pages, told, (one, other) => one == other);

    /// <summary>What is stored, row by row.</summary>
    public static string Text(IEnumerable<Row> rows) => string.Join('\n', rows.Select(Text));

    public static string Text(Row row) => $"{row.Id}@{row.Version}={Convert.ToBase64String(row.Body)}";

    public static CustomerStore Of(this IStore store) => new(store, FactCatalogue.Shipped);

    /// <summary>Moments later than all that the banks hold.</summary>
    public static Moments Later()
    {
        var clock = StandingClock.OnTheDay();
        clock.Pass(TimeSpan.FromHours(1));
        return new Moments(clock, null);
    }
}

/// <summary>A bank of which a part is seen.</summary>
internal sealed record Seen(StoredCustomer[] Bank, StoredCustomer[] Others, AccessScope Sees) : IShrinks
{
    private static readonly Dictionary<string, string> Unlisted = [];

    /// <summary>Rows that are of nobody, or not shown within a part.</summary>
    private static readonly string[] OfTheBank = [Tables.Runs, Tables.Decisions, Tables.Simulations, Keeping.Table, Tables.Erasures];

    public IEnumerable<object> Simpler() =>
        Bank.Select(one => (object)(this with { Bank = [.. Bank.Where(other => other != one)] })).Append(this with { Others = [] }).Where(simpler => !Equals(simpler));

    /// <summary>Only whom the scope sees, and what is of nobody.</summary>
    public async Task<CustomerStore> Ours() => (await Part()).Of();

    /// <summary>Everybody.</summary>
    public async Task<CustomerStore> Full() => (await Whole()).Of();

    /// <summary>The same, as a store that can be written.</summary>
    public async Task<MemoryStore> Whole() => await OfBank(await With(Bank));

    /// <summary>Everybody, in a bank that has made no run yet.</summary>
    public Task<MemoryStore> WithoutRuns() => With(Bank);

    /// <summary>Only whom the scope sees, as a store that can be written.</summary>
    public Task<MemoryStore> Part() => With(Bank.Where(IsSeen));

    /// <summary>Whom the scope sees, and others instead of whom it does not.</summary>
    public async Task<CustomerStore> Replaced()
    {
        var ours = Bank.Where(IsSeen).ToList();
        return (await OfBank(await With(ours.Concat(Others.Where(one => !IsSeen(one) && ours.TrueForAll(our => our.Id != one.Id)))))).Of();
    }

    public bool IsSeen(StoredCustomer one) => !one.Withdrawn && one.File.Snapshots[^1] is var newest && Sees.Sees(newest.Outlet, newest.Manager);

    private static async Task<MemoryStore> With(IEnumerable<StoredCustomer> customers)
    {
        var store = await customers.Filed();
        await store.Commit([new Write.Put(Tables.Outlets, "OUT-1", 0, new byte[] { 1 }, Unlisted)], default);
        return store;
    }

    private static async Task<MemoryStore> OfBank(MemoryStore store)
    {
        await store.Commit([.. OfTheBank.Select(Write (table) => new Write.Put(table, "A-1 2026", 0, new byte[] { 1 }, Unlisted)), new Write.Append(Tables.Changes, [1])], default);
        return store;
    }
}
