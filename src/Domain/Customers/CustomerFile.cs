namespace Kehu.Domain;

/// <summary>How a customer can be reached: personal data.</summary>
public sealed record Contact(Option<string> Mobile, Option<string> HomePhone, Option<string> EMail, Option<string> HomeAddress, Option<string> Employer)
{
    public static readonly Contact Unknown = new(None, None, None, None, None);

    public static Contract<Contact> Contract { get; } = new(
        "Personal data.",
        Unknown,
        Text("mobile", contact => contact.Mobile, (contact, text) => contact with { Mobile = text }),
        Text("homePhone", contact => contact.HomePhone, (contact, text) => contact with { HomePhone = text }),
        Text("email", contact => contact.EMail, (contact, text) => contact with { EMail = text }),
        Text("homeAddress", contact => contact.HomeAddress, (contact, text) => contact with { HomeAddress = text }),
        Text("employer", contact => contact.Employer, (contact, text) => contact with { Employer = text }));

    private static Field<Contact> Text(string name, Func<Contact, Option<string>> find, Func<Contact, string, Contact> with) =>
        Fields<Contact>.Optional(name, CustomerRecord.Text, find, with) with { IsPersonal = true };
}

/// <summary>What the customer does not want: channels never to be used, and whether marketing is agreed to (none: never asked).</summary>
public sealed record Preferences(Arr<Channel> RefusedChannels, Option<bool> MarketingConsent)
{
    public static readonly Preferences Unknown = new(Array<Channel>(), None);

    public static Contract<Preferences> Contract { get; } = new(
        "What the customer does not want.",
        Unknown,
        Fields<Preferences>.Optional(
            "refusedChannels",
            Forms.Several<Channel>(Channels.Code),
            wishes => wishes.RefusedChannels.IsEmpty ? None : Some(wishes.RefusedChannels),
            (wishes, channels) => wishes with { RefusedChannels = channels }),
        Fields<Preferences>.Optional(
            "marketingConsent",
            Forms.Flag,
            wishes => wishes.MarketingConsent,
            (wishes, agreed) => wishes with { MarketingConsent = agreed }));
}
