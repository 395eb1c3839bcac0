using Kehu.Domain;
using LanguageExt;
using LiteDB;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>What a store says of itself: the version of its schema, the latest moment, how many records each table has and how many lines each log.</summary>
internal sealed record LiteMeta(int Version, DateTime? Moment, HashMap<string, long> Counts)
{
    /// <summary>The link of the last line of each chained log that has one.</summary>
    public HashMap<string, ReadOnlyMemory<byte>> Links { get; init; } = HashMap<string, ReadOnlyMemory<byte>>();

    /// <summary>The collection it lies in, by which a file is known for ours.</summary>
    public const string Collection = "kehu";

    private const int Only = 1;

    public static LiteMeta Empty { get; } = new(0, null, HashMap<string, long>());

    /// <summary>How many records a table has; of a log, the number of its last line.</summary>
    public long Count(string name) => Counts.Find(name).IfNone(0);

    /// <summary>The link of the last line of a log.</summary>
    public ReadOnlyMemory<byte> Link(string log) => Links.Find(log).IfNone(ChainLink.Start);

    public BsonDocument Document() => new()
    {
        [LiteDocument.IdField] = Only,
        ["version"] = Version,
        ["moment"] = Moment is { } at ? at.Ticks : BsonValue.Null,
        ["counts"] = new BsonDocument(Counts.AsEnumerable().ToDictionary(count => count.Key, count => new BsonValue(count.Value))),
        ["links"] = new BsonDocument(Links.AsEnumerable().ToDictionary(link => link.Key, link => new BsonValue(link.Value.ToArray()))),
    };

    public static LiteMeta Of(BsonDocument document) => new(
        document["version"].AsInt32,
        document["moment"] is { IsNull: false } ticks ? new DateTime(ticks.AsInt64, DateTimeKind.Utc) : null,
        toHashMap(document["counts"].AsDocument.Select(count => (count.Key, count.Value.AsInt64))))
    {
        Links = document.TryGetValue("links", out var links)
            ? toHashMap(links.AsDocument.Select(link => (link.Key, (ReadOnlyMemory<byte>)link.Value.AsBinary)))
            : HashMap<string, ReadOnlyMemory<byte>>(),
    };
}
