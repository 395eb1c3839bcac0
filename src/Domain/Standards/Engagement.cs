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

/// <summary>Something done for a customer on a day over a channel. The id is unique; with the date it orders engagements.</summary>
public sealed record Engagement(string Id, DateOnly Date, Channel Channel, EngagementKind Kind);

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

    /// <summary>True when the engagement is of the duty's kind (a greeting is also a contact, where the standard says so) and over one of its channels; the day is another matter.</summary>
    public static bool Fits(this Engagement engagement, Duty duty, Counting counting) =>
        duty.Channels.Contains(engagement.Channel)
        && (engagement.Kind.Code() == duty.Obligation.Code
            || (counting.GreetingCountsAsContact && engagement.Kind == EngagementKind.Greeting && duty.Obligation is Obligation.ActiveContact));
}
