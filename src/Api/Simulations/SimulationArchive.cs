using Microsoft.Extensions.Caching.Memory;

namespace Kehu.Api;

/// <summary>
/// Answers of simulations under their names, in memory and in the store, so that an approval can cite one. Bounded in number and bytes: the oldest go first,
/// and one that is too large is not stored.
/// </summary>
internal sealed class SimulationArchive(IStore store, FactCatalogue facts) : IDisposable
{
    /// <summary>How many answers are stored (house), and their bytes together.</summary>
    public const int MostStored = 500;

    private const long MostBytes = 64L << 20;

    private const int LargestBody = 4 << 20;

    private const long MostCached = 32L << 20;

    /// <summary>The row that lists the others, oldest first; no name of an answer is so short.</summary>
    private const string ListId = "list";

    private readonly MemoryCache cached = new(new MemoryCacheOptions { SizeLimit = MostCached });

    /// <summary>The answer of a name; null where there is none, or none any more.</summary>
    public async ValueTask<Simulation?> Find(string name, CancellationToken ct)
    {
        if (cached.TryGetValue(name, out Simulation? known))
        {
            return known;
        }

        if (name == ListId || await store.Get(Tables.Simulations, name, ct) is not { } row)
        {
            return null;
        }

        return Cache(SimulationBody.Read(row.Body, facts), row.Body.Length);
    }

    /// <summary>Keeps an answer. One that is stored already stays as it is.</summary>
    public async ValueTask Keep(Simulation simulation, CancellationToken ct)
    {
        if (await store.Get(Tables.Simulations, simulation.Name, ct) is not null)
        {
            return;
        }

        var body = SimulationBody.Write(simulation);
        for (var done = body.Length > LargestBody; !done;)
        {
            done = await store.Commit(await Unit(simulation.Name, body, ct), ct) is null
                || await store.Get(Tables.Simulations, simulation.Name, ct) is not null;
        }

        Cache(simulation, body.Length);
    }

    public void Dispose() => cached.Dispose();

    /// <summary>Puts the answer behind the others and takes away the oldest that have no room any more.</summary>
    private async ValueTask<List<Write>> Unit(string name, byte[] body, CancellationToken ct)
    {
        var row = await store.Get(Tables.Simulations, ListId, ct);
        var listed = row is { } known ? SimulationBody.ReadList(known.Body) : [];
        listed.Add((name, body.Length));
        var (bytes, gone) = (listed.Sum(one => (long)one.Bytes), 0);
        while (listed.Count - gone > MostStored || bytes > MostBytes)
        {
            bytes -= listed[gone++].Bytes;
        }

        return
        [
            new Write.Put(Tables.Simulations, ListId, row?.Version ?? 0, SimulationBody.WriteList(listed.Skip(gone)), Write.Unlisted),
            new Write.Put(Tables.Simulations, name, 0, body, Write.Unlisted),
            .. listed.Take(gone).Select(one => new Write.Delete(Tables.Simulations, one.Name, 1)),
        ];
    }

    private Simulation Cache(Simulation simulation, int bytes) => cached.Set(simulation.Name, simulation, new MemoryCacheEntryOptions { Size = bytes });
}
