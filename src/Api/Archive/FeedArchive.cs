using LanguageExt;

namespace Kehu.Api;

/// <summary>The register of what came last of each source, and how the feeds stand that the bank expects. It tells of no customer.</summary>
internal sealed class FeedArchive(IStore store, ExpectedFeeds expected, WorkCalendar calendar, TimeProvider time)
{
    /// <summary>How many sources the register holds (house): whoever names a new one with every import has made a mistake.</summary>
    public const int MostSources = 1_000;

    private static readonly ContractCodec<FeedArrival> Codec = JsonForms.All.Of(FeedArrival.Contract);

    /// <summary>How every expected feed stands now, by source; nothing is read where none is expected.</summary>
    public async ValueTask<Arr<FeedStanding>> Standings(CancellationToken ct)
    {
        if (expected.All.IsEmpty)
        {
            return Arr<FeedStanding>.Empty;
        }

        string[] sources = [.. expected.All.Map(feed => feed.Source)];
        var came = (await store.Get(Tables.Feeds, sources, ct)).ToDictionary(row => row.Id, row => Codec.Stored(row), StringComparer.Ordinal);
        var now = MomentJson.Now(time);
        return expected.All.Map(feed => feed.At(came.TryGetValue(feed.Source, out var last) ? last : Option<FeedArrival>.None, now, calendar));
    }

    /// <summary>Those of them that are late.</summary>
    public async ValueTask<Arr<FeedStanding>> Late(CancellationToken ct) => (await Standings(ct)).Filter(feed => feed.IsLate);

    /// <summary>Whether a source has its place in the register, or there is room for it.</summary>
    public ValueTask<bool> Takes(string source, CancellationToken ct) => store.Together(
        reader => reader.Get(Tables.Feeds, source) is not null || reader.Count(Tables.Feeds) < MostSources, ct);

    /// <summary>The write that notes an import of a source, all of which is on file now.</summary>
    public async ValueTask<Write> Noted(string source, ImportReport report, CancellationToken ct)
    {
        var version = await store.Get(Tables.Feeds, source, ct) is { } row ? row.Version : 0;
        var arrival = new FeedArrival(source, MomentJson.Now(time), report.Read, report.Rejected, report.Id);
        return new Write.Put(Tables.Feeds, source, version, WireJson.Bytes(json => Codec.Write(json, arrival)), Write.Unlisted);
    }
}
