namespace Kehu.Api.Store;

/// <summary>
/// Where records and logs are kept: tables of bytes by id, with indexes by equality, and logs in order.
/// Ids are not empty and are ordered by their UTF-8 bytes, which for ASCII is the ordinal order.
/// A name the schema does not have is a defect (<see cref="ArgumentException"/>); a disk that fails is a <see cref="StoreException"/>.
/// </summary>
internal interface IStore : IAsyncDisposable
{
    /// <summary>The record with this id, if there is one.</summary>
    ValueTask<Row?> Get(string table, string id, CancellationToken ct);

    /// <summary>The records found among these ids, each once, in any order, all as of one moment.</summary>
    ValueTask<IReadOnlyList<Row>> Get(string table, IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>How many records the table holds at one moment.</summary>
    async ValueTask<long> Count(string table, CancellationToken ct) => await Range(table, "", "", ct).LongCountAsync(ct);

    /// <summary>
    /// The records with after &lt; id &lt; before, by id; before "" means to the end. Read in bounded portions, each as of its own moment:
    /// a record that stays is seen exactly once, one written meanwhile may be seen or not, and a slow reader holds nothing up.
    /// </summary>
    IAsyncEnumerable<Row> Range(string table, string after, string before, CancellationToken ct);

    /// <summary>At most <paramref name="take"/> records with id &gt; after whose value in the index equals the key, by id.</summary>
    IAsyncEnumerable<Row> Page(string table, string index, string key, string after, int take, CancellationToken ct);

    /// <summary>The lines of a log with a number above <paramref name="after"/>, in order, to the end the log has while reading.</summary>
    IAsyncEnumerable<Entry> Read(string log, long after, CancellationToken ct);

    /// <summary>
    /// Does all of the unit or nothing: null means done and durable, a conflict means not done.
    /// <see cref="OperationCanceledException"/> means not done either: a unit whose turn has come is no longer cancelled.
    /// An empty unit changes nothing and is written to the disk all the same, so that it says whether the store can be written.
    /// What the bodies of the unit lie in belongs to the caller again once it is answered: keep nothing of it.
    /// </summary>
    ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct);
}
