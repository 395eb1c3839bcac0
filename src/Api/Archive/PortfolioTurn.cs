namespace Kehu.Api;

/// <summary>Passes over all stored customers, one at a time: each takes seconds of a whole bank, and several together would starve all else.</summary>
internal sealed class PortfolioTurn : IDisposable
{
    /// <summary>When to ask again while a pass is made for somebody else.</summary>
    public const int BusySeconds = 5;

    private readonly FewAtATime turn = new(atATime: 1, mostWaiting: 0);

    /// <summary>Makes the pass; null where another one is under way.</summary>
    public ValueTask<T?> Run<T>(Func<CancellationToken, ValueTask<T>> pass, CancellationToken ct)
        where T : struct => turn.Run(pass, ct);

    public void Dispose() => turn.Dispose();
}
