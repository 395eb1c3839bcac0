namespace Kehu.Domain;

/// <summary>A call that opens a case. No id: the service makes one; no moment: now.</summary>
public sealed record CaseOpening(Option<string> Id, CustomerId Customer, CaseType Type, CaseSubject Subject, Urgency Urgency, string Text, Option<DateTime> At)
{
    /// <summary>The call on the wire.</summary>
    public static Contract<CaseOpening> Contract { get; } = new(
        "What the customer came with. The id is yours or, left out, made by the service; at is a moment in the bank's time, now where left out.",
        new CaseOpening(None, default, default, default, default, "", None),
        Fields<CaseOpening>.Optional("id", CaseId.Form, one => one.Id, (one, id) => one with { Id = id }),
        Fields<CaseOpening>.Needed(
            "customer",
            Forms.CustomerId,
            one => one.Customer.Value,
            (one, id) => CustomerId.From(id).Match(Succ: known => one with { Customer = known }, Fail: _ => one)),
        Fields<CaseOpening>.Needed("type", CaseForms.Type, one => one.Type, (one, type) => one with { Type = type }),
        Fields<CaseOpening>.Needed("subject", CaseForms.Subject, one => one.Subject, (one, subject) => one with { Subject = subject }),
        Fields<CaseOpening>.Optional("urgency", CaseForms.Urgency, one => Some(one.Urgency), (one, urgency) => one with { Urgency = urgency }),
        Fields<CaseOpening>.Needed("text", CaseForms.Text, one => one.Text, (one, text) => one with { Text = text }) with { IsPersonal = true },
        Fields<CaseOpening>.Optional("at", Forms.Moment, one => one.At, (one, at) => one with { At = at }))
    {
        Name = "CaseOpening",
    };
}
