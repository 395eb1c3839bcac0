using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Archive;

/// <summary>Passes over all stored customers, one at a time: each takes seconds of a whole bank, and several together would starve all else.</summary>
internal sealed class PortfolioPass(IStore store, CustomerArchive archive) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Counts the customers (<see cref="PortfolioCount"/>); null where another pass is under way.</summary>
    public async ValueTask<Option<PortfolioCount>?> Count(string? outlet, CompiledPolicy policy, DateOnly today, int mostOutlets, CancellationToken ct)
    {
        if (!await turn.WaitAsync(TimeSpan.Zero, ct))
        {
            return null;
        }

        try
        {
            return await PortfolioCount.Of(store, archive, outlet, policy, today, mostOutlets, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
