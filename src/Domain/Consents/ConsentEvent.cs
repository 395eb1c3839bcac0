namespace Kehu.Domain;

/// <summary>
/// What a customer said on a day: that a purpose is granted or withdrawn, or that a channel is refused or accepted again. It is about one of the two.
/// Source: facts, "Consent is no member of the record".
/// </summary>
/// <param name="Date">The day on which it was said.</param>
/// <param name="Purpose">The purpose that it is about.</param>
/// <param name="Channel">The channel that it is about.</param>
/// <param name="Says">What was said of it.</param>
public sealed record ConsentEvent(DateOnly Date, Option<ConsentPurpose> Purpose, Option<Channel> Channel, ConsentWord Says)
{
    private static readonly int Purposes = Enum.GetValues<ConsentPurpose>().Length;

    private static readonly Fault OneTopic = Fault.At(
        "", "consent.topic", "a consent is about a purpose or about a channel; name one of the two", "每条同意记录针对一个用途或一个渠道，请写其一");

    private static readonly Field<ConsentEvent, DateOnly> OfDate = Fields<ConsentEvent>.Needed(
        "date", Forms.Day, one => one.Date, (one, day) => one with { Date = day }) with
    { Says = "The day on which it was said." };

    private static readonly Field<ConsentEvent, ConsentPurpose> OfPurpose = Fields<ConsentEvent>.Optional(
        "purpose", Forms.One<ConsentPurpose>(ConsentCodes.Code), one => one.Purpose, (one, purpose) => one with { Purpose = purpose }) with
    { Says = "The purpose that it is about." };

    private static readonly Field<ConsentEvent, Channel> OfChannel = Fields<ConsentEvent>.Optional(
        "channel", Forms.Channel, one => one.Channel, (one, channel) => one with { Channel = channel }) with
    { Says = "The channel that it is about." };

    private static readonly Field<ConsentEvent, ConsentWord> OfWord = Fields<ConsentEvent>.Needed(
        "says", Forms.One<ConsentWord>(ConsentCodes.Code), one => one.Says, (one, word) => one with { Says = word }) with
    { Says = "Of a purpose granted or withdrawn, of a channel refused or accepted." };

    /// <summary>The way by which it was said, as a code of the bank's, such as <c>counter-form</c>.</summary>
    public Option<string> Via { get; init; }

    /// <summary>The version of the wording that the customer was shown, as a code of the bank's.</summary>
    public Option<string> Wording { get; init; }

    /// <summary>The code of who recorded it.</summary>
    public Option<string> By { get; init; }

    /// <summary>What was said, on the wire and as it is kept.</summary>
    public static Contract<ConsentEvent> Contract { get; } = new(
        "What a customer said of a purpose or of a channel on a day.",
        new ConsentEvent(default, None, None, default),
        OfDate,
        OfPurpose,
        OfChannel,
        OfWord,
        Code("via", one => one.Via, (one, code) => one with { Via = code }, "The way by which it was said, as a code of the bank's."),
        Code("wording", one => one.Wording, (one, code) => one with { Wording = code }, "The version of the wording that was shown."),
        Code("by", one => one.By, (one, code) => one with { By = code }, "The code of who recorded it."))
    {
        Rules = Array(
            new Rule<ConsentEvent>(Array<Field<ConsentEvent>>(), _ => Seq1(OneTopic)) { Without = Array<Field<ConsentEvent>>(OfPurpose, OfChannel) },
            new Rule<ConsentEvent>(Array<Field<ConsentEvent>>(), _ => Seq1(OneTopic)) { Beside = Array<Field<ConsentEvent>>(OfPurpose, OfChannel) },
            new Rule<ConsentEvent>(Array<Field<ConsentEvent>>(OfPurpose, OfWord), one => one.Unfit()) { Without = Array<Field<ConsentEvent>>(OfChannel) },
            new Rule<ConsentEvent>(Array<Field<ConsentEvent>>(OfChannel, OfWord), one => one.Unfit()) { Without = Array<Field<ConsentEvent>>(OfPurpose) }),
    };

    /// <summary>Of a purpose.</summary>
    public static ConsentEvent Of(DateOnly date, ConsentPurpose purpose, bool granted) =>
        new(date, Some(purpose), None, granted ? ConsentWord.Granted : ConsentWord.Withdrawn);

    /// <summary>Of a channel.</summary>
    public static ConsentEvent Of(DateOnly date, Channel channel, bool accepted) =>
        new(date, None, Some(channel), accepted ? ConsentWord.Accepted : ConsentWord.Refused);

    /// <summary>What it is about, as a number: purposes in their order, then channels in theirs.</summary>
    public int Topic => Purpose.Map(purpose => (int)purpose).IfNone(() => Purposes + Channel.Map(channel => (int)channel).IfNone(0));

    /// <summary>What is wrong with saying it on a day: what was not said yet is not recorded.</summary>
    public Seq<Fault> Faults(DateOnly today) => Date <= today ? Seq<Fault>() : Seq1(OfDate.Fault(
        "consent.in-future", "what is recorded has been said: the date is not after today (UTC+8)", "只能记录已作出的表示，日期不得晚于今天（UTC+8）"));

    private static Field<ConsentEvent, string> Code(
        string name, Func<ConsentEvent, Option<string>> find, Func<ConsentEvent, string, ConsentEvent> with, string says) =>
        Fields<ConsentEvent>.Optional(name, Forms.Unit, find, with) with { Says = says };

    private Seq<Fault> Unfit() => Purpose.IsSome == (Says is ConsentWord.Granted or ConsentWord.Withdrawn) ? Seq<Fault>() : Seq1(OfWord.Fault(
        "consent.says", "a purpose is granted or withdrawn, a channel refused or accepted", "用途须写 granted 或 withdrawn，渠道须写 refused 或 accepted"));
}
