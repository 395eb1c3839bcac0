namespace Kehu.Domain;

/// <summary>A customer as sent to be classified: the id may be left out.</summary>
public readonly record struct CustomerToClassify(Option<string> Id, CustomerKind Kind, KnownFacts Facts, Preferences Preferences)
{
    /// <summary>The customer as policies see it.</summary>
    public Customer Customer => new(Kind, Facts);
}

/// <summary>What counting needs of a stored record.</summary>
public readonly record struct CountedCustomer(DateOnly AsOf, string Outlet, CustomerKind Kind, KnownFacts Facts)
{
    /// <summary>The customer as policies see it.</summary>
    public Customer Customer => new(Kind, Facts);
}

/// <summary>What a customer is on the wire, as one record and as those who need less of it read it. Records are stored as they are written.</summary>
public static class CustomerContract
{
    private static readonly CustomerRecord Blank = new(
        default, default, default, "", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, KnownFacts.Nothing);

    /// <summary>The id, which is also that of the address.</summary>
    public static Field<CustomerRecord, string> Id { get; } = Fields<CustomerRecord>.Needed(
        "id", Forms.CustomerId, record => record.Id.Value, (record, id) => CustomerId.From(id).Match(Succ: known => record with { Id = known }, Fail: _ => record));

    private static readonly Field<CustomerRecord, CustomerKind> Kind = Fields<CustomerRecord>.Needed(
        "kind", new Form.Code<CustomerKind>(CustomerKinds.Code), record => record.Kind, (record, kind) => record with { Kind = kind });

    private static readonly Field<CustomerRecord, DateOnly> AsOf = Fields<CustomerRecord>.Needed(
        "asOf", Forms.Day, record => record.AsOf, (record, day) => record with { AsOf = day });

    private static readonly Field<CustomerRecord, string> Outlet = Fields<CustomerRecord>.Needed(
        "outlet", Forms.Unit, record => record.Outlet, (record, code) => record with { Outlet = code });

    private static readonly Field<CustomerRecord, Preferences> Wishes = Fields<CustomerRecord>.Optional(
        "preferences",
        Preferences.Contract,
        record => record.Preferences == Preferences.Unknown ? None : Some(record.Preferences),
        (record, wishes) => record with { Preferences = wishes });

    private static readonly Field<CustomerRecord, KnownFacts> Facts = Fields<CustomerRecord>.Made(
        "facts", Forms.Facts, record => record.Facts, (record, facts) => record with { Facts = facts });

    /// <summary>A record, whole and without contradictions.</summary>
    public static Contract<CustomerRecord> Record { get; } = new(
        "What the bank holds about a customer as of a date.",
        Blank,
        Id,
        Kind,
        AsOf,
        Outlet,
        Fields<CustomerRecord>.Optional("manager", Forms.Unit, record => record.Manager, (record, code) => record with { Manager = code }),
        Fields<CustomerRecord>.Optional("name", CustomerRecord.Text, record => record.Name, (record, name) => record with { Name = name }) with { IsPersonal = true },
        Fields<CustomerRecord>.Optional(
            "contact", Contact.Contract, record => record.Contact == Contact.Unknown ? None : Some(record.Contact), (record, contact) => record with { Contact = contact }),
        Wishes,
        Fields<CustomerRecord>.Optional(
            "dossier", Dossier.Contract, record => record.Dossier == Dossier.Unknown ? None : Some(record.Dossier), (record, dossier) => record with { Dossier = dossier }),
        Facts)
    {
        Name = "Customer",
        Rules = Array(
            new Rule<CustomerRecord>(Array<Field<CustomerRecord>>(Kind, Facts), record => FaultsOf(record.Kind, record.Facts)),
            new Rule<CustomerRecord>(Array<Field<CustomerRecord>>(AsOf, Facts), record => record.Facts.LateDates(record.AsOf).Under(Facts.Pointer))),
    };

    /// <summary>A customer to classify on a date: what does not bear on a decision may be left out, and is checked where it is sent.</summary>
    public static Contract<CustomerToClassify> ToClassify { get; } = ForClassifying(
        Kind.Onto<CustomerToClassify>(Occurrence.Needed, (customer, kind) => customer with { Kind = kind }),
        Facts.Onto<CustomerToClassify>(Occurrence.Optional, (customer, facts) => customer with { Facts = facts }));

    /// <summary>What counting needs of a stored record; whatever tells who the customer is, is passed over.</summary>
    public static Contract<CountedCustomer> Counted { get; } = Record.Onto(
        "What counting needs of a record.",
        new CountedCustomer(default, "", default, KnownFacts.Nothing),
        checkOthers: false,
        Kind.Onto<CountedCustomer>(Occurrence.Needed, (customer, kind) => customer with { Kind = kind }),
        AsOf.Onto<CountedCustomer>(Occurrence.Needed, (customer, day) => customer with { AsOf = day }),
        Outlet.Onto<CountedCustomer>(Occurrence.Needed, (customer, outlet) => customer with { Outlet = outlet }),
        Facts.Onto<CountedCustomer>(Occurrence.Optional, (customer, facts) => customer with { Facts = facts }));

    private static Contract<CustomerToClassify> ForClassifying(Field<CustomerToClassify> kind, Field<CustomerToClassify> facts) => Record.Onto(
        "A customer to classify; members of a stored record may be sent along.",
        new CustomerToClassify(None, default, KnownFacts.Nothing, Preferences.Unknown),
        checkOthers: true,
        kind,
        facts,
        Id.Onto<CustomerToClassify>(Occurrence.Optional, (customer, id) => customer with { Id = id }),
        Wishes.Onto<CustomerToClassify>(Occurrence.Optional, (customer, wishes) => customer with { Preferences = wishes })) with
    {
        Name = "CustomerToClassify",
        Rules = Array(new Rule<CustomerToClassify>(Array(kind, facts), customer => FaultsOf(customer.Kind, customer.Facts))),
    };

    private static Seq<Fault> FaultsOf(CustomerKind kind, KnownFacts facts) => (facts.OfOtherKind(kind) + facts.Contradictions()).Under(Facts.Pointer);
}
