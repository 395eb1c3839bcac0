using System.Collections.Concurrent;
using Kehu.Api.Archive;
using Kehu.Api.Evaluation;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Portfolios;

/// <summary>
/// Simulations over the stored customers: from memory where the portfolio is there and the question is not about a date before some record, from the store
/// otherwise; the answer is the same. From memory a few at a time, from the store one pass at a time. What was answered is kept under its name.
/// </summary>
internal sealed class SimulationDesk(PortfolioMirror mirror, PortfolioStream stream, SimulationArchive archive, PortfolioPass turns) : IDisposable
{
    private const int Threads = 2;

    private readonly UnitPasses few = new();

    /// <summary>Answers, or gives again what was answered to the same question about the same customers.</summary>
    public async ValueTask<CountResult<Simulation>> Run(SimulationQuestion question, CancellationToken ct)
    {
        var portfolio = await mirror.Current(ct);
        Option<Simulation>? answered = portfolio is not null && portfolio.Latest <= question.AsOf
            ? await few.Run(stop => FromMemory(question, portfolio, stop), ct)
            : await turns.Run(stop => FromStore(question, stop), ct);
        if (answered is not { } one)
        {
            return new CountResult<Simulation>.Busy();
        }

        if (one.Case is not SomeCase<Simulation>(var simulation))
        {
            return new CountResult<Simulation>.TooMuch();
        }

        // Of nobody there is nothing to cite, and a mistyped outlet must not push out what is.
        if (simulation.Customers > 0)
        {
            await archive.Keep(simulation, ct);
        }

        return new CountResult<Simulation>.Done(simulation, default);
    }

    public void Dispose() => few.Dispose();

    /// <summary>The count over a portfolio in memory; none where there are too many outlets to tell.</summary>
    public static Option<Simulation> Count(SimulationQuestion question, Portfolio portfolio, PortfolioHash customers, CancellationToken ct)
    {
        var (whole, gate) = (new SimulationCount(question), new Lock());
        Parallel.ForEach(
            portfolio.Blocks,
            new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = ct },
            () => new SimulationCount(question),
            (block, _, part) =>
            {
                part.Add(block);
                return part;
            },
            part =>
            {
                lock (gate)
                {
                    whole.Add(part);
                }
            });
        return Finished(whole, customers);
    }

    private async ValueTask<Option<Simulation>> FromMemory(SimulationQuestion question, Portfolio portfolio, CancellationToken ct)
    {
        var customers = question.Outlet.Match(
            Some: outlet => portfolio.Blocks.Aggregate(PortfolioHash.Zero, (sum, block) => sum + block.HashOf(outlet)),
            None: () => portfolio.Hash);
        return await archive.Find(question.NameOver(customers), ct) is { } known ? known : await Task.Run(() => Count(question, portfolio, customers, ct), ct);
    }

    private async ValueTask<Option<Simulation>> FromStore(SimulationQuestion question, CancellationToken ct)
    {
        var (counts, customers, gate) = (new ConcurrentBag<SimulationCount>(), PortfolioHash.Zero, new Lock());
        await stream.Each(question.AsOf, Take, ct);
        var whole = new SimulationCount(question);
        foreach (var part in counts)
        {
            whole.Add(part);
        }

        return Finished(whole, customers);

        void Take(CustomerBlock block)
        {
            var count = counts.TryTake(out var rested) ? rested : new SimulationCount(question);
            count.Add(block);
            counts.Add(count);
            var hash = question.Outlet.Match(Some: block.HashOf, None: () => block.Hash);
            lock (gate)
            {
                customers += hash;
            }
        }
    }

    private static Option<Simulation> Finished(SimulationCount count, PortfolioHash customers) => count.HasTooManyOutlets ? None : Some(count.Done(customers));
}
