namespace Kehu.Domain;

/// <summary>What a customer said, as it is sent: several things at once.</summary>
public sealed record SaidConsents(Arr<ConsentEvent> Events)
{
    /// <summary>The most events of one call (house).</summary>
    public const int Most = 100;

    /// <summary>What was said, on the wire.</summary>
    public static Contract<SaidConsents> Contract { get; } = new(
        "What a customer said of purposes and channels.",
        new SaidConsents(Array<ConsentEvent>()),
        Fields<SaidConsents>.Needed("events", List, said => said.Events, (said, events) => said with { Events = events }))
    {
        Name = "ConsentsToRecord",
    };

    private static Form<Arr<ConsentEvent>> List => new Form.List<ConsentEvent>(ConsentEvent.Contract)
    {
        IsSome = true,
        Most = Some((Most, Fault.At("", "consent.too-many-at-once", $"at most {Most} events in one call", $"每次最多 {Most} 条"))),
    };

    /// <summary>What is wrong with recording it on a day, all at once.</summary>
    public Seq<Fault> Faults(DateOnly today) => Events
        .Map((place, one) => one.Faults(today).Under($"/events/{place}"))
        .Fold(Seq<Fault>(), (all, faults) => all + faults);
}

/// <summary>What a customer allows as of a day, and all that was said.</summary>
public sealed record CustomerConsents(string Customer, DateOnly AsOf, ConsentLog Log)
{
    /// <summary>The answer.</summary>
    public static Contract<CustomerConsents> Contract { get; } = Answered<CustomerConsents>.Object(
        "What a customer allows as of a day, and the whole log of what was said, by date and then by the moment it was recorded.",
        [
            Answered<CustomerConsents>.Always("customer", Forms.CustomerId, one => one.Customer),
            Answered<CustomerConsents>.Always("asOf", Forms.Day, one => one.AsOf),
            .. Answered<CustomerConsents>.Part(ConsentState.Contract, one => one.Log.On(one.AsOf)),
            Answered<CustomerConsents>.Always("log", Forms.List(LoggedConsent.Contract), one => one.Log.Events),
        ]) with
    {
        Name = "CustomerConsents",
    };
}
