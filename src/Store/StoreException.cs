namespace Kehu.Store;

/// <summary>The disk or the file failed a running store: full, unreadable, gone. The store stays usable once the cause is mended.</summary>
internal sealed class StoreException(string message, Exception inner) : IOException(message, inner)
{
    /// <summary>What ails the store.</summary>
    public StoreTrouble Trouble { get; } = StoreTroubles.Of(inner);
}
