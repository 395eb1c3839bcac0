using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using LanguageExt;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static Kehu.Properties.Simulations.SimulationGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Simulations;

/// <summary>Answers are the same with the portfolio in memory and without it, whatever has been written.</summary>
public sealed class MirrorLaws
{
    [Law(200)]
    public Property Whatever_is_written_memory_answers_what_the_store_answers() =>
        Law.ForAll(
            from records in Portfolios.Many(14)
            from cut in Gen.Choose(0, 7)
            from gone in Gen.Choose(0, 3).ArrayOf(14)
            from pairs in Pairs.ArrayOf(3)
            from days in Gen.Elements("2026-11-21", "2026-11-21", "2026-03-31", "2024-03-01", "1999-01-01").ArrayOf(3)
            from outlets in UnitsAskedFor.Of("OUT-001", "OUT-002", "OUT-007")
            select (records, cut, gone, pairs, days, outlets),
            async drawn =>
            {
                await using var bank = await Bank.Open(drawn.records.Take(drawn.cut));
                for (var step = 0; step < 3; step++)
                {
                    var (pair, day) = (drawn.pairs[step], DateOnly.ParseExact(drawn.days[step], "yyyy-MM-dd"));
                    var question = new SimulationQuestion(pair.Candidate, pair.Against, day, drawn.outlets, 3, 500, Array<WrittenStandard>()).ServedBy(ServiceBook.All.Map(StandardPage.Written));
                    var (memory, store) = await bank.Ask(question);
                    var (segments, stored) = await bank.Ask(new SegmentQuestion(Array(pair.Candidate), day, drawn.outlets, SegmentGrouping.Outlet));
                    if (!memory.SequenceEqual(store) || segments != stored || segments.Portfolio != await bank.HashOn(day, drawn.outlets))
                    {
                        return false;
                    }

                    foreach (var (record, at) in drawn.records.Skip(drawn.cut + (step * 3)).Take(3).Select((record, at) => (record, at)))
                    {
                        await bank.Put(record);
                        if (drawn.gone[(step * 3) + at] == 0)
                        {
                            await bank.Withdraw(record.Id.Value);
                        }
                    }
                }

                return await bank.Mirror.Current(default) is { } kept && kept.Hash == Portfolio.Of(FactCatalogue.Shipped, (await bank.Newest()).Blocks()).Hash;
            });

    [Xunit.Fact]
    public async Task After_too_many_changes_the_store_answers_until_all_is_read_again()
    {
        await using var bank = await Bank.Open([]);
        var touched = new Write.Put(Tables.Customers, "", 0, ReadOnlyMemory<byte>.Empty, new Dictionary<string, string>());
        bank.Store.Touched.Note([.. Enumerable.Range(0, WatchedStore.MostTouched).Select(at => touched with { Id = $"P-{at}" })]);
        Assert.NotNull(await bank.Mirror.Current(default));
        bank.Store.Touched.Note([.. Enumerable.Range(0, WatchedStore.MostTouched + 1).Select(at => touched with { Id = $"P-{at}" })]);
        Assert.Null(await bank.Mirror.Current(default));
        Assert.Equal(MirrorState.Building, bank.Mirror.State);
        await bank.IsReady();
        Assert.NotNull(await bank.Mirror.Current(default));
    }

    [Xunit.Fact]
    public async Task What_could_not_be_read_is_read_the_next_time()
    {
        await using var bank = await Bank.Open([]);
        await bank.Put(Record("P-1", 5));
        bank.Faulty.Fails = true;
        await Assert.ThrowsAsync<StoreException>(async () => await bank.Mirror.Current(default));
        bank.Faulty.Fails = false;
        Assert.Equal(1, (await bank.Mirror.Current(default))?.Count);
    }

    [Theory]
    [InlineData(true, 100L)]
    [InlineData(false, 1L << 30)]
    public async Task Over_its_bound_or_not_wanted_it_is_off_and_the_store_answers(bool wanted, long most)
    {
        await using var bank = await Bank.Open([Record("P-1", 5)], new PortfolioSettings(wanted, most));
        await bank.IsReady();
        Assert.Equal(MirrorState.Off, bank.Mirror.State);
        Assert.Null(await bank.Mirror.Current(default));
        var tier = Book.Find("personal-asset-tier").IfNone(() => throw new InvalidOperationException("shipped"));
        var (first, second) = await bank.Ask(new SimulationQuestion(tier, tier, new DateOnly(2026, 11, 21), None, 3, 500, Array<WrittenStandard>()));
        Assert.Equal(first, second);
    }

    [Xunit.Fact]
    public async Task It_grows_over_its_bound_and_is_off()
    {
        await using var bank = await Bank.Open([Record("P-1", 5)], new PortfolioSettings(true, 2_600));
        Assert.Equal(MirrorState.Ready, bank.Mirror.State);
        for (var at = 0; at < 20; at++)
        {
            await bank.Put(Record($"E-{at}", at, CustomerKind.Enterprise));
        }

        Assert.Null(await bank.Mirror.Current(default));
        Assert.Equal(MirrorState.Off, bank.Mirror.State);
    }

    [Xunit.Fact]
    public async Task The_oldest_answers_go_first_and_names_stay_true()
    {
        var store = new MemoryStore(Tables.Schema);
        var tier = Book.Find("personal-asset-tier").IfNone(() => throw new InvalidOperationException("shipped"));
        var told = Enumerable.Range(0, SimulationArchive.MostStored + 3).Select(day => new SimulationQuestion(tier, tier, new DateOnly(2020, 1, 1).AddDays(day), None, 0, 0, Array<WrittenStandard>()).Answer([])).ToArray();
        using (var archive = new SimulationArchive(store, FactCatalogue.Shipped))
        {
            foreach (var one in told.Append(told[^1]))
            {
                await archive.Keep(one, default);
            }
        }

        using var fresh = new SimulationArchive(store, FactCatalogue.Shipped);
        Assert.Equal(SimulationArchive.MostStored + 1, await store.Range(Tables.Simulations, "", "", default).CountAsync());
        Assert.All([await fresh.Find(told[0].Name, default), await fresh.Find(told[2].Name, default), await fresh.Find("list", default)], Assert.Null);
        Assert.Equal(told[3], await fresh.Find(told[3].Name, default));
        Assert.Equal(told[^1], await fresh.Find(told[^1].Name, default));
    }

    private static CustomerRecord Record(string id, long fen, CustomerKind kind = CustomerKind.Personal) => new(
        CustomerId.From(id).IfFail(_ => default), kind, new DateOnly(2026, 1, 1), "OUT-001", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, FactCatalogue.Shipped.NothingKnown.With(SharedFacts.TotalAssets, fen));

    /// <summary>A store that can be told to fail.</summary>
    private sealed class FaultyStore(IStore store) : PassingStore(store)
    {
        public bool Fails { get; set; }

        public override ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) =>
            Fails ? throw new StoreException("the disk is on fire", new IOException()) : Inner.Together(read, ct);
    }

    /// <summary>A small bank, asked in both ways; each way keeps its answers in a store of its own, so that neither gives those of the other.</summary>
    private sealed class Bank : IAsyncDisposable
    {
        private readonly CustomerFiling customers;
        private readonly PortfolioStream stream;
        private readonly PortfolioMirror off;
        private readonly PortfolioTurn turns = new();

        private Bank(PortfolioSettings settings)
        {
            Faulty = new FaultyStore(new MemoryStore(Tables.Schema));
            var moments = new Moments(StandingClock.OnTheDay(), null);
            Store = new WatchedStore(Faulty, moments);
            customers = new CustomerFiling(Store, moments, FactCatalogue.Shipped);
            stream = new PortfolioStream(new CustomerStore(Store, FactCatalogue.Shipped), FactCatalogue.Shipped);
            Mirror = new PortfolioMirror(Store, stream, settings, StandingClock.OnTheDay(), NullLogger<PortfolioMirror>.Instance);
            off = new PortfolioMirror(Store, stream, new PortfolioSettings(false, 0), StandingClock.OnTheDay(), NullLogger<PortfolioMirror>.Instance);
        }

        public FaultyStore Faulty { get; }

        public WatchedStore Store { get; }

        public PortfolioMirror Mirror { get; }

        public static async Task<Bank> Open(IEnumerable<CustomerRecord> records, PortfolioSettings? settings = null)
        {
            var bank = new Bank(settings ?? new PortfolioSettings(true, 1L << 30));
            foreach (var record in records)
            {
                await bank.Put(record);
            }

            await bank.Mirror.StartAsync(default);
            await bank.IsReady();
            return bank;
        }

        /// <summary>Waits until it is known whether the portfolio is in memory.</summary>
        public async Task IsReady()
        {
            for (var waited = 0; Mirror.State == MirrorState.Building; waited++)
            {
                Assert.True(waited < 3_000, "the portfolio is not read");
                await Task.Delay(10);
            }
        }

        public async Task Put(CustomerRecord record) => Assert.IsType<Change.Done>(await customers.File(record, new Precondition.None(), default));

        public async Task Withdraw(string id) => Assert.IsType<Change.Done>(await customers.Withdraw(id, new Precondition.None(), default));

        public async Task<IEnumerable<PortfolioCustomer>> Newest() => (await Store.Range(Tables.Customers, "", "", default).ToListAsync()).SelectMany(row => stream.Read(row).AsEnumerable());

        /// <summary>The bytes of both answers.</summary>
        public async Task<(byte[] Memory, byte[] Store)> Ask(SimulationQuestion question) => (await Told(Mirror, question), await Told(off, question));

        /// <summary>The hash of the customers on a date, looked up one by one.</summary>
        public async Task<string> HashOn(DateOnly day, Option<OutletsAsked> outlets)
        {
            var hash = PortfolioHash.Zero;
            foreach (var row in await Store.Range(Tables.Customers, "", "", default).ToListAsync())
            {
                if (await customers.Find(row.Id, day, null, default) is { Record: var record } && outlets.Means(record.Outlet))
                {
                    hash += PortfolioHash.Of(new PortfolioCustomer(row.Id, record.AsOf, record.Outlet, record.Customer));
                }
            }

            return hash.ToString();
        }

        /// <summary>Both answers about segments.</summary>
        public async Task<(Segmentation Memory, Segmentation Store)> Ask(SegmentQuestion question) => (await Told(Mirror, question), await Told(off, question));

        public async ValueTask DisposeAsync()
        {
            await Mirror.StopAsync(default);
            Mirror.Dispose();
            off.Dispose();
            turns.Dispose();
        }

        private async Task<Segmentation> Told(PortfolioMirror from, SegmentQuestion question)
        {
            using var portfolios = new DatedPortfolio(from, stream, new PortfolioSettings(true, 1L << 30));
            using var desk = new PortfolioService(portfolios, stream, turns);
            return await desk.Run(AccessScope.Bank, question, (_, _) => ValueTask.FromResult(Option<Segmentation>.None), default) is CountResult<Segmentation>.Done(var told, _)
                ? told
                : throw new InvalidOperationException("nobody else asks");
        }

        private async Task<byte[]> Told(PortfolioMirror from, SimulationQuestion question)
        {
            using var archive = new SimulationArchive(new MemoryStore(Tables.Schema), FactCatalogue.Shipped);
            using var portfolios = new DatedPortfolio(from, stream, new PortfolioSettings(true, 1L << 30));
            using var desk = new PortfolioService(portfolios, stream, turns);
            return await new SimulationService(desk, archive).Run(question, default) is CountResult<Simulation>.Done(var told, _) ? SimulationBody.Write(told) : throw new InvalidOperationException("nobody else asks");
        }
    }
}
