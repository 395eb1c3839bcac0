namespace Kehu.Api;

/// <summary>Removes kept answers whose time is over, at the start and then every hour. One that is still there does no harm: it counts as absent.</summary>
internal sealed partial class AnswerPurge(AnswerArchive archive, TimeProvider time, ILogger<AnswerPurge> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var hours = new PeriodicTimer(Every, time);
            do
            {
                await Purge(stoppingToken);
            }
            while (await hours.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Purge(CancellationToken ct)
    {
        try
        {
            await archive.Purge(ct);
        }
        catch (Exception failed) when (failed is StoreException or InvalidDataException or EndOfStreamException)
        {
            LogFailure(logger, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Kept answers could not be purged; tried again in an hour")]
    private static partial void LogFailure(ILogger logger, Exception failed);
}
