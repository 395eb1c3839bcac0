using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>The audit: who changed what, whether that is as it was written, and how far it goes.</summary>
internal sealed class AuditRoutes(AuditArchive audit, AuditVerifying verifying) : IFeature
{
    private static readonly ContractCodec<Listed<ToldLine>> Page = JsonForms.All.Of(ToldLine.Page);

    private static readonly ContractCodec<AuditVerification> Verification = JsonForms.All.Of(AuditVerification.Contract);

    private static readonly ContractCodec<AuditHead> Head = JsonForms.All.Of(AuditHead.Contract);

    private static readonly Param<Option<string>> Person = Named("person", "Only what this person or system did.", "local");

    private static readonly Param<Option<string>> Subject = Named("subject", "Only what is about this, such as customer, case, outlet or run.", "customer");

    private static readonly Param<Option<string>> Record =
        Named("record", "Only what is about the one of this id, or belongs to the customer of this id.", "E-1");

    private static readonly Param<DateTime?> From = At("from", "Only what was recorded at this moment or later (RFC 3339, with Z or an offset).");

    private static readonly Param<DateTime?> To = At("to", "Only what was recorded before this moment.");

    /// <summary>A page whose cursor is the number of an entry.</summary>
    private static readonly Param<(int Limit, long After)> Behind = new(call => call.Query.NumberedPage(), Params.Page.Told);

    /// <summary>The most characters of a name or an id.</summary>
    private const int LongestName = 200;

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/audit", "list-audit", "Audit", "Who changed what",
            "One entry a change, an import or a run, by number, the newest last: who, when, over which route, about which record; and beside it what was "
            + "changed and why, until the customer is withdrawn. A call that was refused, repeated or changed nothing has none. "
            + "A page looks at 5 000 entries at most: it may be short and still have a next one.")
        {
            Needs = Auditor,
            Takes = [Person, Subject, Record, From, To, Behind],
            Replies = [new Reply(200, "A page of entries.", new Content(MediaTypes.Json, "AuditList"))],
            Do = List,
        },
        new("GET", "/v1/audit/verify", "verify-audit", "Audit", "Is the audit as it was written",
            "Goes along the log from its first entry to its last: each has a link made of the one before it, and is committed to the text beside it. "
            + "broken is the first entry that is changed, taken away, put in or in another place. Whoever can write the file can make another whole log: "
            + "compare its head with one that was kept elsewhere.")
        {
            Needs = Auditor | Admin,
            Replies = [new Reply(200, "What was found.", new Content(MediaTypes.Json, "AuditVerification"))],
            InWords = true,
            Do = async call => JsonResult.Of(Verification, await verifying.Verify(call.Stop), call.Answering()),
        },
        new("GET", "/v1/audit/head", "audit-head", "Audit", "How far the audit goes",
            "The number and the link of the last entry, to be kept elsewhere.")
        {
            Needs = Auditor | Admin,
            Replies = [new Reply(200, "The head.", new Content(MediaTypes.Json, "AuditHead"))],
            Do = async call => JsonResult.Of(Head, await audit.Head(call.Stop)),
        },
    ];

    private async Task<IResult> List(Call call)
    {
        var (limit, after) = call.Of(Behind);
        var wanted = new AuditQuery(
            call.Of(Person), call.Of(Subject), call.Of(Record), Prelude.Optional(call.Of(From)), Prelude.Optional(call.Of(To)));
        var (shown, next) = await audit.Page(wanted, after, limit, call.Stop);
        return JsonResult.Of(Page, Listing.Shown(
            shown.Select(line => new ToldLine(line)),
            next.Map(Paging.NextNumber).OrNull()));
    }

    private static Param<Option<string>> Named(string name, string says, string example) => Param<Option<string>>.OfQuery(
        (call, of) => call.Query.Text(of, LongestName).Known(), name, says, Schemas.Text(), example: example);

    private static Param<DateTime?> At(string name, string says) =>
        Param<DateTime?>.OfQuery((call, of) => call.Query.Moment(of), name, says, Schemas.Text("date-time"), example: "2026-11-21T08:00:00Z");
}
