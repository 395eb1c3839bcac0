using LanguageExt;

namespace Kehu.Api;

/// <summary>What is read of a customer beside its newest record.</summary>
[Flags]
internal enum CustomerParts
{
    None = 0,
    History = 1,
    Engagements = 2,
    Surveys = 4,
    Purchases = 8,
    Cases = 16,
    Consents = 32,
    Restrictions = 64,
}

/// <summary>
/// All that is stored of a customer, or the parts that were asked for, as of one moment and as it was read: making something of it is work for whichever
/// thread needs it.
/// </summary>
internal sealed record CustomerRows(
    Row Head, IReadOnlyList<Row> History, IReadOnlyList<Row> Engagements, IReadOnlyList<Row> Surveys, IReadOnlyList<Row> Purchases,
    IReadOnlyList<Row> Cases)
{
    /// <summary>The row of the log of consents, if there is one.</summary>
    public IReadOnlyList<Row> Consents { get; init; } = [];

    /// <summary>The row of the restrictions, if there is one.</summary>
    public IReadOnlyList<Row> Restrictions { get; init; } = [];

    /// <summary>The customer's id.</summary>
    public string Id => Head.Id;

    /// <summary>What is held of the customer's newest record; withdrawn where the customer was.</summary>
    public Held Held => Held.From(Head.Body);

    /// <summary>How many bytes it holds, about.</summary>
    public long Bytes => Head.Body.Length + Sum(History) + Sum(Engagements) + Sum(Surveys) + Sum(Purchases) + Sum(Cases) + Sum(Consents) + Sum(Restrictions);

    /// <summary>The rows of a sort of events.</summary>
    public IReadOnlyList<Row> Of(IYearTable table) => table.Part switch
    {
        CustomerParts.Engagements => Engagements,
        CustomerParts.Surveys => Surveys,
        CustomerParts.Purchases => Purchases,
        CustomerParts.None or CustomerParts.History or CustomerParts.Cases or CustomerParts.Consents or CustomerParts.Restrictions =>
            throw new ArgumentException("no table of events", nameof(table)),
    };

    /// <summary>What the history holds since the customer came on file, by date and then by moment.</summary>
    public IEnumerable<Held> Older => Held is var head ? History.Select(row => Held.From(row.Body)).Where(older => older.RecordedAt >= head.Since) : [];

    /// <summary>
    /// The records as known now or at an earlier moment, the last recorded of each date, in order of dates; empty where there was none,
    /// or the customer was withdrawn.
    /// </summary>
    public Arr<CustomerRecord> Snapshots(FactCatalogue facts, DateTime? knownAt = null)
    {
        var (head, byDate) = (Held, new SortedDictionary<DateOnly, CustomerRecord>());
        foreach (var held in head.IsWithdrawn ? [] : Older.Append(head))
        {
            if (knownAt is null || held.RecordedAt <= knownAt)
            {
                var record = held.Record(facts);
                byDate[record.AsOf] = record;
            }
        }

        return new Arr<CustomerRecord>(byDate.Values);
    }

    /// <summary>The newest snapshot as of a date, as known now or at an earlier moment; null where there is none.</summary>
    public Filed? By(FactCatalogue facts, DateOnly? asOf, DateTime? knownAt)
    {
        var head = Held;
        Held? found = head.IsWithdrawn ? null
            : head.IsBy(asOf, knownAt) ? head
            : Older.Where(older => older.IsBy(asOf, knownAt)).Select(older => (Held?)older).LastOrDefault();
        return found is { } known ? new Filed(Head.Version, known.RecordedAt, known.Record(facts)) : null;
    }

    /// <summary>The canonical JSON of what is known now of each date, by date; none where the customer was withdrawn.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Json()
    {
        var head = Held;
        if (head.IsWithdrawn)
        {
            yield break;
        }

        Held? last = null;
        foreach (var older in Older)
        {
            if (last is { } before && before.AsOf != older.AsOf)
            {
                yield return before.Json;
            }

            last = older;
        }

        if (last is { } newest && newest.AsOf != head.AsOf)
        {
            yield return newest.Json;
        }

        yield return head.Json;
    }

    private static long Sum(IReadOnlyList<Row> rows) => rows.Sum(row => (long)row.Body.Length);
}
