namespace Kehu.Domain;

/// <summary>
/// What a customer said, as it stands in the log. Where it came with a record (<c>preferences</c>) nobody says that the customer was asked: it
/// counts, but of one date it never ends a refusal.
/// </summary>
/// <param name="Event">What was said.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="FromRecord">True where it came with a record.</param>
public sealed record LoggedConsent(ConsentEvent Event, DateTime RecordedAt, bool FromRecord)
{
    private static readonly Field<LoggedConsent, DateTime> OfMoment = Fields<LoggedConsent>.Made(
        "recordedAt", Forms.Instant, one => one.RecordedAt, (one, moment) => one with { RecordedAt = moment }) with
    { Says = "When it was recorded (UTC); the moment of the import where it is left out." };

    /// <summary>An event of the log on the wire and as it is kept. Without a moment it is recorded when it is read.</summary>
    public static Contract<LoggedConsent> Contract { get; } = ConsentEvent.Contract.Within(
        "What a customer said, and when it was recorded.",
        new LoggedConsent(ConsentEvent.Contract.Blank, default, FromRecord: false),
        one => one.Event,
        (one, said) => one with { Event = said },
        OfMoment,
        Fields<LoggedConsent>.Optional(
            "fromRecord", Forms.Flag, one => one.FromRecord ? Some(true) : None, (one, flag) => one with { FromRecord = flag }) with
        { Says = "True where it came with a record (preferences); left out otherwise." });

    /// <summary>Where it stands in the log: by date, then by moment; of one moment what forbids stands last.</summary>
    internal static Comparer<LoggedConsent> Order { get; } = Comparer<LoggedConsent>.Create((one, other) => Compared(
        one.Event.Date.CompareTo(other.Event.Date),
        one.RecordedAt.CompareTo(other.RecordedAt),
        one.Event.Topic.CompareTo(other.Event.Topic),
        other.Event.Says.Allows().CompareTo(one.Event.Says.Allows()),
        one.FromRecord.CompareTo(other.FromRecord),
        Compared(one.Event.Via, other.Event.Via),
        Compared(one.Event.Wording, other.Event.Wording),
        Compared(one.Event.By, other.Event.By)));

    /// <summary>The same said again in the same way, whenever it was recorded.</summary>
    public bool SaysAs(LoggedConsent other) => Event == other.Event && FromRecord == other.FromRecord;

    /// <summary>What is wrong with a moment of recording that lies ahead.</summary>
    public Seq<Fault> Faults(DateOnly today, DateTime now) =>
        (FromRecord ? Seq<Fault>() : Event.Faults(today)) + (RecordedAt <= now ? Seq<Fault>() : Seq1(OfMoment.Fault(
            "consent.recorded-in-future", "what was recorded has been said: the moment is not after now", "只能记录已作出的表示，时刻不得晚于现在")));

    private static int Compared(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
        {
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int Compared(Option<string> one, Option<string> other) => string.CompareOrdinal(one.IfNone(""), other.IfNone(""));
}

/// <summary>A line of the log of all customers.</summary>
/// <param name="Customer">Who said it.</param>
/// <param name="Consent">What was said, and when it was recorded.</param>
public sealed record ConsentLine(string Customer, LoggedConsent Consent)
{
    /// <summary>A line on the wire.</summary>
    public static Contract<ConsentLine> Contract { get; } = LoggedConsent.Contract.Within(
        "What a customer said, as a line of the log of all customers.",
        new ConsentLine("", LoggedConsent.Contract.Blank),
        line => line.Consent,
        (line, consent) => line with { Consent = consent },
        Fields<ConsentLine>.Needed("customer", Forms.CustomerId, line => line.Customer, (line, id) => line with { Customer = id })) with
    {
        Name = "ConsentLine",
    };
}
