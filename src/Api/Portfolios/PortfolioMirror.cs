namespace Kehu.Api;

/// <summary>How the portfolio in memory stands.</summary>
internal enum MirrorState
{
    /// <summary>It is read from the store; until then answers come from there.</summary>
    Building = 0,

    /// <summary>Answers come from memory.</summary>
    Ready,

    /// <summary>It is not wanted, or takes more memory than it may.</summary>
    Off,
}

/// <summary>
/// The newest record of every customer in memory, in blocks. Read from the store in the background, at the start and whenever too much was written at once;
/// otherwise what was written is read again before the next answer. Optional and bounded: without it answers are the same, and come from the store.
/// </summary>
internal sealed partial class PortfolioMirror(
    WatchedStore store, PortfolioStream stream, PortfolioSettings settings, TimeProvider time, ILogger<PortfolioMirror> logger)
    : BackgroundService
{
    /// <summary>How long writing has to pause before everything is read again (house).</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>After how many pauses it is read again although writing goes on (house).</summary>
    private const int MostPauses = 30;

    private readonly SemaphoreSlim turn = new(1);
    private readonly SharedTexts outlets = new();
    private volatile Portfolio? kept;
    private volatile bool off = !settings.InMemory;
    private long since;

    /// <summary>How it stands.</summary>
    public MirrorState State => off ? MirrorState.Off : kept is null ? MirrorState.Building : MirrorState.Ready;

    /// <summary>Since when it is kept in step without having been read anew, in the bank's time.</summary>
    public DateTime Since => new(Interlocked.Read(ref since));

    /// <summary>The most bytes it may take.</summary>
    public long MostBytes => settings.MostBytes;

    /// <summary>The customers as all that has been written until now has left them; null while that is not known here.</summary>
    public async ValueTask<Portfolio?> Current(CancellationToken ct)
    {
        if (kept is null)
        {
            return null;
        }

        await turn.WaitAsync(ct);
        try
        {
            return kept is { } portfolio ? await InStep(portfolio, ct) : null;
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (written, pauses) = (store.Commits, 0);
            while (!off)
            {
                // While much is being written everything would have to be read again and again: better once, when that is over.
                if ((kept is null || store.Touched.TooMany) && (store.Commits == written || pauses > MostPauses))
                {
                    pauses = 0;
                    if (!await Build(stoppingToken))
                    {
                        await Task.Delay(Pause * MostPauses, time, stoppingToken);
                    }
                }

                (written, pauses) = (store.Commits, pauses + 1);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async ValueTask<Portfolio?> InStep(Portfolio portfolio, CancellationToken ct)
    {
        if (store.Touched.Take() is not { } touched)
        {
            kept = null;
            return null;
        }

        if (touched.Count == 0)
        {
            return portfolio;
        }

        try
        {
            return Keep(portfolio.With(await stream.On(AccessScope.Bank, touched, DateOnly.MaxValue, ct), outlets.One));
        }
        catch
        {
            store.Touched.GiveBack(touched);
            throw;
        }
    }

    /// <summary>From here on every change is told; what is kept knows nothing of those before and is let go first.</summary>
    private async ValueTask Forget(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            kept = null;
            store.Touched.Begin();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads everything; false where the store could not be read.</summary>
    private async Task<bool> Build(CancellationToken ct)
    {
        var (blocks, bytes, over) = (new List<CustomerBlock>(), 0L, false);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await Forget(ct);
            await stream.Each(AccessScope.Bank, asOf: null, Take, enough.Token);
            await turn.WaitAsync(ct);
            try
            {
                Interlocked.Exchange(ref since, MomentJson.Now(time).Ticks);
                if (Keep(Portfolio.Of(stream.Facts, blocks)) is { } portfolio)
                {
                    var (customers, megabytes) = (portfolio.Count, portfolio.Bytes >> 20);
                    LogBuilt(logger, customers, megabytes);
                }
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (over && !ct.IsCancellationRequested)
        {
            SwitchOff(bytes);
        }
        catch (Exception failed) when (failed is StoreException or InvalidDataException)
        {
            LogFailure(logger, failed);
            return false;
        }

        return true;

        void Take(CustomerBlock block)
        {
            lock (blocks)
            {
                blocks.Add(block);
                bytes += block.Bytes;
                if (bytes > settings.MostBytes && !over)
                {
                    over = true;
                    enough.Cancel();
                }
            }
        }
    }

    private Portfolio? Keep(Portfolio portfolio)
    {
        if (portfolio.Bytes > settings.MostBytes)
        {
            SwitchOff(portfolio.Bytes);
            return null;
        }

        kept = portfolio;
        return portfolio;
    }

    /// <summary>Said once: from then on every answer comes from the store.</summary>
    private void SwitchOff(long bytes)
    {
        (kept, off) = (null, true);
        store.Touched.End();
        LogOff(logger, bytes, settings.MostBytes);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The portfolio is in memory: {Customers} customers, {Megabytes} MB")]
    private static partial void LogBuilt(ILogger logger, int customers, long megabytes);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The portfolio takes {Bytes} bytes of memory and may take {MostBytes} (Portfolio:MostBytes); it is answered from the store")]
    private static partial void LogOff(ILogger logger, long bytes, long mostBytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The portfolio could not be read into memory; tried again in a minute")]
    private static partial void LogFailure(ILogger logger, Exception failed);
}
