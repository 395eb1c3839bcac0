namespace Kehu.Api;

/// <summary>
/// Does what is still to be done after a customer was withdrawn, until no file holds anything of the customer and the log of erasures says so: takes refused
/// lines out and folds the store's log. What a stop or a kill interrupts is done at the next start. Refused lines whose time is over go too.
/// </summary>
internal sealed partial class Erasure(
    IStore store, Rejects rejects, ErasureLog log, Bell<Erasure> bell, TimeProvider time, ILogger<Erasure> logger) : BackgroundService
{
    /// <summary>When refused lines are looked through for what is over.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>When it is tried again where a reader holds the log, or a disk failed (house): well within the minute that is promised.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How many withdrawals are done together.</summary>
    private const int Together = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await IsAllDone(stoppingToken))
                {
                    await bell.Heard(Every, time, stoppingToken);
                }
                else
                {
                    await Task.Delay(Patience, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is left is done at the next start.
        }
    }

    /// <summary>Does what can be done now: true where nothing is left.</summary>
    public async ValueTask<bool> IsAllDone(CancellationToken ct)
    {
        try
        {
            rejects.Purge(time.GetUtcNow());
            while (await store.Range(Tables.Erasures, "", "", ct).Take(Together).ToListAsync(ct) is { Count: > 0 } pending)
            {
                // Erasing does not wait for the log; but a withdrawal is not done with before its line is on the disk.
                var logged = IsLogged(await store.Together(reader => PendingErasures.Told(reader, pending), ct));
                rejects.Erase(pending.Select(row => row.Id).ToHashSet(StringComparer.Ordinal));
                if (!await store.Fold(ct) || !logged)
                {
                    return false;
                }

                // One whose customer was filed and withdrawn again meanwhile stays and is done once more.
                foreach (var row in pending)
                {
                    await store.Commit([new Write.Delete(Tables.Erasures, row.Id, row.Version)], ct);
                }
            }

            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            LogFailure(logger, failed);
            return false;
        }
    }

    private bool IsLogged(IReadOnlyList<ErasedCustomer> erased) => log.Add(erased).Match(
        Right: _ => true,
        Left: fault =>
        {
            LogUnlogged(logger, fault.Describe().En);
            return false;
        });

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Erasures could not be logged, so that a restore may bring customers back; tried again in two seconds: {Fault}")]
    private static partial void LogUnlogged(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is left of withdrawn customers could not be erased yet; tried again in two seconds")]
    private static partial void LogFailure(ILogger logger, Exception failed);
}
