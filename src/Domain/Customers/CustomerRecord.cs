namespace Kehu.Domain;

/// <summary>
/// What the bank holds about a customer as of a date: a snapshot. Outlet and manager are codes of 1 to 64 characters,
/// every text at most <see cref="LongestText"/> characters. Preferences are what was sent with the record: consents are a log beside it, and a record
/// that is answered has none. Source: the customer record of the fact catalogue.
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

    /// <summary>The one member that every record has.</summary>
    public const string OutletMember = "outlet";

    /// <summary>A text of the record.</summary>
    public static Form<string> Text => Forms.Text(LongestText);

    /// <summary>Where its members come from; none where all of it is of its own date, and of a source that did not name itself.</summary>
    public Option<Provenance> Provenance { get; init; }

    /// <summary>The same said out.</summary>
    public Provenance Origins => Provenance.IfNone(() => Domain.Provenance.Whole(Unnamed));

    /// <summary>The customer as policies see it.</summary>
    public Customer Customer => new(Kind, Facts);

    /// <summary>
    /// The date that it is decided on: that of its facts. What was read since then of a member that is no fact, such as who looks after the customer, decides
    /// nothing. Source: governance, The class in force.
    /// </summary>
    public DateOnly DecidedOn => Provenance.Bind(known => known.FactsReadOn).IfNone(AsOf);

    private Origin Unnamed => new("", AsOf);

    /// <summary>The record as a source says it, unless it says itself where its members come from.</summary>
    public CustomerRecord SaidBy(string source) => From(Provenance.IfNone(() => Domain.Provenance.Whole(new Origin(source, AsOf))));

    /// <summary>The record with members that come from there.</summary>
    public CustomerRecord From(Provenance provenance) =>
        this with { Provenance = provenance.Only == Some(Unnamed) ? None : Some(provenance) };
}

/// <summary>
/// What a customer with facts of a catalogue is on the wire, as one record and as those who need less of it read it.
/// Records are stored as they are written.
/// </summary>
public sealed class CustomerContract
{
    private static readonly Field<CustomerRecord, CustomerKind> Kind = Fields<CustomerRecord>.Needed(
        "kind", new Form.Code<CustomerKind>(CustomerKinds.Code), record => record.Kind, (record, kind) => record with { Kind = kind });

    private static readonly Field<CustomerRecord, DateOnly> AsOf = Fields<CustomerRecord>.Needed(
        "asOf", Forms.Day, record => record.AsOf, (record, day) => record with { AsOf = day });

    private static readonly Field<CustomerRecord, string> Outlet = Fields<CustomerRecord>.Needed(
        CustomerRecord.OutletMember, Forms.Unit, record => record.Outlet, (record, code) => record with { Outlet = code });

    private static readonly Field<CustomerRecord, string> Manager = Fields<CustomerRecord>.Optional(
        "manager", Forms.Unit, record => record.Manager, (record, code) => record with { Manager = code });

    private static readonly Field<CustomerRecord, string> Name = Fields<CustomerRecord>.Optional(
        "name", CustomerRecord.Text, record => record.Name, (record, name) => record with { Name = name }) with
    { IsPersonal = true };

    private static readonly Field<CustomerRecord, Contact> Reached = Fields<CustomerRecord>.Optional(
        "contact",
        Contact.Contract,
        record => record.Contact == Contact.Unknown ? None : Some(record.Contact),
        (record, contact) => record with { Contact = contact });

    private static readonly Field<CustomerRecord, Dossier> File = Fields<CustomerRecord>.Optional(
        "dossier",
        Dossier.Contract,
        record => record.Dossier == Dossier.Unknown ? None : Some(record.Dossier),
        (record, dossier) => record with { Dossier = dossier });

    private static readonly Field<CustomerRecord, Preferences> Wishes = Sent<CustomerRecord>.Optional(
        "preferences", Preferences.Contract, (record, wishes) => record with { Preferences = wishes }) with
    { IsSentOnly = true };

    private static readonly Field<CustomerRecord> Sending = Fields<CustomerRecord>.Optional(
        Wishes.Name, Wishes.Form, record => record.Preferences == Preferences.Unknown ? None : Some(record.Preferences), Wishes.With);

    /// <summary>The name of what is sent to be classified.</summary>
    private const string Classified = "CustomerToClassify";

    private readonly Field<CustomerRecord, KnownFacts> facts;

    private readonly Field<CustomerRecord, Provenance> sources;

    public CustomerContract(FactCatalogue catalogue)
    {
        facts = Fields<CustomerRecord>.Made("facts", new Form.Facts(catalogue), record => record.Facts, (record, known) => record with { Facts = known });
        Members = new RecordMembers(catalogue, Array<Field<CustomerRecord>>(Outlet, Manager, Name, Reached, File, facts));
        sources = Fields<CustomerRecord>.Optional(
            "provenance",
            new Form.Origins(name => Members.PlaceOf(name).IsSome),
            record => record.Provenance,
            (record, provenance) => record with { Provenance = provenance }) with
        {
            Says = "Where the members come from: by source and date their names, and * for all that are named nowhere else. Left out where all is of "
                + "the record's date, and of a source that did not name itself.",
        };
        Record = Whole(catalogue);
        (Part, Patch) = (PartOf(catalogue, isPatch: false), PartOf(catalogue, isPatch: true));
        OnFile = Record with
        {
            Rules = Array(new Rule<CustomerRecord>(
                Array<Field<CustomerRecord>>(Kind, facts), record => FaultsOf(record.Kind, record.Facts, record.Facts.ContradictionsOnFile()))),
        };
        AsSent = new Contract<CustomerRecord>(Record.Says, Record.Blank, [.. Record.Fields.Map(field => ReferenceEquals(field, Wishes) ? Sending : field)]);
        ToClassify = Deciding(catalogue);
        Page = Answered<CustomerPage>.Object(
            "A page, by id in ordinal order; next is the cursor of the following page, null on the last. With a class, run is the run that it is of.",
            [
                .. Answered<CustomerPage>.Part(Listed<CustomerRecord>.Of(Record), page => page.Customers),
                Answered<CustomerPage>.Optional("run", Forms.Plain, page => page.Run),
            ]);
        Snapshot = Answered<RecordedSnapshot>.Object(
            "A snapshot and when it was recorded (UTC).",
            Answered<RecordedSnapshot>.Always("recordedAt", Forms.Instant, snapshot => snapshot.RecordedAt),
            Answered<RecordedSnapshot>.Always("record", Record, snapshot => snapshot.Record));
        History = Listed<RecordedSnapshot>.Of(Snapshot);
        Counted = Counting(catalogue);
        Entrusted = Record.Onto(
            "Whose a customer is.",
            new EntrustedCustomer("", None),
            checkOthers: false,
            Outlet.Onto<EntrustedCustomer>(Occurrence.Needed, (customer, outlet) => customer with { Outlet = outlet }),
            Manager.Onto<EntrustedCustomer>(Occurrence.Optional, (customer, manager) => customer with { Manager = manager }));
    }

    /// <summary>The members that sources read, each by itself.</summary>
    public RecordMembers Members { get; }

    /// <summary>A part of a record, as a line of an import.</summary>
    public Contract<CustomerPart> Part { get; }

    /// <summary>A part of a record, as what changes it (RFC 7396).</summary>
    public Contract<CustomerPart> Patch { get; }

    /// <summary>The id, which is also that of the address.</summary>
    public static Field<CustomerRecord, string> Id { get; } = Fields<CustomerRecord>.Needed(
        "id",
        Forms.CustomerId,
        record => record.Id.Value,
        (record, id) => CustomerId.From(id).Match(Succ: known => record with { Id = known }, Fail: _ => record));

    /// <summary>A record, whole and without contradictions.</summary>
    public Contract<CustomerRecord> Record { get; }

    /// <summary>A record on file, which may have been filed when more was accepted.</summary>
    public Contract<CustomerRecord> OnFile { get; }

    /// <summary>A record as somebody sends it, with its preferences.</summary>
    public Contract<CustomerRecord> AsSent { get; }

    /// <summary>A page of customers.</summary>
    public Contract<CustomerPage> Page { get; }

    /// <summary>One snapshot of a customer.</summary>
    public Contract<RecordedSnapshot> Snapshot { get; }

    /// <summary>All snapshots of a customer.</summary>
    public Contract<Listed<RecordedSnapshot>> History { get; }

    /// <summary>A customer to classify on a date: what does not bear on a decision may be left out, and is checked where it is sent.</summary>
    public Contract<CustomerToClassify> ToClassify { get; }

    /// <summary>What counting needs of a stored record; whatever tells who the customer is, is passed over.</summary>
    public Contract<CountedCustomer> Counted { get; }

    /// <summary>Whose a customer is; all else of a stored record is passed over.</summary>
    public Contract<EntrustedCustomer> Entrusted { get; }

    /// <summary>A customer of nobody, such as shows something about a policy: it can be sent back to be classified.</summary>
    public static Contract<Customer> Shown(FactCatalogue catalogue) => Answered<Customer>.Object(
        "",
        Answered<Customer>.Always(Kind.Name, Forms.Kind, customer => customer.Kind),
        Answered<Customer>.Always("facts", new Form.Facts(catalogue), customer => customer.Facts)) with
    { Name = Classified };

    private Contract<CustomerRecord> Whole(FactCatalogue catalogue) => new(
        "What the bank holds about a customer as of a date.",
        new CustomerRecord(default, default, default, "", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, catalogue.NothingKnown),
        Id,
        Kind,
        AsOf,
        Outlet,
        Manager,
        Name,
        Reached,
        Wishes,
        File,
        facts,
        sources)
    {
        Name = "Customer",
        Rules = Array(
            new Rule<CustomerRecord>(Array<Field<CustomerRecord>>(Kind, facts), record => FaultsOf(record.Kind, record.Facts, record.Facts.Contradictions())),
            new Rule<CustomerRecord>(Array<Field<CustomerRecord>>(AsOf, facts), record => record.Facts.LateDates(record.AsOf).Under(facts.Pointer)),
            new Rule<CustomerRecord>(Array<Field<CustomerRecord>>(AsOf, sources), record => LateOrigins(record).Under(sources.Pointer)),
            new Rule<CustomerRecord>(Array<Field<CustomerRecord>>(AsOf, File), record => record.Dossier.LateOn(record.AsOf).Under(File.Pointer))),
    };

    /// <summary>A part: what a record needs may be left out, since the customer is on file.</summary>
    private Contract<CustomerPart> PartOf(FactCatalogue catalogue, bool isPatch)
    {
        var lifting = new Lifting<CustomerRecord, CustomerPart>(part => part.Values, (part, values) => part with { Values = values });
        var (day, known) = (AsOf.For(lifting), facts.For(lifting));
        var clear = CustomerPart.Cleared(Members);
        return new Contract<CustomerPart>(
            isPatch ? "What changes of a customer, and as of when." : "A part of what the bank holds about a customer as of a date.",
            new CustomerPart(Record.Blank, Array<string>(), Array<string>()),
            [
                Id.Onto<CustomerPart>(isPatch ? Occurrence.Optional : Occurrence.Needed, (part, id) => part with { Values = Id.With(part.Values, id) }),
                Kind.Onto<CustomerPart>(Occurrence.Optional, (part, kind) => part with { Values = Kind.With(part.Values, kind), HasKind = true }),
                day,
                Outlet.Onto<CustomerPart>(Occurrence.Optional, (part, outlet) => part with { Values = Outlet.With(part.Values, outlet) }),
                .. Array<Field<CustomerRecord>>(Manager, Name, Reached, Wishes, File).Map(field => field.For(lifting)),
                known,
                isPatch ? CustomerPart.Named : clear,
            ])
        {
            Name = isPatch ? "CustomerPatch" : "CustomerPart",
            Rules = Array(new Rule<CustomerPart>(Array(day, known), part => part.Values.Facts.LateDates(part.Values.AsOf).Under(facts.Pointer)))
                + (isPatch
                    ? Array<Rule<CustomerPart>>()
                    : Array(new Rule<CustomerPart>(Array<Field<CustomerPart>>(clear), part => part.ClearedWrongly(Members)))),
        };
    }

    /// <summary>Everything that contradicts itself or its date in a record into which something was merged.</summary>
    public Seq<Fault> FaultsOf(CustomerRecord record) => Record.Rules.ToSeq().Bind(rule => rule.Faults(record));

    private static Seq<Fault> LateOrigins(CustomerRecord record) => Seq(record.Origins.All
        .Filter(one => one.Origin.On > record.AsOf)
        .Map(one => Fault.At(
            $"/{one.Origin.Source}/{one.Origin.On:yyyy-MM-dd}", "provenance.after-as-of",
            $"a reading of {one.Origin.On:yyyy-MM-dd} cannot show in a record of {record.AsOf:yyyy-MM-dd}",
            $"{one.Origin.On:yyyy-MM-dd} 的读数不能出现在 {record.AsOf:yyyy-MM-dd} 的记录中")));

    private Contract<CustomerToClassify> Deciding(FactCatalogue catalogue)
    {
        var kind = Kind.Onto<CustomerToClassify>(Occurrence.Needed, (customer, known) => customer with { Kind = known });
        var known = facts.Onto<CustomerToClassify>(Occurrence.Optional, (customer, found) => customer with { Facts = found });
        return Record.Onto(
            "A customer to classify; members of a stored record may be sent along.",
            new CustomerToClassify(None, default, catalogue.NothingKnown, Preferences.Unknown),
            checkOthers: true,
            kind,
            known,
            Id.Onto<CustomerToClassify>(Occurrence.Optional, (customer, id) => customer with { Id = id }),
            Wishes.Onto<CustomerToClassify>(Occurrence.Optional, (customer, wishes) => customer with { Preferences = wishes })) with
        {
            Name = Classified,
            Rules = Array(new Rule<CustomerToClassify>(
                Array<Field<CustomerToClassify>>(kind, known), customer => FaultsOf(customer.Kind, customer.Facts, customer.Facts.Contradictions()))),
        };
    }

    private Contract<CountedCustomer> Counting(FactCatalogue catalogue) => Record.Onto(
        "What counting needs of a record.",
        new CountedCustomer(default, "", default, catalogue.NothingKnown),
        checkOthers: false,
        Kind.Onto<CountedCustomer>(Occurrence.Needed, (customer, kind) => customer with { Kind = kind }),
        AsOf.Onto<CountedCustomer>(Occurrence.Needed, (customer, day) => customer with { AsOf = day }),
        Outlet.Onto<CountedCustomer>(Occurrence.Needed, (customer, outlet) => customer with { Outlet = outlet }),
        facts.Onto<CountedCustomer>(Occurrence.Optional, (customer, known) => customer with { Facts = known }),
        sources.Onto<CountedCustomer>(
            Occurrence.Optional, (customer, provenance) => customer with { AsOf = provenance.FactsReadOn.IfNone(customer.AsOf) }));

    private Seq<Fault> FaultsOf(CustomerKind kind, KnownFacts known, Seq<Fault> contradictions)
    {
        var others = known.OfOtherKind(kind);
        return others.IsEmpty && contradictions.IsEmpty ? others : (others + contradictions).Under(facts.Pointer);
    }
}
