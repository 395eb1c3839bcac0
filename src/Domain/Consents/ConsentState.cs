namespace Kehu.Domain;

/// <summary>
/// What a customer allows and does not, as the log says as of a day. What nobody said is unknown, and unknown is no: only a survey may be sent
/// until the customer does not want any. Source: facts, "Unknown is no".
/// </summary>
/// <param name="Granted">The purposes that are granted, in their order.</param>
/// <param name="Withdrawn">The purposes that are withdrawn, in their order.</param>
/// <param name="Refused">The channels that are refused, in their order.</param>
public sealed record ConsentState(Arr<ConsentPurpose> Granted, Arr<ConsentPurpose> Withdrawn, Arr<Channel> Refused)
{
    /// <summary>Nothing was said.</summary>
    public static readonly ConsentState Unknown = new(Array<ConsentPurpose>(), Array<ConsentPurpose>(), Array<Channel>());

    /// <summary>The state as it is answered.</summary>
    public static Contract<ConsentState> Contract { get; } = Answered<ConsentState>.Object(
        "What is granted, withdrawn and refused; a purpose in neither list was never spoken of, which is no.",
        Answered<ConsentState>.Always("granted", Forms.Several<ConsentPurpose>(ConsentCodes.Code), one => one.Granted),
        Answered<ConsentState>.Always("withdrawn", Forms.Several<ConsentPurpose>(ConsentCodes.Code), one => one.Withdrawn),
        Answered<ConsentState>.Always("refusedChannels", Forms.Several<Channel>(Channels.Code), one => one.Refused)) with
    {
        Name = "ConsentState",
    };

    /// <summary>What preferences say that were sent with a customer of whom nothing else is known.</summary>
    public static ConsentState Of(Preferences said) => ConsentLog.Of(said.Recorded(default, default)).On(default);

    /// <summary>Whether a purpose is granted. Offers that are chosen for the customer need <see cref="ConsentPurpose.PersonalisedOffers"/>.</summary>
    public bool Allows(ConsentPurpose purpose) => Granted.Contains(purpose);

    /// <summary>Whether a channel is refused.</summary>
    public bool Refuses(Channel channel) => Refused.Contains(channel);

    /// <summary>What it forbids, as if it were said on a day: purposes that are withdrawn, channels that are refused.</summary>
    public Arr<ConsentEvent> RefusedOn(DateOnly day) =>
        Withdrawn.Map(purpose => ConsentEvent.Of(day, purpose, granted: false)) + Refused.Map(channel => ConsentEvent.Of(day, channel, accepted: false));

    /// <summary>Whether something may be sent that needs consent to a purpose, or to none.</summary>
    public bool Permits(Option<ConsentPurpose> needed) => needed.ForAll(purpose => purpose switch
    {
        ConsentPurpose.Survey => !Withdrawn.Contains(ConsentPurpose.Survey),
        ConsentPurpose.Marketing or ConsentPurpose.PersonalisedOffers or ConsentPurpose.HouseholdView => Allows(purpose),
    });
}

/// <summary>What a customer allows from a day on, until the next such day.</summary>
public sealed record Wish(DateOnly From, ConsentState State);
