using LanguageExt;

namespace Kehu.Api;

/// <summary>The keys on file as of one moment, with the versions of their rows.</summary>
internal sealed class KeysOnFile
{
    private readonly Dictionary<string, long> versions;

    /// <summary>What the rows hold.</summary>
    public KeysOnFile(IReadOnlyList<Row> rows)
    {
        versions = rows.ToDictionary(row => row.Id, row => row.Version, StringComparer.Ordinal);
        Ring = new KeyRing(rows.Select(row => KeyArchive.Stored(row.Body)));
    }

    /// <summary>All keys.</summary>
    public KeyRing Ring { get; }

    /// <summary>The version of a key; none where there is no such key.</summary>
    public Option<string> Version(string id) => versions.TryGetValue(id, out var version)
        ? version.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Option<string>.None;

    /// <summary>The write that files a key over what is on file.</summary>
    public Write Filed(AccessKey key) => new Write.Put(
        Tables.Keys, key.Id, versions.GetValueOrDefault(key.Id), KeyArchive.Body(key), new Dictionary<string, string>());
}

/// <summary>The keys with which callers come: few enough to be held in memory, and never with their secrets.</summary>
internal sealed class KeyArchive(WatchedStore store) : IDisposable
{
    /// <summary>The most keys there may be (house): all are held in memory.</summary>
    public const int Most = 10_000;

    private static readonly ContractCodec<AccessKey> Kept = JsonForms.All.Of(AccessKey.Kept);

    private readonly Remembered<KeysOnFile> keys = new(store, store.Keys, reader => new KeysOnFile([.. reader.Range(Tables.Keys, "", "")]));

    /// <summary>The keys as all that has been written until now has left them.</summary>
    public ValueTask<KeysOnFile> OnFile(CancellationToken ct) => keys.Now(ct);

    /// <summary>The same where nothing has to be read for it; null where something was written since.</summary>
    public KeysOnFile? Fresh => keys.Fresh;

    public void Dispose() => keys.Dispose();

    /// <summary>A key as it is kept.</summary>
    public static byte[] Body(AccessKey key) => WireJson.Bytes(json => Kept.Write(json, key));

    /// <summary>A key on file; one that is damaged is a defect of the store.</summary>
    public static AccessKey Stored(ReadOnlySpan<byte> body) =>
        Kept.Read(body, out var key).Count == 0 ? key : throw new InvalidDataException("a stored key is damaged");
}
