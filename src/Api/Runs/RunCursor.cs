namespace Kehu.Api;

/// <summary>What a run found, handed out in the order of ids while another run is gone through beside it; one part is held at a time.</summary>
internal sealed class RunCursor(IAsyncEnumerable<StoredChunk> chunks, string after) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<StoredChunk> walk = chunks.GetAsyncEnumerator();
    private IReadOnlyList<DecidedCustomer> held = [];
    private int at;

    /// <summary>The last customer of the part held; null where there is none left.</summary>
    public async ValueTask<string?> Last()
    {
        while (at == held.Count)
        {
            if (!await walk.MoveNextAsync())
            {
                return null;
            }

            (held, at) = ([.. walk.Current.Chunk.Customers], 0);
            Pass(after);
        }

        return held[^1].Id;
    }

    /// <summary>The customers of the part held up to an id, none of whom is handed out again.</summary>
    public IReadOnlyList<DecidedCustomer> UpTo(string last)
    {
        var from = at;
        Pass(last);
        return [.. held.Skip(from).Take(at - from)];
    }

    public ValueTask DisposeAsync() => walk.DisposeAsync();

    private void Pass(string last)
    {
        while (at < held.Count && string.CompareOrdinal(held[at].Id, last) <= 0)
        {
            at++;
        }
    }
}
