namespace Kehu.Domain;

/// <summary>
/// A customer's file at the end of a day: what is there and from where, what is missing, and for which standards and targets it counts. Source: facts, Dossier.
/// </summary>
/// <param name="Customer">The customer.</param>
/// <param name="AsOf">The day.</param>
/// <param name="OpenedOn">The date of the record that opened the file; none where none had by the day.</param>
/// <param name="Fields">Every field.</param>
/// <param name="Standards">The standards that owe a file to the class in force.</param>
/// <param name="Targets">The parts of the filing coverage in which the customer counts, over the quarter up to the day.</param>
public sealed record DossierView(
    CustomerId Customer, DateOnly AsOf, Option<DateOnly> OpenedOn, Arr<DossierItem> Fields, Arr<AskedByStandard> Standards, Arr<CountedForTarget> Targets)
{
    /// <summary>The file as it is answered.</summary>
    public static Contract<DossierView> Contract { get; } = Answered<DossierView>.Object(
        "A customer's file at the end of a day: what is there, what is missing, and for what it counts.",
        Answered<DossierView>.Always("customer", Forms.Plain, view => view.Customer.Value),
        Answered<DossierView>.Always("asOf", Forms.Day, view => view.AsOf),
        Answered<DossierView>.Nullable("openedOn", Forms.Day, view => view.OpenedOn),
        Answered<DossierView>.Optional("complete", Forms.Flag, view => view.IsComplete) with
        {
            Says = "Whether nothing is missing of what the standards ask for; left out where none asks for a file.",
        },
        Answered<DossierView>.Always("fields", Forms.List(DossierItem.Contract), view => view.Fields),
        Answered<DossierView>.Always("standards", Forms.List(AskedByStandard.Contract), view => view.Standards),
        Answered<DossierView>.Always("targets", Forms.List(CountedForTarget.Contract), view => view.Targets)) with
    {
        Name = "DossierView",
    };

    private Option<bool> IsComplete => Standards.IsEmpty ? None : Some(Standards.ForAll(one => one.Missing.IsEmpty));

    /// <summary>The file as of a day; none before the first record.</summary>
    public static Option<DossierView> Of(CustomerPast past, DateOnly day) => past.RecordOn(day).Map(record => new DossierView(
        record.Id,
        day,
        past.Customer.Snapshots.FileOpenedOn().Filter(opened => opened <= day),
        DossierItem.All(record, day),
        AskedByStandard.Of(past.Standing, record.Filed(), day),
        CountedForTarget.Of(past, day)));
}

/// <summary>A field of a customer's file, and how it stands.</summary>
public sealed record DossierItem(DossierField Field, FieldStanding Standing, Arr<ServicePlanPart> Lacks)
{
    private static readonly Arr<DossierField> Fields = new(Enum.GetValues<DossierField>());

    /// <summary>A field as it is answered.</summary>
    public static Contract<DossierItem> Contract { get; } = Answered<DossierItem>.Object(
        "A field of the file. on-file: in the record, kept elsewhere, or both. A service plan that is missing lacks these parts.",
        Answered<DossierItem>.Always("field", Forms.One<DossierField>(DossierFields.Code), one => one.Field),
        Answered<DossierItem>.Always("label", Forms.Words, one => one.Field.Label()),
        Answered<DossierItem>.Always("state", new Form.Code(Array("on-file", "stated-none", "declined", "missing")), one => one.State),
        Answered<DossierItem>.Optional("from", Forms.List(new Form.Code(Array("record", "elsewhere"))), one => one.From),
        Answered<DossierItem>.Optional(
            "keptAt", Forms.Plain, one => one.Standing is FieldStanding.OnFile(_, _, var at) ? at : None) with
        {
            IsPersonal = true,
        },
        Answered<DossierItem>.Optional("declinedOn", Forms.Day, one => one.Declined.Map(declined => declined.On)),
        Answered<DossierItem>.Optional("askedAgainOn", Forms.Day, one => one.Declined.Map(declined => declined.AskedAgainOn)),
        Answered<DossierItem>.Optional(
            "lacks", Forms.List(Forms.One<ServicePlanPart>(ServicePlanParts.Code)), one => one.Lacks.IsEmpty ? None : Some(one.Lacks)));

    private string State => Standing switch
    {
        FieldStanding.OnFile => "on-file",
        FieldStanding.StatedNone => "stated-none",
        FieldStanding.Declined => "declined",
        FieldStanding.Missing => "missing",
    };

    private Option<Arr<string>> From => Standing is FieldStanding.OnFile(var held, var elsewhere, _)
        ? Some(new Arr<string>([.. held ? ["record"] : System.Array.Empty<string>(), .. elsewhere ? ["elsewhere"] : System.Array.Empty<string>()]))
        : None;

    private Option<DeclinedField> Declined => Standing is FieldStanding.Declined(var by) ? Some(by) : None;

    /// <summary>Every field of a record on a day.</summary>
    internal static Arr<DossierItem> All(CustomerRecord record, DateOnly day) => Fields.Map(field => record.Stands(field, day) is var standing
        && standing is FieldStanding.Missing && field == DossierField.ServicePlan
            ? new DossierItem(field, standing, record.Dossier.Plan.Lacking)
            : new DossierItem(field, standing, Array<ServicePlanPart>()));
}

/// <summary>A standard that owes a file to the class in force.</summary>
public sealed record AskedByStandard(StandardId Standard, ClassCode Class, Arr<DossierField> Asked, Arr<DossierField> Missing)
{
    /// <summary>What a standard asks for, as it is answered.</summary>
    public static Contract<AskedByStandard> Contract { get; } = Answered<AskedByStandard>.Object(
        "A standard that owes a file to the class in force at the end of the day.",
        Answered<AskedByStandard>.Always("standard", Forms.Plain, one => one.Standard.Value),
        Answered<AskedByStandard>.Always("class", Forms.Plain, one => one.Class.Value),
        Answered<AskedByStandard>.Always("asked", Forms.Several<DossierField>(DossierFields.Code), one => one.Asked),
        Answered<AskedByStandard>.Always("missing", Forms.Several<DossierField>(DossierFields.Code), one => one.Missing),
        Answered<AskedByStandard>.Always("complete", Forms.Flag, one => one.Missing.IsEmpty));

    internal static Arr<AskedByStandard> Of(ServiceStanding standing, FiledFields file, DateOnly day) => new(standing.Under.Choose(one =>
        from stay in one.Served.On(day.AddDays(1))
        from owed in one.Standard.Owed(stay.Class)
        from asked in owed.Choose(obligation => obligation is Obligation.Dossier(var fields, _, _) ? Some(fields) : None).HeadOrNone()
        select new AskedByStandard(one.Standard.Id, stay.Class, asked, file.Missing(asked, day))));
}

/// <summary>A part of the filing coverage in which a customer counts, and whether as complete; open where the class leaves it so.</summary>
public sealed record CountedForTarget(Measure Measure, Option<bool> Complete)
{
    /// <summary>A target as it is answered.</summary>
    public static Contract<CountedForTarget> Contract { get; } = Answered<CountedForTarget>.Object(
        "A measure in which the customer counts over the quarter up to the day, and whether as complete; "
            + "null where a missing fact leaves open whether it counts.",
        Answered<CountedForTarget>.Always("indicator", Forms.Plain, one => one.Measure.Indicator),
        Answered<CountedForTarget>.Always("part", Forms.Plain, one => one.Measure.Part),
        Answered<CountedForTarget>.Always("label", Forms.Words, one => one.Measure.Label),
        Answered<CountedForTarget>.Optional("target", MeasureTarget.Contract, one => MeasureTarget.Of(one.Measure)),
        Answered<CountedForTarget>.Nullable("complete", Forms.Flag, one => one.Complete));

    /// <summary>Counted as the indicator counts.</summary>
    internal static Arr<CountedForTarget> Of(CustomerPast past, DateOnly day)
    {
        var (rule, quarter) = (new FilingCoverageRule(past.Basis), Period.Of(PeriodLength.Quarter, day));
        return EvaluatedDays.Of(quarter.ToString(), DateRange.Of(quarter), day).Match(
            Some: days => new Arr<CountedForTarget>(rule.Of(new CustomerView(past, days, day, day.ToDateTime(TimeOnly.MinValue)))
                .Where(added => added.Tally.Denominator > 0 || added.Tally.Unknown > 0)
                .Select(added => new CountedForTarget(
                    rule.Indicator.Measures[added.Measure], added.Tally.Denominator > 0 ? Some(added.Tally.Numerator > 0) : None))),
            None: () => Array<CountedForTarget>());
    }
}
