using System.Buffers;

namespace Kehu.Bench;

/// <summary>The sample's customers filed into an empty store.</summary>
internal static class SampleStore
{
    private const int Portion = 10_000;

    public static async Task<int> Fill(IStore store, double scale, DateOnly asOf)
    {
        var (count, filings) = (0, new Filings(FactCatalogue.Shipped, SourceOrder.None));
        foreach (var portion in SamplePortfolio.Customers(scale, 1, asOf).Chunk(Portion))
        {
            var now = DateTime.UtcNow;
            count += portion.Length;
            await store.Commit([.. portion.Select(record => filings.File(Incoming.Whole.Of(record), null, now, new ArrayBufferWriter<byte>())).OfType<Filing.Filed>().SelectMany(filed => filed.Unit)], CancellationToken.None);
        }

        return count;
    }
}
