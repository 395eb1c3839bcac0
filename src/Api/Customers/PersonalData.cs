using LanguageExt;

namespace Kehu.Api;

/// <summary>All that is held about one customer: whatever is stored of it and the entries of the audit, in one answer.</summary>
internal sealed record PersonalData(
    string Customer, DateTime Since, CustomerConsents Consents, Arr<RecordedSnapshot> Records, Arr<SentEvent<Engagement>> Engagements,
    Arr<SentEvent<Survey>> Surveys, Arr<SentEvent<Purchase>> Purchases, Arr<WholeCase> Cases, Option<CustomerHold> Hold,
    Arr<CustomerRestriction> Restrictions, int KeptAnswers, Arr<ToldLine> Audit, Arr<MergedData> Merged)
{
    /// <summary>The answer, where records have facts of a catalogue.</summary>
    public static Contract<PersonalData> Contract(FactCatalogue facts) => Answered<PersonalData>.Object(
        "All that is held about a customer: records as they were filed and when, superseded ones included; what was done, asked and bought; cases with every "
            + "word; and who changed what. merged has what is left of customers who were merged into this one. "
            + "keptAnswers are repeats of answers to calls about the customer: they say nothing more, and go after seven days.",
        Answered<PersonalData>.Always("customer", Forms.CustomerId, one => one.Customer),
        Answered<PersonalData>.Always("since", Forms.Instant, one => one.Since) with { Says = "Since when the customer has been on file." },
        Answered<PersonalData>.Always("consents", CustomerConsents.Contract, one => one.Consents),
        Answered<PersonalData>.Always("records", Forms.List(CustomerCodecs.For(facts).Contract.Snapshot), one => one.Records),
        Answered<PersonalData>.Always("engagements", Forms.List(SentEvent<Engagement>.Contract), one => one.Engagements),
        Answered<PersonalData>.Always("surveys", Forms.List(SentEvent<Survey>.Contract), one => one.Surveys),
        Answered<PersonalData>.Always("purchases", Forms.List(SentEvent<Purchase>.Contract), one => one.Purchases),
        Answered<PersonalData>.Always("cases", Forms.List(WholeCase.Contract), one => one.Cases),
        Answered<PersonalData>.Optional("hold", CustomerHold.Contract, one => one.Hold),
        Answered<PersonalData>.Always("restrictions", Forms.List(CustomerRestriction.Contract), one => one.Restrictions) with
        { Says = "When nothing was to be sent, and why; of very many the latest." },
        Answered<PersonalData>.Always("merged", Forms.List(MergedData.Contract(facts)), one => one.Merged),
        Answered<PersonalData>.Always("keptAnswers", Forms.Count, one => one.KeptAnswers),
        Answered<PersonalData>.Always("audit", Forms.List(ToldLine.Contract), one => one.Audit)) with
    {
        Name = "PersonalData",
    };

    /// <summary>What is made of all that was read of a customer on file, and of the entries about it.</summary>
    public static PersonalData Of(Withdrawals whole, IEnumerable<AuditLine> entries, FactCatalogue facts, DateOnly today)
    {
        var (rows, held) = (whole.Rows, whole.Rows.Held);
        return new PersonalData(
            rows.Id,
            held.Since,
            new CustomerConsents(rows.Id, today, rows.ConsentFile(facts).Log),
            new Arr<RecordedSnapshot>(rows.Older.Append(held).Select(known => new RecordedSnapshot(known.RecordedAt, known.Record(facts)))),
            Events(rows, EventTables.Engagements),
            Events(rows, EventTables.Surveys),
            Events(rows, EventTables.Purchases),
            new Arr<WholeCase>(rows.Cases.Select(row => new WholeCase(row.Id, CaseOnFile.Of(row).State.Phase, CaseRow.From(row.Body)))),
            whole.Hold,
            RestrictionFile.Of(rows.Restrictions).Log.All,
            whole.Answers.Count + whole.MergedIn.Sum(one => one.Of.Answers.Count),
            new Arr<ToldLine>(entries.Select(line => new ToldLine(line))),
            new Arr<MergedData>(whole.MergedIn.Select(one => MergedData.Of(one.Merge, one.Of.Rows, facts))));
    }

    private static Arr<SentEvent<T>> Events<T>(CustomerRows rows, YearTable<T> table)
        where T : class, IDatedEvent<T> => new(table.All(rows.Of(table)).Select(one => new SentEvent<T>(rows.Id, one)));
}

/// <summary>What is left of a customer who was merged into another: events and cases are the other's.</summary>
internal sealed record MergedData(string Customer, DateTime At, Arr<RecordedSnapshot> Records, Arr<LoggedConsent> Consents)
{
    public static Contract<MergedData> Contract(FactCatalogue facts) => Answered<MergedData>.Object(
        "What is left of a customer who was merged into this one.",
        Answered<MergedData>.Always("customer", Forms.CustomerId, one => one.Customer),
        Answered<MergedData>.Always("at", Forms.Instant, one => one.At) with { Says = "When it was done." },
        Answered<MergedData>.Always("records", Forms.List(CustomerCodecs.For(facts).Contract.Snapshot), one => one.Records),
        Answered<MergedData>.Always("consents", Forms.List(LoggedConsent.Contract), one => one.Consents));

    public static MergedData Of(Row merge, CustomerRows rows, FactCatalogue facts) => new(
        rows.Id,
        MergedOnFile.Of(merge).At,
        new Arr<RecordedSnapshot>(rows.Older.Select(known => new RecordedSnapshot(known.RecordedAt, known.Record(facts)))),
        rows.ConsentFile(facts).Log.Events);
}
