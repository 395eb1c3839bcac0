namespace Kehu.Domain;

/// <summary>
/// How an obligation is met: the channels that satisfy it (any of them), who performs it (the first named carries the work),
/// who answers for it (the first named is the owner of its duties), and where all that comes from.
/// </summary>
public sealed record Terms(Arr<Channel> Channels, Arr<Role> By, Arr<Role> AnswersFor, Arr<Citation> Citations);

/// <summary>The level at which an event is held. Source 001, 第四篇, 五.</summary>
public enum EventLevel
{
    SubBranch = 0,
    CityBranch,
}

/// <summary>How far a plan is made to the customer's measure, from the least to the most. Source 000, 02: 标准化, 个性化, 定制化.</summary>
public enum Tailoring
{
    Personalised = 0,
    Customised,
}

/// <summary>
/// What a standard owes a customer of a class, as data: a closed set. Planned (<see cref="Planning"/>), described, weighed in minutes
/// and compared (<see cref="Dominance"/>), mostly over its <see cref="Rhythm"/>. Source: standards, Obligations.
/// </summary>
public abstract record Obligation
{
    private Obligation(Terms terms) => Terms = terms;

    /// <summary>An obligation as it is answered.</summary>
    internal static Contract<Obligation> Contract { get; } = Answered<Obligation>.Object(
        "",
        Answered<Obligation>.Always("obligation", Forms.Plain, one => one.Code),
        Answered<Obligation>.Always("text", Forms.Words, one => one.Describe()),
        Answered<Obligation>.Always("channels", Forms.List(Forms.Channel), one => one.Terms.Channels),
        Answered<Obligation>.Always("by", Forms.List(Forms.One<Role>(Roles.Code)), one => one.Terms.By),
        Answered<Obligation>.Always("answersFor", Forms.List(Forms.One<Role>(Roles.Code)), one => one.Terms.AnswersFor),
        Answered<Obligation>.Always("citations", Forms.List(Forms.Words), one => one.Terms.Citations.Map(citation => citation.Describe())));

    /// <summary>How it is met, by whom, and why.</summary>
    public Terms Terms { get; }

    /// <summary>The bank gets in touch of its own accord (主动联络), once the customer's file is open.</summary>
    public sealed record ActiveContact(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A greeting on each of the occasions (问候).</summary>
    public sealed record Greeting(Arr<Occasion> Occasions, Terms Terms) : Obligation(Terms);

    /// <summary>A gift by contribution (按贡献度配送礼品).</summary>
    public sealed record Gift(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>Flowers or a cake delivered on the birthday (生日鲜花或蛋糕).</summary>
    public sealed record BirthdayGift(Terms Terms) : Obligation(Terms);

    /// <summary>An invitation to an event of one of the levels (邀请参加沙龙或聚会). Marketing.</summary>
    public sealed record EventInvitation(Frequency Frequency, Arr<EventLevel> Levels, Terms Terms) : Obligation(Terms);

    /// <summary>A visit or private meeting by the performing role (拜访或单独约见).</summary>
    public sealed record SeniorVisit(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A bulk message about new products (新产品短信). Marketing.</summary>
    public sealed record ProductMessage(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A file opened within the working days and complete on the last day of every quarter (建档).</summary>
    public sealed record Dossier(Arr<DossierField> Fields, int WorkingDays, Terms Terms) : Obligation(Terms);

    /// <summary>The products held, and how many kinds at least, on the last day of every quarter (产品覆盖).</summary>
    public sealed record ProductCoverage(Arr<string> Products, int Kinds, Terms Terms) : Obligation(Terms);

    /// <summary>A satisfaction survey (满意度调查).</summary>
    public sealed record Survey(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>Market information and product recommendations (市场信息和产品推荐). Marketing.</summary>
    public sealed record MarketInformation(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A promotion (优惠活动). Marketing.</summary>
    public sealed record Promotion(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A conversation one to one (一对一沟通).</summary>
    public sealed record OneToOne(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A plan of products and services made to the customer's measure (定制化, 个性化).</summary>
    public sealed record TailoredPlan(Frequency Frequency, Tailoring Tailoring, Terms Terms) : Obligation(Terms);

    /// <summary>A call back on the customer by plan (回访).</summary>
    public sealed record Revisit(Frequency Frequency, Terms Terms) : Obligation(Terms);

    /// <summary>A role that is responsible for the customer; stands all the time and gives no dated duty.</summary>
    public sealed record OwnerRole(Terms Terms) : Obligation(Terms);

    /// <summary>Urgent needs and complaints taken up within so many working hours; stands all the time and gives no dated duty.</summary>
    public sealed record ResponseTime(int WorkingHours, Terms Terms) : Obligation(Terms);

    /// <summary>The name on the wire.</summary>
    public string Code => this switch
    {
        ActiveContact => "active-contact",
        Greeting => "greeting",
        Gift => "gift",
        BirthdayGift => "birthday-gift",
        EventInvitation => "event-invitation",
        SeniorVisit => "senior-visit",
        ProductMessage => "product-message",
        Dossier => "dossier",
        ProductCoverage => "product-coverage",
        Survey => "survey",
        MarketInformation => "market-information",
        Promotion => "promotion",
        OneToOne => "one-to-one",
        TailoredPlan => "tailored-plan",
        Revisit => "revisit",
        OwnerRole => "owner",
        ResponseTime => "response",
    };

    /// <summary>When it falls due.</summary>
    public Rhythm Rhythm => this switch
    {
        ActiveContact(var frequency, _) => new Rhythm.Counted(frequency),
        Greeting(var occasions, _) => new Rhythm.OnOccasions(occasions),
        Gift(var frequency, _) => new Rhythm.Counted(frequency),
        BirthdayGift => new Rhythm.OnOccasions(Array(Occasion.Birthday)),
        EventInvitation(var frequency, _, _) => new Rhythm.Counted(frequency),
        SeniorVisit(var frequency, _) => new Rhythm.Counted(frequency),
        ProductMessage(var frequency, _) => new Rhythm.Counted(frequency),
        Dossier(_, var workingDays, _) => new Rhythm.State(Some(workingDays)),
        ProductCoverage => new Rhythm.State(None),
        Survey(var frequency, _) => new Rhythm.Counted(frequency),
        MarketInformation(var frequency, _) => new Rhythm.Counted(frequency),
        Promotion(var frequency, _) => new Rhythm.Counted(frequency),
        OneToOne(var frequency, _) => new Rhythm.Counted(frequency),
        TailoredPlan(var frequency, _, _) => new Rhythm.Counted(frequency),
        Revisit(var frequency, _) => new Rhythm.Counted(frequency),
        OwnerRole or ResponseTime => new Rhythm.Standing(),
    };

    /// <summary>True for what a customer must have agreed to. Source: standards, Contact limits.</summary>
    public bool IsMarketing => this is ProductMessage or Promotion or MarketInformation or EventInvitation;

    /// <summary>The purpose that the customer's consent is needed for; none where none is.</summary>
    public Option<ConsentPurpose> Needs => IsMarketing ? ConsentPurpose.Marketing : this is Survey ? ConsentPurpose.Survey : None;
}

/// <summary>When an obligation falls due.</summary>
public abstract record Rhythm
{
    private Rhythm()
    {
    }

    /// <summary>So many times in every calendar period; each has the whole period as its window.</summary>
    public sealed record Counted(Frequency Frequency) : Rhythm;

    /// <summary>On every occasion.</summary>
    public sealed record OnOccasions(Arr<Occasion> Occasions) : Rhythm;

    /// <summary>Looked at on the last day of every quarter; where working days are given, first to be brought about within them.</summary>
    public sealed record State(Option<int> WorkingDays) : Rhythm;

    /// <summary>All the time: no dated duty.</summary>
    public sealed record Standing : Rhythm;
}
