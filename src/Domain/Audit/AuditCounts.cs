namespace Kehu.Domain;

/// <summary>What an import or a run came to, as far as it is counted.</summary>
public sealed record AuditCounts(
    Option<long> Read, Option<long> Created, Option<long> Updated, Option<long> Unchanged, Option<long> Rejected, Option<long> Decided)
{
    /// <summary>Nothing counted.</summary>
    public static AuditCounts Nothing { get; } = new(None, None, None, None, None, None);

    /// <summary>The counts on the wire and as they are kept.</summary>
    public static Contract<AuditCounts> Contract { get; } = new(
        "Of an import its lines by what became of them; of a run the customers that it looked at and decided.",
        Nothing,
        Fields<AuditCounts>.Optional("read", Forms.Counted, counts => counts.Read, (counts, all) => counts with { Read = all }) with
        { Stored = 0 },
        Fields<AuditCounts>.Optional("created", Forms.Counted, counts => counts.Created, (counts, some) => counts with { Created = some }) with
        { Stored = 1 },
        Fields<AuditCounts>.Optional("updated", Forms.Counted, counts => counts.Updated, (counts, some) => counts with { Updated = some }) with
        { Stored = 2 },
        Fields<AuditCounts>.Optional("unchanged", Forms.Counted, counts => counts.Unchanged, (counts, some) => counts with { Unchanged = some }) with
        { Stored = 3 },
        Fields<AuditCounts>.Optional("rejected", Forms.Counted, counts => counts.Rejected, (counts, some) => counts with { Rejected = some }) with
        { Stored = 4 },
        Fields<AuditCounts>.Optional("decided", Forms.Counted, counts => counts.Decided, (counts, some) => counts with { Decided = some }) with
        { Stored = 5 })
    {
        Name = "AuditCounts",
    };
}
