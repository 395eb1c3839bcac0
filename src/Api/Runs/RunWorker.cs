namespace Kehu.Api;

/// <summary>Does runs in the background, from the start of the service on: what a stop or a kill interrupted is gone on with.</summary>
internal sealed partial class RunWorker(RunWork work, Bell<RunWorker> bell, ILogger<RunWorker> logger) : BackgroundService
{
    /// <summary>When a store that failed is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (!await Work(stoppingToken))
                {
                    await bell.Heard(stoppingToken);
                }
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what was begun is gone on with at the next start.
        }
    }

    private async ValueTask<bool> Work(CancellationToken ct)
    {
        try
        {
            return await work.Next(ct);
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            // A store that fails, or a row that cannot be read: whoever else uses the service is served.
            LogFailure(logger, failed);
            await Task.Delay(Patience, ct);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A run could not be gone on with; tried again in ten seconds")]
    private static partial void LogFailure(ILogger logger, Exception failed);
}
