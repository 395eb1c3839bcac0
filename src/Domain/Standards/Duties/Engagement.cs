namespace Kehu.Domain;

/// <summary>What an engagement was: each kind does the duties of the obligation with the same code.</summary>
public enum EngagementKind
{
    ActiveContact = 0,
    Greeting,
    BirthdayGift,
    Gift,
    EventInvitation,
    SeniorVisit,
    ProductMessage,
    Survey,
    MarketInformation,
    Promotion,
    OneToOne,
    TailoredPlan,
    Revisit,
}

/// <summary>
/// Something done for a customer on a day over a channel. The id is unique among the customer's; with the date it orders engagements.
/// </summary>
public sealed record Engagement(string Id, DateOnly Date, Channel Channel, EngagementKind Kind) : IDatedEvent<Engagement>
{
    /// <summary>The most characters in a note (house).</summary>
    public const int LongestNote = 500;

    /// <summary>The role that did it; a senior visit counts only with it.</summary>
    public Option<Role> By { get; init; }

    /// <summary>Of an invitation the level of the event; the lowest unless said.</summary>
    public Option<EventLevel> Level { get; init; }

    /// <summary>Of a greeting the occasion; any unless said.</summary>
    public Option<Occasion> Occasion { get; init; }

    /// <summary>The code of who did it.</summary>
    public Option<string> Staff { get; init; }

    /// <summary>What there is to remember of it, at most <see cref="LongestNote"/> characters.</summary>
    public Option<string> Note { get; init; }

    private static readonly Field<Engagement, EngagementKind> OfKind = Fields<Engagement>.Needed(
        "kind", new Form.Code<EngagementKind>(Engagements.Code), one => one.Kind, (one, kind) => one with { Kind = kind }) with
    { Stored = 1 };

    private static readonly Field<Engagement, EventLevel> OfLevel = Fields<Engagement>.Optional(
        "level", new Form.Code<EventLevel>(level => level.Code()), one => one.Level, (one, level) => one with { Level = level }) with
    { Stored = 3 };

    private static readonly Field<Engagement, Occasion> OfOccasion = Fields<Engagement>.Optional(
        "occasion", new Form.Code<Occasion>(Occasions.Code), one => one.Occasion, (one, occasion) => one with { Occasion = occasion }) with
    { Stored = 4 };

    /// <summary>Something done for a customer, on the wire and as it is kept.</summary>
    public static Contract<Engagement> Contract { get; } = new(
        "What was done for a customer.",
        new Engagement("", default, default, default),
        Fields<Engagement>.Made("id", Forms.Unit, one => one.Id, (one, id) => one with { Id = id }),
        Fields<Engagement>.Needed("date", Forms.Day, one => one.Date, (one, day) => one with { Date = day }),
        OfKind,
        Fields<Engagement>.Needed(
            "channel", Forms.Channel, one => one.Channel, (one, channel) => one with { Channel = channel }) with
        { Stored = 0 },
        Fields<Engagement>.Optional(
            "by", new Form.Code<Role>(Roles.Code), one => one.By, (one, role) => one with { By = role }) with
        { Stored = 2 },
        OfLevel,
        OfOccasion,
        Fields<Engagement>.Optional(
            "staff", Forms.Unit, one => one.Staff, (one, code) => one with { Staff = code }) with
        { Stored = 5 },
        Fields<Engagement>.Optional(
            "note", Forms.Text(LongestNote), one => one.Note, (one, note) => one with { Note = note }) with
        { Stored = 6, IsPersonal = true })
    {
        Rules = Array(
            Only(EngagementKind.EventInvitation, OfLevel, "engagement.level", "only an event-invitation has a level; leave it out", "只有活动邀请有 level，请省略"),
            Only(EngagementKind.Greeting, OfOccasion, "engagement.occasion", "only a greeting has an occasion; leave it out", "只有问候有 occasion，请省略")),
    };

    public Engagement At(string id, DateOnly date) => this with { Id = id, Date = date };

    /// <summary>A field that belongs to one kind only.</summary>
    private static Rule<Engagement> Only(EngagementKind kind, Field<Engagement> field, string code, string en, string zh) =>
        new(Array<Field<Engagement>>(), one => one.Kind == kind ? Seq<Fault>() : Seq1(field.Fault(code, en, zh))) { Beside = Array(OfKind, field) };

    /// <summary>True for what a customer must have agreed to. Source: standards, Contact limits.</summary>
    public bool IsMarketing =>
        Kind is EngagementKind.ProductMessage or EngagementKind.Promotion or EngagementKind.MarketInformation or EngagementKind.EventInvitation;

    /// <summary>The purpose that the customer's consent is needed for; none where none is.</summary>
    public Option<ConsentPurpose> Needs => IsMarketing ? ConsentPurpose.Marketing : Kind == EngagementKind.Survey ? ConsentPurpose.Survey : None;
}

/// <summary>Engagements in codes, and which duties they do.</summary>
public static class Engagements
{
    /// <summary>The name on the wire: that of the obligation.</summary>
    public static string Code(this EngagementKind kind) => kind switch
    {
        EngagementKind.ActiveContact => "active-contact",
        EngagementKind.Greeting => "greeting",
        EngagementKind.BirthdayGift => "birthday-gift",
        EngagementKind.Gift => "gift",
        EngagementKind.EventInvitation => "event-invitation",
        EngagementKind.SeniorVisit => "senior-visit",
        EngagementKind.ProductMessage => "product-message",
        EngagementKind.Survey => "survey",
        EngagementKind.MarketInformation => "market-information",
        EngagementKind.Promotion => "promotion",
        EngagementKind.OneToOne => "one-to-one",
        EngagementKind.TailoredPlan => "tailored-plan",
        EngagementKind.Revisit => "revisit",
    };

    /// <summary>
    /// True when the engagement is of the duty's kind (a greeting is also a contact, where the standard says so), over one of the obligation's
    /// channels, and by whom, for which occasion and at which level it asks for; the day and the customer's wishes are another matter.
    /// </summary>
    public static bool Fits(this Engagement engagement, Duty duty, Counting counting) =>
        duty.Obligation.Terms.Channels.Contains(engagement.Channel)
        && (engagement.Kind.Code() == duty.Obligation.Code
            ? engagement.Suits(duty)
            : counting.GreetingCountsAsContact && engagement.Kind == EngagementKind.Greeting && duty.Obligation is Obligation.ActiveContact);

    /// <summary>A visit is made by a performing role or one above it (house).</summary>
    private static bool Suits(this Engagement engagement, Duty duty) => duty.Obligation switch
    {
        Obligation.SeniorVisit(_, var terms) => engagement.By.Exists(by => by >= terms.By.Min()),
        Obligation.EventInvitation(_, var levels, _) => levels.Contains(engagement.Level.IfNone(EventLevel.SubBranch)),
        Obligation.Greeting => engagement.Occasion.ForAll(occasion => duty.Occasion == Some(occasion)),
        Obligation.ActiveContact or Obligation.Gift or Obligation.BirthdayGift or Obligation.ProductMessage or Obligation.Dossier or Obligation.ProductCoverage
            or Obligation.Survey or Obligation.MarketInformation or Obligation.Promotion or Obligation.OneToOne or Obligation.TailoredPlan or Obligation.Revisit
            or Obligation.OwnerRole or Obligation.ResponseTime => true,
    };
}
