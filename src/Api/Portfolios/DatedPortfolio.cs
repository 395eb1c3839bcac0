using System.Runtime.CompilerServices;

namespace Kehu.Api;

/// <summary>
/// The portfolio in memory as it was on a date. Where few customers have a record of a later date, as records that were dated ahead, these are read from the
/// store and the others are as they are in memory; where many have, it is not known here.
/// </summary>
internal sealed class DatedPortfolio(PortfolioMirror mirror, PortfolioStream stream, PortfolioSettings settings) : IDisposable
{
    /// <summary>For how many customers at most earlier records are read (house): a fraction of a second.</summary>
    public const int MostLater = 2_000;

    private readonly SemaphoreSlim turn = new(1);
    private readonly ConditionalWeakTable<Portfolio, Then> kept = [];
    private readonly SharedTexts outlets = new();

    /// <summary>The customers as of the date, as all that has been written until now has left them; null where they have to be read from the store.</summary>
    public async ValueTask<Portfolio?> On(DateOnly date, CancellationToken ct)
    {
        if (await mirror.Current(ct) is not { } newest)
        {
            return null;
        }

        return newest.Latest <= date ? newest
            : newest.LaterThan(date).Take(MostLater + 1).ToArray() is { Length: <= MostLater } later ? await Earlier(newest, later, date, ct)
            : null;
    }

    public void Dispose() => turn.Dispose();

    private async ValueTask<Portfolio> Earlier(Portfolio newest, string[] later, DateOnly date, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (kept.TryGetValue(newest, out var known) && known.Date == date)
            {
                return known.Portfolio;
            }

            var then = newest.With(await stream.On(AccessScope.Bank, later, date, ct), outlets.One);
            if (newest.Bytes + then.BytesBeside(newest) <= settings.MostBytes)
            {
                kept.AddOrUpdate(newest, new Then(date, then));
            }

            return then;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>One date is kept beside the newest portfolio, and goes with it.</summary>
    private sealed record Then(DateOnly Date, Portfolio Portfolio);
}
