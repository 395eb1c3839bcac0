namespace Kehu.Domain;

/// <summary>What of customers is handed over.</summary>
public enum HandedOver
{
    /// <summary>Who looks after them.</summary>
    Manager = 0,

    /// <summary>Where they belong.</summary>
    Outlet,
}

/// <summary>Those among the customers who are meant; all of them where it says nothing.</summary>
public sealed record HandoverFilter(Option<CustomerKind> Kind, Option<string> Outlet, Option<Arr<string>> Customers)
{
    /// <summary>All of them.</summary>
    public static readonly HandoverFilter Everybody = new(None, None, None);

    /// <summary>Whether a customer is meant.</summary>
    public bool Means(CustomerRecord record) =>
        Kind.ForAll(kind => record.Kind == kind) && Outlet.ForAll(outlet => record.Outlet == outlet) && Customers.ForAll(ids => ids.Contains(record.Id.Value));

    internal static Contract<HandoverFilter> Contract { get; } = new(
        "Those who are meant; all of them where it is left out.",
        Everybody,
        Fields<HandoverFilter>.Optional("kind", Forms.Kind, filter => filter.Kind, (filter, kind) => filter with { Kind = kind }),
        Fields<HandoverFilter>.Optional("outlet", Forms.Unit, filter => filter.Outlet, (filter, outlet) => filter with { Outlet = outlet }),
        Fields<HandoverFilter>.Optional(
            "customers",
            new Form.List<string>(Forms.CustomerId)
            {
                IsSome = true,
                Most = (Handover.MostCustomers, Fault.At("", "handover.too-many", Handover.TooMany.En, Handover.TooMany.Zh)),
            },
            filter => filter.Customers,
            (filter, ids) => filter with { Customers = ids }) with
        { Says = "Their ids." });
}

/// <summary>
/// Customers who get another manager, or another outlet, from a day on. It decides nothing: facts keep their dates. Source: facts, Organisation and staff.
/// </summary>
/// <param name="What">What is handed over.</param>
/// <param name="From">The code of whose they are.</param>
/// <param name="To">The code of whose they will be.</param>
/// <param name="Filter">Those who are meant.</param>
/// <param name="AsOf">From which day on.</param>
/// <param name="Reason">Why.</param>
public sealed record Handover(HandedOver What, string From, string To, HandoverFilter Filter, DateOnly AsOf, string Reason)
{
    /// <summary>The most customers who are handed over at once (house): it is one unit of work.</summary>
    public const int MostCustomers = 20_000;

    /// <summary>How many days ahead the day may lie. Source: facts, Organisation and staff.</summary>
    public const int MostDaysAhead = 31;

    /// <summary>What is wrong with more customers than that.</summary>
    public static readonly Label TooMany = new(
        $"at most {MostCustomers} customers are handed over at once; hand them over in parts, by a filter", $"一次最多移交 {MostCustomers} 位客户；请用筛选条件分批移交");

    private static readonly Field<Handover, string> Receiver = Fields<Handover>.Needed(
        "to", Forms.Unit, one => one.To, (one, code) => one with { To = code });

    private static readonly Field<Handover, DateOnly> Day = Fields<Handover>.Needed(
        "asOf", Forms.Day, one => one.AsOf, (one, day) => one with { AsOf = day }) with
    { Says = $"From which day on: today, or up to {MostDaysAhead} days ahead." };

    /// <summary>A hand-over on the wire.</summary>
    public static Contract<Handover> Contract { get; } = new(
        "Customers who get another manager, or another outlet.",
        new Handover(HandedOver.Manager, "", "", HandoverFilter.Everybody, default, ""),
        Fields<Handover>.Optional("member", Forms.One<HandedOver>(Code), one => Some(one.What), (one, what) => one with { What = what }) with
        { Says = "manager where it is left out." },
        Fields<Handover>.Needed("from", Forms.Unit, one => one.From, (one, code) => one with { From = code }),
        Receiver,
        Fields<Handover>.Optional(
            "filter",
            HandoverFilter.Contract,
            one => one.Filter == HandoverFilter.Everybody ? None : Some(one.Filter),
            (one, filter) => one with { Filter = filter }),
        Day,
        Fields<Handover>.Needed("reason", CustomerRecord.Text, one => one.Reason, (one, reason) => one with { Reason = reason }))
    {
        Name = "Handover",
    };

    /// <summary>The code of what is handed over, which is the member of the record.</summary>
    public static string Code(HandedOver what) => what switch
    {
        HandedOver.Manager => "manager",
        HandedOver.Outlet => "outlet",
    };

    /// <summary>What is wrong with it on a day.</summary>
    public Seq<Fault> Faults(DateOnly today) =>
        (From == To
            ? Seq1(Receiver.Fault("handover.same", "they are handed over to somebody else than they come from", "移交的双方不得相同"))
            : Seq<Fault>())
        + (AsOf < today || AsOf > today.AddDays(MostDaysAhead)
            ? Seq1(Day.Fault(
                "handover.date", $"the day is today or up to {MostDaysAhead} days ahead", $"日期须为今天或之后 {MostDaysAhead} 天以内"))
            : Seq<Fault>());

    /// <summary>What the service says of a customer who is handed over.</summary>
    public CustomerPart Part(CustomerRecord record) => new(
        record with
        {
            AsOf = AsOf,
            Outlet = What == HandedOver.Outlet ? To : "",
            Manager = What == HandedOver.Manager ? Some(To) : None,
            Name = None,
            Contact = Contact.Unknown,
            Dossier = Dossier.Unknown,
            Preferences = Preferences.Unknown,
            Facts = record.Facts.Catalogue.NothingKnown,
            Provenance = None,
        },
        Array(Code(What)),
        Array<string>());
}

/// <summary>What a hand-over came to: how many customers are handed over, and how many of them were with the receiver on that day already.</summary>
public sealed record HandoverReport(DateOnly AsOf, string From, string To, int Customers, int Unchanged)
{
    public static Contract<HandoverReport> Contract { get; } = Answered<HandoverReport>.Object(
        "What a hand-over came to.",
        Answered<HandoverReport>.Always("asOf", Forms.Day, report => report.AsOf),
        Answered<HandoverReport>.Always("from", Forms.Plain, report => report.From),
        Answered<HandoverReport>.Always("to", Forms.Plain, report => report.To),
        Answered<HandoverReport>.Always("customers", Forms.Count, report => report.Customers),
        Answered<HandoverReport>.Always("unchanged", Forms.Count, report => report.Unchanged)) with
    { Name = "HandoverReport" };
}
