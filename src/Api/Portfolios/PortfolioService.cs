using System.Collections.Concurrent;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Questions about all customers on file: answered from memory where the portfolio is there as of their date, from the store otherwise; the answer is the
/// same. From memory a few at a time, from the store one pass at a time. Of a part of the bank from the store, a few at a time: what is in memory is of all.
/// </summary>
internal sealed class PortfolioService(DatedPortfolio portfolios, PortfolioStream stream, PortfolioTurn turns) : IDisposable
{
    private const int Threads = 2;

    private readonly FewAtATime few = new();

    /// <summary>Answers; from memory what <paramref name="known"/> has of the same customers, if it has anything.</summary>
    public async ValueTask<CountResult<TAnswer>> Run<TCount, TAnswer>(
        AccessScope sees, IPortfolioQuestion<TCount, TAnswer> question, Func<PortfolioHash, CancellationToken, ValueTask<Option<TAnswer>>> known,
        CancellationToken ct)
        where TCount : IBlockCount<TCount>
    {
        Option<TAnswer>? answered = sees is not AccessScope.Everything ? await few.Run(stop => FromStore(sees, question, stop), ct)
            : await few.Run(stop => FromMemory(question, known, stop), ct) is not { } looked ? null
            : looked.IsThere ? looked.Answer
            : await turns.Run(stop => FromStore(AccessScope.Bank, question, stop), ct);
        return answered is not { } one ? new CountResult<TAnswer>.Busy()
            : one.Match<CountResult<TAnswer>>(Some: answer => new CountResult<TAnswer>.Done(answer, default), None: () => new CountResult<TAnswer>.TooMuch());
    }

    public void Dispose() => few.Dispose();

    /// <summary>The answer over a portfolio in memory; none where it is too much to tell.</summary>
    public static Option<TAnswer> Count<TCount, TAnswer>(
        IPortfolioQuestion<TCount, TAnswer> question, Portfolio portfolio, PortfolioHash customers, CancellationToken ct)
        where TCount : IBlockCount<TCount>
    {
        var (whole, gate) = (question.Nobody(), new Lock());
        Parallel.ForEach(
            portfolio.Blocks,
            new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = ct },
            question.Nobody,
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
        return question.Answer(whole, customers);
    }

    /// <summary>Whether the portfolio is in memory as of the date, and the answer if it is. What it takes to know that counts as part of the turn.</summary>
    private async ValueTask<(bool IsThere, Option<TAnswer> Answer)> FromMemory<TCount, TAnswer>(
        IPortfolioQuestion<TCount, TAnswer> question, Func<PortfolioHash, CancellationToken, ValueTask<Option<TAnswer>>> known, CancellationToken ct)
        where TCount : IBlockCount<TCount>
    {
        if (await portfolios.On(question.AsOf, ct) is not { } portfolio)
        {
            return (false, Option<TAnswer>.None);
        }

        var customers = portfolio.HashOf(question.Outlets);
        return (true, await known(customers, ct) is { IsSome: true } answer ? answer : await Task.Run(() => Count(question, portfolio, customers, ct), ct));
    }

    private async ValueTask<Option<TAnswer>> FromStore<TCount, TAnswer>(
        AccessScope sees, IPortfolioQuestion<TCount, TAnswer> question, CancellationToken ct)
        where TCount : IBlockCount<TCount>
    {
        var (counts, customers, gate) = (new ConcurrentBag<TCount>(), PortfolioHash.Zero, new Lock());
        await stream.Each(sees, question.AsOf, Take, ct);
        var whole = question.Nobody();
        foreach (var part in counts)
        {
            whole.Add(part);
        }

        return question.Answer(whole, customers);

        void Take(CustomerBlock block)
        {
            var count = counts.TryTake(out var rested) ? rested : question.Nobody();
            count.Add(block);
            counts.Add(count);
            var hash = question.Outlets.Match(Some: block.HashOf, None: () => block.Hash);
            lock (gate)
            {
                customers += hash;
            }
        }
    }
}
