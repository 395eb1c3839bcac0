using LanguageExt;

namespace Kehu.Api;

/// <summary>A case on file: its id, the version it was read with, how many events have made it, and what they made of it.</summary>
internal sealed record CaseOnFile(string Id, long Version, int Events, ServiceCase State)
{
    /// <summary>The case as seen at a moment by the working days known.</summary>
    public CaseView At(WorkCalendar calendar, DateTime now) => new(Id, Events, State, calendar, now);

    /// <summary>The case of a row.</summary>
    public static CaseOnFile Of(Row row) => Of(row.Id, row.Version, CaseRow.From(row.Body));

    /// <summary>Whose the case of a row is; once its words are erased it is nobody's.</summary>
    public static Option<string> CustomerOf(Row row) => Of(row).State is { IsErased: false } state ? state.Customer.Value : Option<string>.None;

    /// <summary>What is stored of a case, and the head of its customer, as of one moment.</summary>
    public static (Row? Case, Row? Customer) WithCustomer(IReader reader, string id) => reader.Get(CaseRow.Table, id) is { } row
        ? (row, reader.Get(Tables.Customers, Of(row).State.Customer.Value))
        : (null, null);

    /// <summary>The case that events have made.</summary>
    public static CaseOnFile Of(string id, long version, Arr<CaseEvent> events) =>
        new(id, version, events.Count, CaseHandling.Replay(events).IfNone(() => throw new InvalidDataException("a stored case was never opened")));
}

/// <summary>A case as a command leaves it, and the write that does so.</summary>
internal sealed record CaseFiling(CaseOnFile Case, Write Write)
{
    /// <summary>The pure part: what is stored of a case (none: nothing yet), and what is to be done with it. A fault where the rules refuse it.</summary>
    public static Either<Fault, CaseFiling> Decide(string id, Row? row, CaseCommand command)
    {
        var events = row is { } stored ? CaseRow.From(stored.Body) : Arr<CaseEvent>.Empty;
        var state = CaseHandling.Replay(events);
        return state.Decide(command)
            .Map(happened => state.Exists(one => one.IsErased) ? happened.WithoutWords() : happened)
            .Map(happened => Filed(id, row?.Version ?? 0, events.Add(happened)));
    }

    /// <summary>
    /// The write that erases the words of a case whose customer is withdrawn. It is no longer found by the customer, so that a customer
    /// filed under the id later begins without.
    /// </summary>
    public static Write WithoutWords(Row row) => Filed(row.Id, row.Version, CaseRow.From(row.Body).Map(happened => happened.WithoutWords())).Write;

    /// <summary>The write that makes a case another customer's.</summary>
    public static Write Of(Row row, CustomerId customer) => Filed(row.Id, row.Version, CaseRow.From(row.Body).Map(happened => happened.Of(customer))).Write;

    private static CaseFiling Filed(string id, long version, Arr<CaseEvent> events)
    {
        var filed = CaseOnFile.Of(id, version + 1, events);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["outlet"] = filed.State.Outlet, ["phase"] = filed.State.Phase.Code() };
        if (!filed.State.IsErased)
        {
            keys.Add(CaseRow.Customer, filed.State.Customer.Value);
        }

        return new CaseFiling(filed, new Write.Put(CaseRow.Table, id, version, CaseRow.ToBody(events), keys));
    }
}
