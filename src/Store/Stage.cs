namespace Kehu.Store;

/// <summary>
/// A part of a long piece of work: what is being done, in which unit it is counted (none where it cannot be), how much there is where that is
/// known, and how much is done so far.
/// </summary>
internal sealed record Stage(string Doing, string Unit, long? Total, Func<long> SoFar);

/// <summary>Begins a stage, which ends when what is returned is disposed.</summary>
internal delegate IDisposable Watch(Stage stage);

/// <summary>Watching that says nothing.</summary>
internal static class Unwatched
{
    /// <summary>Says nothing.</summary>
    public static Watch Watch { get; } = _ => new Nothing();

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
