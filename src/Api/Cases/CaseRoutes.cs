using System.Globalization;
using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>Requests and complaints: opened, acknowledged, handled step by step, closed, reopened; read, listed and counted.</summary>
internal sealed class CaseRoutes(
    AnswerArchive answers, CustomerStore store, CaseArchive cases, FactCatalogue facts, WorkCalendar calendar, TimeProvider time) : IFeature
{
    /// <summary>Who reads cases one by one.</summary>
    private const AccessRoles Reads = Integrator | Staff | AccessRoles.Outlet | AccessRoles.Compliance | Auditor;

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/cases", "open-case", "Cases", "Open a request or complaint",
            "Registers what a customer on file came with; at a counter, any customer of the bank by exact id. "
            + "Whoever sees a part of the bank leaves the id out. 409 when the id is taken; 422: customer.unknown, case.future, case.own-id, "
            + "idempotency.other-body.")
        {
            AtCounter = true,
            Needs = Integrator | Staff | AccessRoles.Outlet | Serve | AccessRoles.Compliance,
            Body = [new Content(MediaTypes.Json, "CaseOpening", Examples.Case)],
            Replies = [new Reply(201, "Opened.", new Content(MediaTypes.Json, "Case"))],
            MayConflict = true,
            Stores = true,
            InWords = true,
            Do = Open,
        },
        new("POST", "/v1/cases/{id}/events", "case-event", "Cases", "Do something with a case",
            "Acknowledged by a named handler, handled through nine steps in their order (isolate, listen, communicate, assess, empathise, find-the-core, "
            + "settle, record, follow-up), closed, perhaps reopened. A request closes after its record, a complaint after its follow-up. 422 where the rules "
            + "refuse it: case.acknowledged, case.not-acknowledged, case.out-of-order, case.all-done, case.unfinished, case.closed, case.not-closed, "
            + "case.reopened-often, case.long, case.too-early, case.future, idempotency.other-body.")
        {
            Needs = Integrator | Staff | AccessRoles.Outlet | AccessRoles.Compliance,
            Takes = [CaseParams.Id],
            Version = [RequestHeaders.IfMatch with { Description = "The ETag of the version to change, if it has to be that one." }],
            VersionMayBeLeftOut = true,
            Body = [new Content(MediaTypes.Json, "CaseEvent", Examples.CaseEvent)],
            Replies = [new Reply(200, "The case after it.", new Content(MediaTypes.Json, "Case"))],
            MayBeAbsent = true,
            Stores = true,
            InWords = true,
            Do = Happen,
        },
        new("GET", "/v1/cases/{id}", "get-case", "Cases", "One case",
            "Where it stands and what is due. The ETag is that of its last event; whether a deadline is kept is as of the moment of the answer.")
        {
            Needs = Reads,
            Takes = [CaseParams.Id],
            Replies = [new Reply(200, "The case.", new Content(MediaTypes.Json, "Case")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            InWords = true,
            Do = Get,
        },
        new("GET", "/v1/cases", "list-cases", "Cases", "Cases on file",
            "By id; ids that the service makes are in the order of their making. "
            + "A page looks at 5 000 cases at most: it may be short and still have a next one. "
            + "422: unit.unknown.")
        {
            Needs = Reads,
            Takes = [CaseParams.OfCustomer, CaseParams.OfUnit, CaseParams.Phase, CaseParams.Type, CaseParams.Urgency, Params.Page],
            Replies = [new Reply(200, "A page of cases.", new Content(MediaTypes.Json, "CaseList"))],
            MayRefuse = true,
            InWords = true,
            Do = List,
        },
        new("GET", "/v1/cases/statistics", "case-statistics", "Cases", "Cases in numbers",
            "Of the cases opened from one day to another (at most ten years): how many, ended, come back, acknowledged in time or late, and the working "
            + "minutes to their closing. 422: unit.unknown.")
        {
            Needs = Reads | Analyst,
            Takes = [CaseParams.Days, CaseParams.OfUnit],
            Replies = [new Reply(200, "The counts.", new Content(MediaTypes.Json, "CaseStatistics"))],
            MayRefuse = true,
            Do = Statistics,
        },
    ];

    private Task<IResult> Open(Call call) => call.Store<CaseOpening>(answers, CaseCodecs.Opening.Read, async (demand, ct) =>
    {
        var (opening, now) = (demand.Body, MomentJson.Now(time));
        var id = opening.Id.IfNone(() => Guid.CreateVersion7(time.GetUtcNow()).ToString("n"));
        var (there, customer) = await store.Within(call.Sees).Together(
            reader => (reader.Get(CaseRow.Table, id), reader.Customer(opening.Customer.Value, _ => CustomerParts.History)), ct);
        if (there is not null && !call.IsBound)
        {
            return Problem.Conflict(Taken(id));
        }

        var at = opening.At.IfNone(now);
        var onFile = customer?.By(facts, DateOnly.FromDateTime(at), null) ?? customer?.By(facts, null, null);
        IReadOnlyList<Fault> faults =
        [
            .. onFile is null ? [NotOnFile(opening.Customer)] : Array.Empty<Fault>(),
            .. opening.Id.IsSome && call.IsBound ? [OwnId] : Array.Empty<Fault>(),
            .. Future(opening.At, now),
        ];
        return faults.Count > 0 || customer is null || onFile is null
            ? Problem.Refused(faults)
            : Effect(call, now, StatusCodes.Status201Created, customer.Head, Option<string>.None, CaseFiling.Decide(id, null, new CaseCommand.Open(
                at, opening.Customer, onFile.Record.Outlet, opening.Type, opening.Subject, opening.Urgency, opening.Text)));
    });

    private Task<IResult> Happen(Call call) => call.Store<CaseDoing>(answers, CaseCodecs.Doing.Read, async (demand, ct) =>
    {
        var id = call.Of(CaseParams.Id);
        var (there, customer) = await store.Within(call.Sees).Together(reader => CaseOnFile.WithCustomer(reader, id), ct);
        if (there is not { } row)
        {
            return Absent(id);
        }

        if (!demand.Precondition.IsMetBy(Version(row.Version)))
        {
            return demand.Precondition.Unmet(isThere: true);
        }

        var (last, now) = (CaseOnFile.Of(row).State.LastAt, MomentJson.Now(time));
        var future = Future(demand.Body.At, now);
        return future.IsEmpty
            ? Effect(
                call, now, StatusCodes.Status200OK, customer, demand.Body.Reason,
                CaseFiling.Decide(id, row, demand.Body.On(demand.Body.At.IfNone(now > last ? now : last))))
            : Problem.Refused([.. future]);
    });

    private async Task<IResult> Get(Call call)
    {
        var (id, now) = (call.Of(CaseParams.Id), MomentJson.Now(time));
        return await cases.Find(call.Sees, id, call.Stop) is { } row && CaseOnFile.Of(row) is var filed
            ? call.Tagged(
                Version(filed.Version),
                () => JsonResult.Of(CaseCodecs.Case, filed.At(calendar, now), call.Answering()),
                isSettled: !filed.State.Awaits(calendar, now))
            : Absent(id);
    }

    private Task<IResult> List(Call call) => call.Of(call.Of(CaseParams.OfUnit), async outlets =>
    {
        var wanted = new CaseQuery(
            call.Of(CaseParams.OfCustomer), outlets, call.Of(CaseParams.Phase), call.Of(CaseParams.Type), call.Of(CaseParams.Urgency));
        var page = call.Of(Params.Page);
        var (shown, next) = await cases.Page(call.Sees, wanted, page.After ?? "", page.Limit, call.Stop);
        var now = MomentJson.Now(time);
        return JsonResult.Of(
            CaseCodecs.Page, Listing.Shown(shown.Select(filed => filed.At(calendar, now)), next is null ? null : Paging.Next(next)), call.Answering());
    });

    private Task<IResult> Statistics(Call call) => call.Of(call.Of(CaseParams.OfUnit), async outlets =>
    {
        var (days, now) = (call.Of(CaseParams.Days), MomentJson.Now(time));
        var tallies = HashMap<CaseKind, CaseTally>.Empty;
        await foreach (var filed in cases.Of(call.Sees, CaseQuery.Of(outlets), "", call.Stop))
        {
            tallies = days.Contains(DateOnly.FromDateTime(filed.State.OpenedAt)) ? tallies.With(filed.State, calendar, now) : tallies;
        }

        return JsonResult.Of(CaseCodecs.Counted, new CountedCases(days, outlets.Map(asked => asked.Unit), tallies.InOrder()));
    });

    /// <summary>
    /// What was decided, as the write that does it and the case as it then is; done only while the customer is as it was read (null: there is none
    /// under the id).
    /// </summary>
    private Either<Problem, Effect> Effect(Call call, DateTime now, int status, Row? customer, Option<string> reason, Either<Fault, CaseFiling> decided) =>
        decided.MapLeft(fault => Problem.Refused(fault)).Map(filing =>
        {
            var (filed, language) = (filing.Case, AcceptLanguage.Of(call.Http.Request));
            var answer = KeptAnswer.Json(status, json => CaseCodecs.Case.Write(json, filed.At(calendar, now), language)) with
            {
                Location = status == StatusCodes.Status201Created ? $"/v1/cases/{filed.Id}" : Option<string>.None,
                ETag = ETags.Of(Version(filed.Version)),
                Language = AcceptLanguage.Tag(language),
                Customer = new AboutCustomer(filed.State.Customer.Value, customer?.Version ?? 0),
            };
            return new Effect(Prelude.Array(filing.Write), answer, Told(filed, reason));
        });

    /// <summary>What the audit says of a case: of a customer who was withdrawn it says no words either.</summary>
    private static Deed Told(CaseOnFile filed, Option<string> reason)
    {
        var before = filed.Version > 1 ? Prelude.Some(Version(filed.Version - 1)) : Option<string>.None;
        return filed.State.IsErased
            ? Deed.Of("case", filed.Id, AuditText.OfVersions(before, Version(filed.Version)))
            : Deed.Of("case", filed.Id, filed.State.Customer.Value, AuditText.OfVersions(before, Version(filed.Version), reason));
    }

    /// <summary>What is wrong with a moment that has not come yet.</summary>
    private static Arr<Fault> Future(Option<DateTime> at, DateTime now) => at.Exists(moment => moment > now)
        ? Prelude.Array(Fault.At(
            "/at",
            "case.future",
            $"this is later than now, {now:yyyy-MM-dd HH:mm:ss} at UTC+8; what has not happened is not recorded",
            $"晚于当前时刻（北京时间 {now:yyyy-MM-dd HH:mm:ss}），尚未发生的事不予记录"))
        : Arr<Fault>.Empty;

    private static Fault Taken(string id) => Fault.At(
        "/id", "case.taken", $"there is a case '{id}' already; choose another id, or leave it out", $"编号“{id}”已被使用；请另选编号，或省略");

    /// <summary>An id that is taken where the caller sees nothing must not be told from one that is free.</summary>
    private static Fault OwnId { get; } = Fault.At(
        "/id", "case.own-id", "whoever sees a part of the bank leaves the id out; the service makes one", "仅可见部分客户的调用方请省略编号，由本服务生成");

    private static Fault NotOnFile(CustomerId id) => Fault.At(
        "/customer", "customer.unknown", $"there is no customer '{id}' on file; file the customer first", $"没有客户“{id}”的档案，请先建档");

    private static Problem Absent(string id) => Problem.NotFound(Fault.Of("id", "case.unknown", $"there is no case '{id}'", $"没有编号为“{id}”的事项"));

    private static string Version(long version) => version.ToString(CultureInfo.InvariantCulture);
}
