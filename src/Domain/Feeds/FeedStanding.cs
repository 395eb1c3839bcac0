namespace Kehu.Domain;

/// <summary>The last file that came of a source.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="At">When all of it was on file, in the bank's time.</param>
/// <param name="Rows">How many rows it had.</param>
/// <param name="Rejected">How many of them were refused.</param>
/// <param name="Import">The id of the import.</param>
public sealed record FeedArrival(string Source, DateTime At, long Rows, long Rejected, string Import)
{
    /// <summary>An arrival as it is answered and kept.</summary>
    public static Contract<FeedArrival> Contract { get; } = new(
        "The last file that came of a source.",
        new FeedArrival("", default, 0, 0, ""),
        Fields<FeedArrival>.Needed("source", Forms.Kebab, one => one.Source, (one, source) => one with { Source = source }),
        Fields<FeedArrival>.Needed("at", Forms.Moment, one => one.At, (one, at) => one with { At = at }) with { Says = "When all of it was on file." },
        Fields<FeedArrival>.Needed("rows", Forms.Counted, one => one.Rows, (one, rows) => one with { Rows = rows }),
        Fields<FeedArrival>.Needed("rejected", Forms.Counted, one => one.Rejected, (one, rejected) => one with { Rejected = rejected }),
        Fields<FeedArrival>.Needed("import", Forms.Unit, one => one.Import, (one, id) => one with { Import = id }) with { Says = "The id of the import." })
    {
        Name = "FeedArrival",
    };

    /// <summary>
    /// Whether a file counts as having come: not where it had rows and every one of them was refused.
    /// </summary>
    public static bool Counts(long rows, long rejected) => rows == 0 || rejected < rows;
}

/// <summary>How an expected feed stands: when it was due last, what came last, whether that is still awaited, and when it is due next.</summary>
public sealed record FeedStanding(ExpectedFeed Feed, Option<DateTime> LastDue, Option<FeedArrival> Came, bool IsLate, Option<DateTime> NextDue)
{
    private static readonly Field<FeedStanding> OfSource = Answered<FeedStanding>.Always("source", Forms.Plain, one => one.Feed.Source);

    private static readonly Field<FeedStanding> OfLastDue = Answered<FeedStanding>.Nullable("lastDue", Forms.Moment, one => one.LastDue);

    private static readonly Field<FeedStanding> OfCame = Answered<FeedStanding>.Nullable("came", FeedArrival.Contract, one => one.Came);

    /// <summary>A feed as it is answered.</summary>
    public static Contract<FeedStanding> Contract { get; } = Answered<FeedStanding>.Object(
        "A feed that is expected, and whether it has come.",
        OfSource,
        Answered<FeedStanding>.Always("by", Forms.Plain, one => one.Feed.TimeText) with { Says = "The time of day, in the bank's time (UTC+8)." },
        Answered<FeedStanding>.Always("days", Forms.Plain, one => one.Feed.Days.Text) with { Says = "working-days, daily, or days of the week." },
        OfLastDue,
        OfCame,
        Answered<FeedStanding>.Always("late", Forms.Flag, one => one.IsLate) with { Says = "True from the time it was due until it comes." },
        Answered<FeedStanding>.Nullable("nextDue", Forms.Moment, one => one.NextDue)) with
    { Name = "Feed" };

    /// <summary>A feed that is late, as reports tell it.</summary>
    public static Contract<FeedStanding> Late { get; } = Answered<FeedStanding>.Object(
        "A feed that was due and has not come.", OfSource, OfLastDue, OfCame) with
    { Name = "LateFeed" };
}
