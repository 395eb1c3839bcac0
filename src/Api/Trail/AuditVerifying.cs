using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Goes along the audit log once at the start, in the background and some entries at a time, and says in one line of the log what it found. What was found
/// last, there or when somebody asked, is kept: a chain that is broken shows in the service's health.
/// </summary>
internal sealed partial class AuditVerifying(AuditArchive archive, ILogger<AuditVerifying> logger) : BackgroundService
{
    private readonly SemaphoreSlim one = new(1, 1);
    private AuditBreak? broken;

    /// <summary>The first entry that is wrong, by what was found last.</summary>
    public Option<AuditBreak> Broken => Prelude.Optional(Volatile.Read(ref broken));

    /// <summary>Goes along the log; one at a time does.</summary>
    public async ValueTask<AuditVerification> Verify(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var found = await archive.Verify(ct);
            Volatile.Write(ref broken, found.Chain.Broken.MatchUnsafe(Some: wrong => wrong, None: () => (AuditBreak?)null));
            return found;
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (chain, _) = await Verify(stoppingToken);
            if (chain.Broken.Case is AuditBreak wrong)
            {
                LogBroken(logger, wrong.Seq, wrong.Says.En);
            }
            else
            {
                LogWhole(logger, chain.Seq);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (StoreException failed)
        {
            LogFailure(logger, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log is whole up to entry {Seq}")]
    private static partial void LogWhole(ILogger logger, long seq);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log is broken at entry {Seq}: {Wrong}")]
    private static partial void LogBroken(ILogger logger, long seq, string wrong);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit log could not be looked through")]
    private static partial void LogFailure(ILogger logger, Exception failed);
}
