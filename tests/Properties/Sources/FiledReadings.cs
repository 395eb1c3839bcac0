using System.Text;
using System.Text.Json;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties.Sources;

/// <summary>A store into which deliveries are filed as the calls of the service do it.</summary>
internal sealed class FiledReadings : IAsyncDisposable
{
    private readonly MemoryStore store = new(Tables.Schema);
    private readonly Moments moments = new(StandingClock.OnTheDay(), null);
    private readonly Filings filings;
    private readonly CustomerArchive archive;

    public FiledReadings(SourceOrder order)
    {
        filings = new Filings(FactCatalogue.Shipped, order);
        archive = new CustomerArchive(new CustomerStore(store, FactCatalogue.Shipped), moments, filings);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>A moment after all that was filed.</summary>
    public DateTime Now() => moments.Take();

    public async Task FileAll(IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            await File(delivery, asPatch: false);
        }
    }

    public async Task<Filing> File(Delivery delivery, bool asPatch)
    {
        var filing = (Filing)(await archive.Draft(AccessScope.Bank, Read(delivery, asPatch), new Precondition.None(), default)).Case;
        switch (filing)
        {
            case Filing.Filed filed:
                Xunit.Assert.Null(await store.Commit([.. filed.Unit], default));
                break;
            case Filing.Refused(var why):
                throw new InvalidOperationException($"{delivery.Json(asPatch)}: {string.Join("; ", why.Map(fault => fault.Detail.En))}");
        }

        return filing;
    }

    /// <summary>What shows of each member as of a day, with where it comes from, as known now or at an earlier moment.</summary>
    public async Task<IReadOnlyDictionary<string, (string? Value, string Source, DateOnly On)>?> Find(DateOnly day, DateTime? knownAt)
    {
        if (await archive.Find(AccessScope.Bank, Delivery.Customer, day, knownAt, default) is not { } filed)
        {
            return null;
        }

        using var json = JsonDocument.Parse(Held.JsonOf(filed.Record));
        var shown = new Dictionary<string, (string?, string, DateOnly)>(StringComparer.Ordinal);
        foreach (var name in Delivery.Names)
        {
            var origin = filed.Record.Origins.Of(name).IfNone(() => throw new InvalidOperationException($"{name} was never read"));
            shown.Add(name, (Value(json.RootElement, name), origin.Source, origin.On));
        }

        return shown;
    }

    /// <summary>Every snapshot as it is exported, a line each.</summary>
    public async Task<string> Snapshots() => string.Join('\n', await ((IStore)store).Export(null, FactCatalogue.Shipped, default).Select(line => Encoding.UTF8.GetString(line.Span)).ToListAsync());

    public async Task<ImportReport> Import(IEnumerable<string> lines, ImportManner manner, int portion)
    {
        using var import = new CustomerImport(
            new CustomerStore(store, FactCatalogue.Shipped), AccessScope.Bank, moments, filings,
            new Rejects("nowhere", TimeSpan.FromDays(1)).Open(Rejects.NewId(StandingClock.OnTheDay()), default), manner, portion);
        foreach (var (line, at) in lines.Select((line, at) => (line, at)))
        {
            await import.Take(at + 1, Encoding.UTF8.GetBytes(line));
        }

        return await import.Finish("law");
    }

    private static Incoming Read(Delivery delivery, bool asPatch)
    {
        var (json, codecs) = (Encoding.UTF8.GetBytes(delivery.Json(asPatch && !delivery.IsWhole)), CustomerCodecs.For(FactCatalogue.Shipped));
        if (delivery.IsWhole)
        {
            var cursor = new JsonCursor(json);
            return Incoming.Whole.Of(CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped)!.SaidBy(delivery.Source));
        }

        var part = asPatch ? codecs.ReadPatch(json, Delivery.Customer, out var faults) : codecs.ReadPart(json, out faults);
        return new Incoming.Part(part ?? throw new InvalidOperationException(string.Join("; ", faults.Select(fault => $"{fault.Place} {fault.Detail.En}"))), delivery.Source);
    }

    private static string? Value(JsonElement record, string name)
    {
        var found = record;
        return name.Split('.').All(member => found.TryGetProperty(member, out found)) ? found.GetRawText() : null;
    }
}
