using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// What is on file of a customer where something comes in: the head, and of each date before it what is known now. Those before are read only where something
/// comes in that is of an earlier date than the head.
/// </summary>
internal sealed record OnFile(Head Head, Map<DateOnly, Held> Older)
{
    /// <summary>The customer as of one reading of the store; null where there never was one.</summary>
    /// <param name="reader">The reading.</param>
    /// <param name="id">The customer.</param>
    /// <param name="first">The earliest date of what comes in.</param>
    public static OnFile? Of(IReader reader, string id, DateOnly first) =>
        reader.Get(Tables.Customers, id) is { } row ? Of(reader, row, first) : null;

    /// <summary>The same where the head is read already.</summary>
    public static OnFile Of(IReader reader, Row row, DateOnly first)
    {
        var head = Head.Of(row);
        var (after, before) = Tables.Of(row.Id);
        var older = head.Held is { IsWithdrawn: false } held && first < held.AsOf
            ? reader.Range(Tables.History, after, before).Select(one => Held.From(one.Body))
                .Where(one => one.RecordedAt >= held.Since && one.AsOf < held.AsOf)
            : [];
        return new OnFile(head, older.Aggregate(Map<DateOnly, Held>.Empty, (known, one) => known.AddOrUpdate(one.AsOf, one)))
        {
            Into = head.Held.IsWithdrawn ? MergedOnFile.Into(reader, row.Id) : Option<string>.None,
        };
    }

    /// <summary>The other customer into whom this one was merged.</summary>
    public Option<string> Into { get; private init; }

    /// <summary>Whether the customer is there, and not withdrawn.</summary>
    public bool IsThere => !Head.Held.IsWithdrawn;

    /// <summary>The newest snapshot of a date, or before it.</summary>
    public Option<Held> By(DateOnly day) => Head.Held.AsOf <= day
        ? Head.Held
        : Older.Filter((asOf, _) => asOf <= day).ToSeq().LastOrNone().Map(pair => pair.Value);

    /// <summary>The snapshots of later dates, by date.</summary>
    public Arr<Held> After(DateOnly day) =>
        new(Older.Filter((asOf, _) => asOf > day).Values.Concat(Head.Held.AsOf > day ? [Head.Held] : System.Array.Empty<Held>()));
}
