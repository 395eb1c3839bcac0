using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Stored customers: put, get, withdraw, list, history.</summary>
internal sealed class CustomerRoutes(
    AnswerArchive answers, CustomerStore store, CustomerArchive archive, RunArchive runs, ClassifiedCustomers classified, RuleBook book,
    CustomerRetention retention, Bell<Erasure> bell, TimeProvider time) : IFeature
{
    /// <summary>Who files customers: the systems that know them, and the people who look after them.</summary>
    public const AccessRoles Files = AccessRoles.Integrator | AccessRoles.Staff | AccessRoles.Outlet;

    /// <summary>What the audit calls a customer.</summary>
    public const string Subject = "customer";

    /// <summary>Who reads customers.</summary>
    public const AccessRoles Reads = Files | AccessRoles.Compliance | AccessRoles.Auditor;

    private static readonly Param<DateOnly?> HeldOn = Params.Day("asOf", "The snapshot that held on this date.", "2026-11-21");

    public IEnumerable<Route> Routes =>
    [
        new("PUT", "/v1/customers/{id}", "put-customer", "Customers", "File a customer",
            "Files the whole record as of its date: what it leaves out is unknown from then on, but for what the service itself wrote. "
            + "A newer date is a new snapshot; the same date supersedes what the same source said. The header Kehu-Merge says how many members that were known "
            + "it leaves out (dropped), and how many show nowhere, since another source's of the same date stand. "
            + "Needs If-Match, or If-None-Match: * to create only. Whoever sees a part of the bank creates none: 404. "
            + "422: id.personal, where a customer would be created under the number of an identity card; consent.too-many.")
        {
            Needs = Files,
            Takes = [Params.Customer, ImportParams.Source],
            Version = [RequestHeaders.IfMatch, RequestHeaders.CreateOnly],
            Body = [new Content(MediaTypes.Json, "Customer", Examples.Customer)],
            Replies =
            [
                new Reply(200, "Filed, or on file already.", new Content(MediaTypes.Json, "Customer")),
                new Reply(201, "Created.", new Content(MediaTypes.Json, "Customer")),
            ],
            MayBeAbsent = true,
            Stores = true,
            Do = Put,
        },
        new("PATCH", "/v1/customers/{id}", "patch-customer", "Customers", "Change a part of a customer",
            "Files what it says as of its date, and leaves all else as it is on file; null says that nothing is known any more (RFC 7396). A part of a date "
            + "between two snapshots makes one of its own, and shows in later ones that have nothing newer. Of one member and date the source that the bank "
            + "names first counts (Sources:Order). The header Kehu-Merge says how many members were kept, changed and passed over. "
            + "422: part.incomplete, where the customer is not on file as of that date; part.other-kind; faults of the record that would result.")
        {
            Needs = Files,
            Takes = [Params.Customer],
            Version = [RequestHeaders.IfMatch],
            VersionMayBeLeftOut = true,
            Body = [Content.Sent(CustomerCodecs.For(book.Facts).Contract.Patch, Examples.Patch) with { MediaType = MediaTypes.MergePatch }],
            Replies =
            [
                new Reply(200, "The record as of the date.", new Content(MediaTypes.Json, "Customer")),
                new Reply(201, "Created.", new Content(MediaTypes.Json, "Customer")),
            ],
            MayBeAbsent = true,
            MayRefuse = true,
            Stores = true,
            Do = Patch,
        },
        new("GET", "/v1/customers/{id}", "get-customer", "Customers", "A customer on file",
            "The newest snapshot, or the one as of a date and as known at a moment. 410: customer.merged, with the address of the customer it was merged into.")
        {
            Needs = Reads,
            Takes = [Params.Customer, HeldOn, Params.KnownAt],
            Replies = [new Reply(200, "The record.", new Content(MediaTypes.Json, "Customer")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            MayBeGone = true,
            Do = Get,
        },
        new("DELETE", "/v1/customers/{id}", "delete-customer", "Customers", "Withdraw a customer",
            "Takes the customer off file with all that was recorded and logged; cases stay without their words. "
            + "A minute later no file of the service holds anything of it. Needs If-Match. 409 says all that stands against it: customer.case-open, "
            + "customer.held, customer.retained.")
        {
            Needs = AccessRoles.Compliance,
            Takes = [Params.Customer],
            Version = [RequestHeaders.IfMatch with { Required = true, Example = "*" }],
            Replies = [new Reply(204, "Withdrawn.")],
            MayBeAbsent = true,
            MayConflict = true,
            Stores = true,
            Do = Delete,
        },
        new("GET", "/v1/customers", "list-customers", "Customers", "Customers on file",
            "By id, of an outlet or all under a sub-branch or a branch, of a manager, or both; "
            + "with policy and class (or outcome) those to whom the last finished run of the policy gave that answer, "
            + "of the latest date: run says which. Their records are those on file now; withdrawn customers are left out. "
            + "Such a page looks at 5 000 customers at most: it may be short and still have a next one. "
            + "409: run.none. 422: policy.unknown, class.unknown, unit.unknown.")
        {
            Needs = Reads,
            Takes = [CustomerQuery.Param],
            Replies = [new Reply(200, "A page of records.", new Content(MediaTypes.Json, "CustomerList"))],
            MayConflict = true,
            MayRefuse = true,
            Do = List,
        },
        new("GET", "/v1/customers/{id}/history", "customer-history", "Customers", "Everything on file about a customer",
            "Every snapshot by date and by the moment it was recorded, superseded ones included.")
        {
            Needs = Reads,
            Takes = [Params.Customer],
            Replies = [new Reply(200, "The snapshots.", new Content(MediaTypes.Json, "CustomerHistory"))],
            MayBeAbsent = true,
            MayBeGone = true,
            Do = History,
        },
    ];

    /// <summary>There is no such customer, or none as of the date.</summary>
    public static Problem Absent(string id, bool ofDate = false) => Problem.NotFound(ofDate
        ? Fault.Of("id", "customer.unknown", $"there is no customer '{id}' on file as of that date", $"该日期没有客户“{id}”的档案")
        : Fault.Of("id", "customer.unknown", $"there is no customer '{id}' on file", $"没有客户“{id}”的档案"));

    private Task<IResult> Put(Call call) => call.Store<CustomerRecord?>(
        answers,
        (body, out record) => Read(body, call.Of(Params.Customer), out record),
        (demand, ct) => Filed(
            call, Incoming.Whole.Of(demand.Body!.SaidBy(call.Of(ImportParams.Source).IfNone(""))), demand.Precondition, MergeHeader.OfWhole, ct));

    private Task<IResult> Patch(Call call) => call.Store<CustomerPart?>(
        answers,
        (body, out part) => (part = CustomerCodecs.For(book.Facts).ReadPatch(body, call.Of(Params.Customer), out var faults), faults).faults,
        (demand, ct) => Filed(call, new Incoming.Part(demand.Body!, ""), demand.Precondition, MergeHeader.OfPart, ct));

    private async ValueTask<Either<Problem, Effect>> Filed(
        Call call, Incoming coming, Precondition precondition, Func<MergeCounts, string> said, CancellationToken ct) =>
        (await archive.Draft(call.Sees, coming, precondition, ct)).Match<Either<Problem, Effect>>(
            Left: unmet => precondition.Unmet(unmet.IsThere),
            Right: filing => Answer(coming, filing, said));

    private static Either<Problem, Effect> Answer(Incoming coming, Filing filing, Func<MergeCounts, string> said)
    {
        var id = coming.Id;
        return filing switch
        {
            Filing.NotSeen => Absent(id),
            Filing.Refused(var why) => Problem.Refused([.. why]),
            Filing.Unchanged(var head, var counts) { BringsConsents: true } same => new Effect(
                same.Unit, Answer(id, same.Shown, head.Version, head.Version, StatusCodes.Status200OK, said(counts)),
                Deed.Of(ConsentRoutes.Subject, id, id, AuditText.OfMembers(default, ConsentFiling.Audited(coming)))),
            Filing.Unchanged(var head, var counts) same =>
                Effect.Nothing(Answer(id, same.Shown, head.Version, head.Version, StatusCodes.Status200OK, said(counts))),
            Filing.Filed(var created, var after, var counts, var unit) filed => new Effect(
                unit,
                Answer(
                    id, filed.Shown, after.Head.Version - 1, after.Head.Version,
                    created ? StatusCodes.Status201Created : StatusCodes.Status200OK, said(counts)),
                Deed.Of(Subject, id, id, AuditText.OfMembers(filed.Before, filed.Shown))),
        };
    }

    private async Task<IResult> Get(Call call)
    {
        var (id, asOf, knownAt) = (call.Of(Params.Customer), call.Of(HeldOn), call.Of(Params.KnownAt));
        if (await archive.Find(call.Sees, id, asOf, knownAt, call.Stop) is not { } filed)
        {
            return await store.Absent(call.Sees, id, call.Stop, ofDate: asOf is not null || knownAt is not null);
        }

        return call.Tagged(Tag(filed.Version), () => new JsonResult(json => CustomerCodecs.Write(json, filed.Record)));
    }

    private async Task<IResult> Delete(Call call)
    {
        var id = call.Of(Params.Customer);
        var answer = await call.Store(answers, async (precondition, ct) => await archive.DraftWithdrawal(call.Sees, id, precondition, ct) switch
        {
            Withdrawal.Withdrawn(var whole, _) when whole.WhyKept(book.Facts, retention, time.Today()) is { IsEmpty: false } kept =>
                Problem.Conflict([.. kept]),
            Withdrawal.Withdrawn(_, var unit) => new Effect(unit, KeptAnswer.Nothing, new Deed(Subject, id, id, Option<AuditText>.None)),
            Withdrawal.Stale => precondition.Unmet(isThere: true),
            Withdrawal.Absent => Absent(id),
        });
        bell.Ring();
        return answer;
    }

    private Task<IResult> List(Call call)
    {
        var wanted = call.Of(CustomerQuery.Param);
        return call.Of(wanted.Unit, async outlets => wanted.Answer.Policy is { } policy
            ? await Classified(call, policy, wanted, outlets)
            : Paged(Listing.Paged(
                wanted.Page,
                await archive.List(
                    outlets.Within(call.Sees), outlets.Only().OrNull(), wanted.Manager, wanted.Page.After ?? "", wanted.Page.Limit + 1, call.Stop),
                filed => filed.Record.Id.Value)));
    }

    /// <summary>The customers to whom the last run of a policy gave an answer.</summary>
    private async Task<IResult> Classified(Call call, string policy, CustomerQuery wanted, Option<OutletsAsked> outlets)
    {
        if (await runs.InForce(new PolicyId(policy), call.Stop) is not { } run)
        {
            return book.Find(policy).IsNone && book.FindPopulation(policy).IsNone
                ? Problem.Refused(PolicyChoice.Unknown(policy, new Place.Parameter("policy")))
                : Problem.Conflict(Fault.Of(
                    "policy", "run.none", $"no run of '{policy}' is finished yet; start one with POST /v1/runs and wait until its state is finished",
                    $"尚无采用“{policy}”且已完成的运行；请用 POST /v1/runs 启动，并待其状态为 finished"));
        }

        if (wanted.Answer.In(run).Case is not PlacementFilter filter)
        {
            return Problem.Refused([.. wanted.Answer.In(run).LeftAsEnumerable()]);
        }

        var (shown, next) = await classified.Page(
            outlets.Within(call.Sees), run, filter, outlets.Only().OrNull(), wanted.Manager, wanted.Page.After ?? "", wanted.Page.Limit, call.Stop);
        return Paged(Listing.Shown(shown, next is null ? null : Paging.Next(next)), run.Id);
    }

    private async Task<IResult> History(Call call)
    {
        var id = call.Of(Params.Customer);
        var snapshots = await archive.History(call.Sees, id, call.Stop);
        return snapshots.Count == 0
            ? await store.Absent(call.Sees, id, call.Stop)
            : JsonResult.Of(
                CustomerCodecs.For(book.Facts).History,
                Listing.Shown(snapshots.Select(filed => new RecordedSnapshot(filed.RecordedAt, filed.Record)), next: null));
    }

    private JsonResult Paged(Listed<Filed> shown, Option<string> run = default) => JsonResult.Of(
        CustomerCodecs.For(book.Facts).Page, new CustomerPage(new Listed<CustomerRecord>(shown.Items.Map(filed => filed.Record), shown.Next), run));

    private IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, string id, out CustomerRecord? record)
    {
        var cursor = new JsonCursor(body);
        record = CustomerCodecs.ReadRecord(ref cursor, book.Facts);
        if (record is not null && record.Id.Value != id)
        {
            cursor.FaultOf(CustomerContract.Id.Name, "customer.id-mismatch", $"the id is not that of the address, '{id}'", $"编号与地址中的“{id}”不一致");
        }

        return cursor.Finish();
    }

    /// <summary>The record as it shows. It speaks of the customer, and goes when the customer is withdrawn.</summary>
    private static KeptAnswer Answer(string id, ReadOnlyMemory<byte> shown, long before, long version, int status, string merge) =>
        KeptAnswer.Json(status, json => json.WriteRawValue(shown.Span, skipInputValidation: true)) with
        {
            ETag = ETags.Of(Tag(version)),
            Location = status == StatusCodes.Status201Created ? Prelude.Some($"/v1/customers/{id}") : Prelude.None,
            Customer = new AboutCustomer(id, before),
            Merge = merge,
        };

    private static string Tag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
