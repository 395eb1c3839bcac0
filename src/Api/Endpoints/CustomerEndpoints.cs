using System.Globalization;
using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Contracts.Json;
using Kehu.Api.Http;
using Kehu.Api.Policies;
using Kehu.Api.Runs;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Stored customers: put, get, withdraw, list, history, and what the policies say of them.</summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/v1/customers/{id}", Put).Documented("put-customer");
        routes.MapGet("/v1/customers/{id}", Get).Documented("get-customer");
        routes.MapDelete("/v1/customers/{id}", Delete).Documented("delete-customer");
        routes.MapGet("/v1/customers", List).Documented("list-customers");
        routes.MapGet("/v1/customers/{id}/history", History).Documented("customer-history");
        routes.MapGet("/v1/customers/{id}/classifications", Classifications).Documented("customer-classifications");
    }

    private static Task<IResult> Put(HttpContext context, string id, AnswerArchive answers, CustomerArchive archive, FactCatalogue facts) => context.Store(
        answers,
        OfId(id),
        (ReadOnlySpan<byte> body, out CustomerRecord? record) =>
        {
            record = Parse(body, facts, id, out var faults);
            return faults;
        },
        async ValueTask<Either<Problem, Effect>> (demand, ct) =>
        {
            if (demand.Precondition is Precondition.None)
            {
                return Problem.Of(428);
            }

            var record = demand.Body!;
            return await archive.Draft(record, demand.Precondition, ct) switch
            {
                Filing.Unchanged(var head) => new Effect(Arr<Write>.Empty, Answer(record, head.Version, head.Version, StatusCodes.Status200OK)),
                Filing.Filed(var created, var head, var unit) => new Effect(
                    unit, Answer(record, head.Version - 1, head.Version, created ? StatusCodes.Status201Created : StatusCodes.Status200OK)),
                null => Problem.Of(412),
            };
        });

    private static async Task<IResult> Get(HttpContext context, string id, CustomerArchive archive)
    {
        var query = new QueryReader(context.Request);
        var (asOf, knownAt) = (query.AsOf(), query.KnownAt());
        var refused = Preliminary(context, id, query.Finish());
        if (refused is not null)
        {
            return refused;
        }

        var filed = await archive.Find(id, asOf, knownAt, context.RequestAborted);
        return filed is null
            ? Absent(id, ofDate: asOf is not null || knownAt is not null)
            : ETags.IsFresh(context.Request.Headers, Tag(filed)).Match<IResult>(
                Left: fault => Problem.Malformed(fault),
                Right: fresh => fresh ? NotModified(context, filed) : new RecordResult(filed));
    }

    private static async Task<IResult> Delete(HttpContext context, string id, AnswerArchive answers, CustomerArchive archive, Bell<Erasure> bell)
    {
        var answer = await context.Store(
            answers,
            OfId(id),
            async ValueTask<Either<Problem, Effect>> (precondition, ct) => precondition is Precondition.None ? Problem.Of(428) : await archive.DraftWithdrawal(id, precondition, ct) switch
            {
                Withdrawal.Withdrawn(_, var unit) => new Effect(unit, KeptAnswer.Nothing),
                Withdrawal.Stale => Problem.Of(412),
                Withdrawal.Absent => Absent(id),
            });
        bell.Ring();
        return answer;
    }

    private static async Task<IResult> List(HttpContext context, CustomerArchive archive, RunArchive runs, ClassifiedCustomers classified, RuleBook book, FactCatalogue facts)
    {
        var query = new QueryReader(context.Request);
        var (outlet, manager, answer, page) = (query.Unit("outlet"), query.Unit("manager"), AnswerQuery.Of(query), query.Page());
        if (answer is { Policy: not null, Class: null, Outcome: null })
        {
            query.Report("class", "query.missing", "name a class of the policy, or an outcome", "请写明该办法的类别（class）或结论（outcome）");
        }

        var faults = query.Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable))
        {
            return unacceptable;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        if (answer.Policy is { } policy)
        {
            return await Classified(policy, answer, outlet, manager, page, runs, classified, book, context.RequestAborted);
        }

        var found = await archive.List(outlet, manager, page.After ?? "", page.Limit + 1, context.RequestAborted);
        var shown = found.Take(page.Limit).ToList();
        return Paged(facts, shown, found.Count > page.Limit ? Paging.Next(shown[^1].Record.Id.Value) : null, Option<string>.None);
    }

    private static JsonResult Paged(FactCatalogue facts, IEnumerable<Filed> shown, string? next, Option<string> run) =>
        JsonResult.Of(CustomerCodecs.For(facts).Page, new CustomerPage(Listing.Shown(shown.Select(filed => filed.Record), next), run));

    /// <summary>The customers to whom the last run of a policy gave an answer.</summary>
    private static async Task<IResult> Classified(
        string policy, AnswerQuery answer, string? outlet, string? manager, Page page, RunArchive runs, ClassifiedCustomers classified, RuleBook book, CancellationToken ct)
    {
        if (await runs.InForce(new PolicyId(policy), ct) is not { } run)
        {
            return book.Find(policy).IsNone && book.FindPopulation(policy).IsNone
                ? Problem.Refused(PolicyChoice.Unknown(policy, new Place.Parameter("policy")))
                : Problem.Conflict(Fault.Of(
                    "policy", "run.none", $"no run of '{policy}' is finished yet; start one with POST /v1/runs and wait until its state is finished",
                    $"尚无采用“{policy}”且已完成的运行；请用 POST /v1/runs 启动，并待其状态为 finished"));
        }

        if (answer.In(run).Case is not AnswerFilter filter)
        {
            return Problem.Refused([.. answer.In(run).LeftAsEnumerable()]);
        }

        var (shown, next) = await classified.Page(run, filter, outlet, manager, page.After ?? "", page.Limit, ct);
        return Paged(book.Facts, shown, next is null ? null : Paging.Next(next), run.Id);
    }

    private static async Task<IResult> History(HttpContext context, string id, CustomerArchive archive, FactCatalogue facts)
    {
        var refused = Preliminary(context, id, new QueryReader(context.Request).Finish());
        if (refused is not null)
        {
            return refused;
        }

        var snapshots = await archive.History(id, context.RequestAborted);
        return snapshots.Count == 0
            ? Absent(id)
            : JsonResult.Of(CustomerCodecs.For(facts).History, Listing.Shown(snapshots.Select(filed => new RecordedSnapshot(filed.RecordedAt, filed.Record)), next: null));
    }

    private static async Task<IResult> Classifications(HttpContext context, string id, CustomerArchive archive, RuleBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (asOf, knownAt, ids) = (query.AsOf() ?? time.Today(), query.KnownAt(), query.Codes("policies"));
        var (evidence, ask) = (query.Bool("evidence", byDefault: true), query.Bool("ask", byDefault: true));
        var refused = Preliminary(context, id, query.Finish());
        if (refused is not null)
        {
            return refused;
        }

        if (await archive.Find(id, asOf, knownAt, context.RequestAborted) is not { } filed)
        {
            return Absent(id, ofDate: true);
        }

        var customer = filed.Record.Customer;
        var language = context.Answering();
        return book.Choose(ids, _ => new Place.Parameter("policies")).Match<IResult>(
            Fail: unknown => Problem.Refused([.. unknown]),
            Succ: chosen =>
            {
                var classification = customer.Classified(ids is null ? book.For(customer.Kind) : chosen, asOf, ask, evidence);
                return new JsonResult(json => ClassifyJson.Write(json, id, asOf, classification, language));
            });
    }

    /// <summary>What is wrong with a request about a customer, its query and headers included.</summary>
    public static Problem? Preliminary(HttpContext context, string id, IReadOnlyList<Fault> otherFaults) => Preliminary(MediaOffer.Json.Choose(context), id, otherFaults);

    /// <summary>The same for an answer in another type than JSON.</summary>
    public static Problem? Preliminary(Negotiated negotiated, string id, IReadOnlyList<Fault> otherFaults)
    {
        IReadOnlyList<Fault> faults = [.. OfId(id), .. otherFaults];
        return negotiated is Negotiated.Refused(var unacceptable) ? unacceptable
            : faults.Count > 0 ? Problem.Malformed(faults)
            : null;
    }

    private static CustomerRecord? Parse(ReadOnlySpan<byte> body, FactCatalogue facts, string id, out IReadOnlyList<Fault> faults)
    {
        var cursor = new JsonCursor(body);
        var record = CustomerCodecs.ReadRecord(ref cursor, facts);
        if (record is not null && record.Id.Value != id)
        {
            cursor.FaultOf(CustomerContract.Id.Name, "customer.id-mismatch", $"the id is not that of the address, '{id}'", $"编号与地址中的“{id}”不一致");
        }

        faults = cursor.Finish();
        return faults.Count == 0 ? record : null;
    }

    private static IReadOnlyList<Fault> OfId(string id) =>
        [.. CustomerId.From(id).Match(Succ: _ => Seq<Fault>.Empty, Fail: faults => faults).Map(fault => fault with { Place = new Place.Parameter("id") })];

    /// <summary>The record as filed. It speaks of the customer, and goes when the customer is withdrawn.</summary>
    private static KeptAnswer Answer(CustomerRecord record, long before, long version, int status) => KeptAnswer.Json(status, json => CustomerCodecs.Write(json, record)) with
    {
        ETag = ETags.Of(version.ToString(CultureInfo.InvariantCulture)),
        Location = status == StatusCodes.Status201Created ? Prelude.Some($"/v1/customers/{record.Id}") : Prelude.None,
        Customer = new AboutCustomer(record.Id.Value, before),
    };

    /// <summary>There is no such customer, or none as of the date.</summary>
    public static Problem Absent(string id, bool ofDate = false) => Problem.NotFound(ofDate
        ? Fault.Of("id", "customer.unknown", $"there is no customer '{id}' on file as of that date", $"该日期没有客户“{id}”的档案")
        : Fault.Of("id", "customer.unknown", $"there is no customer '{id}' on file", $"没有客户“{id}”的档案"));

    private static IResult NotModified(HttpContext context, Filed filed)
    {
        context.Response.Headers.ETag = ETags.Of(Tag(filed));
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static string Tag(Filed filed) => filed.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>A record with its entity tag.</summary>
    private sealed class RecordResult(Filed filed) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ETag = ETags.Of(Tag(filed));
            return new JsonResult(json => CustomerCodecs.Write(json, filed.Record)).ExecuteAsync(httpContext);
        }
    }
}
