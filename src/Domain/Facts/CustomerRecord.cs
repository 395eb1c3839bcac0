namespace Kehu.Domain;

/// <summary>A way to reach a customer.</summary>
public enum Channel
{
    Phone = 0,
    Sms,
    EMail,
    WeChat,
    App,
    Meeting,
    Invitation,
    Delivery,
}

/// <summary>What a customer's file may hold, as service standards ask for it.</summary>
public enum DossierField
{
    Name = 0,
    Contact,
    Address,
    Employer,
    Mobile,
    HomePhone,
    Occupation,
    RiskCharacteristics,
    ProductPreference,
    ManagerNumber,
    ServicePlan,
    Business,
    Needs,
    Feedback,
}

/// <summary>How a customer can be reached: personal data.</summary>
public sealed record Contact(Option<string> Mobile, Option<string> HomePhone, Option<string> EMail, Option<string> HomeAddress, Option<string> Employer)
{
    public static readonly Contact Unknown = new(None, None, None, None, None);
}

/// <summary>What the customer does not want: channels never to be used, and whether marketing is agreed to (none: never asked).</summary>
public sealed record Preferences(Arr<Channel> RefusedChannels, Option<bool> MarketingConsent)
{
    public static readonly Preferences Unknown = new(Array<Channel>(), None);
}

/// <summary>The customer's file (建档): which fields are on file, and the three that hold text of their own.</summary>
public sealed record Dossier(Arr<DossierField> OnFile, Option<string> RiskCharacteristics, Option<string> ProductPreference, Option<string> ServicePlan)
{
    public static readonly Dossier Unknown = new(Array<DossierField>(), None, None, None);
}

/// <summary>
/// What the bank holds about a customer as of a date: a snapshot. Outlet and manager are codes of 1 to 64 characters,
/// every text at most <see cref="LongestText"/> characters. Source: the customer record of the fact catalogue.
/// </summary>
public sealed record CustomerRecord(
    CustomerId Id,
    CustomerKind Kind,
    DateOnly AsOf,
    string Outlet,
    Option<string> Manager,
    Option<string> Name,
    Contact Contact,
    Preferences Preferences,
    Dossier Dossier,
    KnownFacts Facts)
{
    /// <summary>The most characters in a name, an address or any other text of the record (house).</summary>
    public const int LongestText = 500;

    /// <summary>The customer as policies see it.</summary>
    public Customer Customer => new(Kind, Facts);
}
