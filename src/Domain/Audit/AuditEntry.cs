namespace Kehu.Domain;

/// <summary>
/// Who changed what: one entry a change, an import or a run. It holds ids and no words of anybody; what was changed and why stands in a text beside it.
/// Source: governance, audit.
/// </summary>
/// <param name="At">The moment at which the change was recorded.</param>
/// <param name="Clock">What the clock said, where that is something else.</param>
/// <param name="Person">The caller.</param>
/// <param name="IsSystem">The caller is a system.</param>
/// <param name="Key">The key with which it came.</param>
/// <param name="Route">The route that was called.</param>
/// <param name="Request">The request's id.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Record">Which one of these, by its id.</param>
/// <param name="Customer">The customer to whom it belongs, by id.</param>
/// <param name="Status">The status with which it was answered.</param>
/// <param name="Counts">What an import or a run came to.</param>
/// <param name="Taken">The SHA-256 of what an import took.</param>
/// <param name="Text">What there is to be read beside it.</param>
public sealed record AuditEntry(
    DateTime At, Option<DateTime> Clock, string Person, bool IsSystem, Option<string> Key, string Route, Option<string> Request, string Subject,
    Option<string> Record, Option<string> Customer, int Status, Option<AuditCounts> Counts, Option<string> Taken, Option<AuditMark> Text)
{
    private static readonly AuditEntry Blank =
        new(DateTime.UnixEpoch, None, "", IsSystem: false, None, "", None, "", None, None, 0, None, None, None);

    /// <summary>A change about something, as it begins.</summary>
    public static AuditEntry Of(AuditOrigin origin, DateTime at, string subject, int status) => Blank with
    {
        At = at,
        Person = origin.By.Name,
        IsSystem = origin.By.IsSystem,
        Key = origin.By.Key,
        Route = origin.Route,
        Request = origin.Request,
        Subject = subject,
        Status = status,
    };

    /// <summary>An entry on the wire and as it is kept.</summary>
    public static Contract<AuditEntry> Contract { get; } = new(
        "Who changed what.",
        Blank,
        Fields<AuditEntry>.Needed("at", Forms.Instant, one => one.At, (one, at) => one with { At = at }) with
        { Says = "When it was recorded.", Stored = 0 },
        Fields<AuditEntry>.Optional("clock", Forms.Instant, one => one.Clock, (one, clock) => one with { Clock = clock }) with
        { Says = "What the clock said, where it was behind what is on file.", Stored = 6 },
        Fields<AuditEntry>.Needed("person", Forms.Plain, one => one.Person, (one, name) => one with { Person = name }) with
        { Says = "The person or system that called; local where nobody signs in, system for what the service does by itself.", Stored = 1 },
        Fields<AuditEntry>.Needed("system", Forms.Flag, one => one.IsSystem, (one, system) => one with { IsSystem = system }) with
        { Says = "True for a system.", Stored = 2 },
        Fields<AuditEntry>.Optional("key", Forms.Plain, one => one.Key, (one, key) => one with { Key = key }) with
        { Says = "The id of the key with which it came.", Stored = 7 },
        Fields<AuditEntry>.Needed("route", Forms.Plain, one => one.Route, (one, route) => one with { Route = route }) with
        { Says = "The operation, by its name in this document.", Stored = 3 },
        Fields<AuditEntry>.Optional("request", Forms.Plain, one => one.Request, (one, id) => one with { Request = id }) with
        { Says = "The id of the request.", Stored = 10 },
        Fields<AuditEntry>.Needed("subject", Forms.Plain, one => one.Subject, (one, subject) => one with { Subject = subject }) with
        { Says = "What it is about, such as customer or outlet.", Stored = 4 },
        Fields<AuditEntry>.Optional("record", Forms.Plain, one => one.Record, (one, id) => one with { Record = id }) with
        { Says = "Which one, by its id; of an import the id of the import.", Stored = 8 },
        Fields<AuditEntry>.Optional("customer", Forms.Plain, one => one.Customer, (one, id) => one with { Customer = id }) with
        { Says = "The customer to whom it belongs.", Stored = 9 },
        Fields<AuditEntry>.Needed("status", Forms.Count, one => one.Status, (one, status) => one with { Status = status }) with
        { Says = "The status with which the call was answered; 0 for what the service does by itself.", Stored = 5 },
        Fields<AuditEntry>.Optional("counts", AuditCounts.Contract, one => one.Counts, (one, counts) => one with { Counts = counts }) with { Stored = 11 },
        Fields<AuditEntry>.Optional("taken", Forms.Plain, one => one.Taken, (one, sum) => one with { Taken = sum }) with
        { Says = "The SHA-256 of the body that an import took, as it was before it was compressed.", Stored = 12 },
        Fields<AuditEntry>.Optional("text", AuditMark.Contract, one => one.Text, (one, mark) => one with { Text = mark }) with { Stored = 13 });
}
