namespace Kehu.Domain;

/// <summary>An event that went to another customer.</summary>
/// <param name="Sort">The plural of its sort, as it stands in routes.</param>
/// <param name="Id">The id that it has there.</param>
/// <param name="Was">The id of before, where the other customer had an event of that id already.</param>
public sealed record MovedEvent(string Sort, string Id, Option<string> Was)
{
    internal static Contract<MovedEvent> Contract { get; } = new(
        "An event that went to another customer.",
        new MovedEvent("", "", None),
        Fields<MovedEvent>.Needed("sort", Forms.Kebab, one => one.Sort, (one, sort) => one with { Sort = sort }),
        Fields<MovedEvent>.Needed("id", Forms.Unit, one => one.Id, (one, id) => one with { Id = id }),
        Fields<MovedEvent>.Optional("was", Forms.Unit, one => one.Was, (one, id) => one with { Was = id }));
}

/// <summary>
/// A customer who was on file under a second id, merged into the first: where it went, and what has to be known to undo it. Source: facts, Files from
/// several hands.
/// </summary>
/// <param name="Into">The id under which the customer is on file.</param>
/// <param name="At">When it was done (UTC).</param>
/// <param name="AsOf">The date of the newest record of before.</param>
/// <param name="RecordedAt">When that record was recorded (UTC).</param>
/// <param name="Events">The events that went with it.</param>
/// <param name="Cases">The cases that went with it, by id.</param>
public sealed record Merged(string Into, DateTime At, DateOnly AsOf, DateTime RecordedAt, Arr<MovedEvent> Events, Arr<string> Cases)
{
    /// <summary>The most events and cases that move (house): it is one unit of work.</summary>
    public const int MostEvents = 10_000;

    public const int MostCases = 1_000;

    /// <summary>The most customers who are merged into one (house): they are erased in one unit of work.</summary>
    public const int MostIntoOne = 100;

    /// <summary>For how many days it can be undone, the last one included. Source: facts, Files from several hands.</summary>
    public const int DaysToUndo = 30;

    private const int LongestId = 64;

    /// <summary>Together they are more than is merged.</summary>
    public static Fault TooMany { get; } = Fault.Of(
        "other", "merge.too-many",
        $"together they have too much: at most {MostEvents} events and {MostCases} cases move, as many as fit into a year, from {MostIntoOne} customers",
        $"合并后超出上限：最多移动 {MostEvents} 条事件与 {MostCases} 个事项，且不得超过每年的条数，最多 {MostIntoOne} 位客户");

    /// <summary>The row as it is kept.</summary>
    public static Contract<Merged> Contract { get; } = new(
        "Where a customer went who was merged into another.",
        new Merged("", default, default, default, Array<MovedEvent>(), Array<string>()),
        Fields<Merged>.Needed("into", Forms.CustomerId, one => one.Into, (one, id) => one with { Into = id }),
        Fields<Merged>.Needed("at", Forms.Instant, one => one.At, (one, moment) => one with { At = moment }),
        Fields<Merged>.Needed("asOf", Forms.Day, one => one.AsOf, (one, day) => one with { AsOf = day }),
        Fields<Merged>.Needed("recordedAt", Forms.Instant, one => one.RecordedAt, (one, moment) => one with { RecordedAt = moment }),
        Fields<Merged>.Needed("events", Forms.List(MovedEvent.Contract), one => one.Events, (one, events) => one with { Events = events }),
        Fields<Merged>.Needed("cases", Forms.List(Forms.Unit), one => one.Cases, (one, ids) => one with { Cases = ids }));

    /// <summary>The day on which it was done, in the bank's time zone.</summary>
    public DateOnly On => DateOnly.FromDateTime(At.AddHours(8));

    /// <summary>The last day on which it can be undone.</summary>
    public DateOnly UndoUntil => On.AddDays(DaysToUndo);

    /// <summary>Why something is not said about the customer any more; it stands where the id does.</summary>
    public static Fault Gone(Place place, string id, string into) => new(
        "customer.merged", place, new Label($"'{id}' was merged into '{into}'; use that id", $"客户“{id}”已并入“{into}”，请改用该编号"));

    /// <summary>What is wrong with making one customer of two.</summary>
    public static Seq<Fault> Faults(CustomerRecord from, CustomerRecord into) =>
        (from.Id == into.Id
            ? Seq1(Fault.Of("other", "merge.same", "a customer is merged into another one, not into itself", "客户只能并入另一位客户，不能并入其自身"))
            : Seq<Fault>())
        + (from.Kind != into.Kind
            ? Seq1(Fault.Of(
                "other", "merge.other-kind", $"the one is on file as {from.Kind.Code()}, the other as {into.Kind.Code()}: they are not the same customer",
                $"两者在档案中的种类分别为 {from.Kind.Code()} 与 {into.Kind.Code()}，不是同一客户"))
            : Seq<Fault>());

    /// <summary>The id of an event where the other customer has one of its id: behind the id of the customer whose it was, cut to what an id may be.</summary>
    public static string IdOf(string customer, string id) => $"{customer}.{id}" is var whole && whole.Length > LongestId ? whole[..LongestId] : whole;

    /// <summary>Why it is not undone on a day; nothing where it can be.</summary>
    public Option<Fault> WhyKept(DateOnly today) => today <= UndoUntil ? None : Some(Fault.Of(
        "other", "merge.over", $"it could be undone until {UndoUntil:yyyy-MM-dd}; what was merged stays so", $"撤销期限为 {UndoUntil:yyyy-MM-dd}，合并不再撤销"));
}

/// <summary>What merging came to.</summary>
public sealed record MergeReport(string Customer, Merged Merged)
{
    public static Contract<MergeReport> Contract { get; } = Answered<MergeReport>.Object(
        "What merging one customer into another came to.",
        Answered<MergeReport>.Always("customer", Forms.CustomerId, report => report.Customer),
        Answered<MergeReport>.Always("into", Forms.CustomerId, report => report.Merged.Into),
        Answered<MergeReport>.Always("on", Forms.Day, report => report.Merged.On),
        Answered<MergeReport>.Always("undoUntil", Forms.Day, report => report.Merged.UndoUntil) with { Says = "The last day on which it can be undone." },
        Answered<MergeReport>.Always("events", Forms.Count, report => report.Merged.Events.Count) with { Says = "How many events moved." },
        Answered<MergeReport>.Always("cases", Forms.Count, report => report.Merged.Cases.Count) with { Says = "How many cases moved." }) with
    { Name = "MergeReport" };
}
