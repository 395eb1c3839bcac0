using LanguageExt;

namespace Kehu.Api;

/// <summary>One fault of one line of an import; the line is the physical one.</summary>
internal sealed record ImportError(long Line, Fault Fault)
{
    /// <summary>The fault on the wire.</summary>
    public static Contract<ImportError> Contract { get; } = Answered<ImportError>.Object(
        "The first 1 000.",
        Answered<ImportError>.Always("line", Forms.Counted, error => error.Line),
        Answered<ImportError>.Always("pointer", Forms.Plain, error => error.Fault.Place is Place.Pointer(var path) ? path : ""),
        Answered<ImportError>.Always("code", Forms.Plain, error => error.Fault.Code),
        Answered<ImportError>.Always("detail", Forms.Words, error => error.Fault.Detail));
}

/// <summary>What an import came to. Read is the sum of the other four; the errors are the first <see cref="MostErrors"/>.</summary>
internal sealed record ImportReport(string Id, long Read, long Created, long Updated, long Unchanged, long Rejected, IReadOnlyList<ImportError> Errors)
{
    /// <summary>The report on the wire.</summary>
    public static Contract<ImportReport> Contract { get; } = Answered<ImportReport>.Object(
        "What an import came to; read is the sum of the other counts.",
        Answered<ImportReport>.Always("id", Forms.Plain, report => report.Id),
        Answered<ImportReport>.Always("read", Forms.Counted, report => report.Read),
        Answered<ImportReport>.Always("created", Forms.Counted, report => report.Created),
        Answered<ImportReport>.Always("updated", Forms.Counted, report => report.Updated),
        Answered<ImportReport>.Always("unchanged", Forms.Counted, report => report.Unchanged),
        Answered<ImportReport>.Always("rejected", Forms.Counted, report => report.Rejected),
        Answered<ImportReport>.Optional("rejectsIncomplete", Forms.Flag, report => report.RejectsIncomplete ? true : Option<bool>.None) with
        {
            Says = "True where not every refused line could be kept to be fetched; left out otherwise.",
        },
        Answered<ImportReport>.Optional("dropped", Forms.Counted, report => report.Dropped) with
        {
            Says = "Of whole records of customers: how many members the records before knew and these leave out.",
        },
        Answered<ImportReport>.Optional("passedOver", Forms.Counted, report => report.PassedOver) with
        {
            Says = "Of customers: how many readings show in no record, since another source's of the same date stand.",
        },
        Answered<ImportReport>.Always("errors", Forms.List(ImportError.Contract), report => new Arr<ImportError>(report.Errors)));

    /// <summary>How many members the records before knew and whole records left out.</summary>
    public Option<long> Dropped { get; init; }

    /// <summary>How many readings show in no record.</summary>
    public Option<long> PassedOver { get; init; }

    /// <summary>Not every refused line could be kept to be fetched: those that are missing are known by the errors and their lines only.</summary>
    public bool RejectsIncomplete { get; init; }

    /// <summary>What the audit says of it.</summary>
    public AuditCounts Counts => new(Read, Created, Updated, Unchanged, Rejected, Option<long>.None);

    /// <summary>How many errors an answer lists.</summary>
    public const int MostErrors = 1_000;
}
