using Kehu.Api.Answers;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Runs;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Runs over the portfolio: started, watched, read, cancelled; and the feed of what they changed.</summary>
internal static class RunEndpoints
{
    /// <summary>When to ask again while as many runs wait as may.</summary>
    private const int BusySeconds = 30;

    private const int FlushBytes = 1 << 16;

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/runs", Start).Documented("start-run");
        routes.MapGet("/v1/runs", List).Documented("list-runs");
        routes.MapGet("/v1/runs/{id}", Get).Documented("get-run");
        routes.MapDelete("/v1/runs/{id}", Cancel).Documented("cancel-run");
        routes.MapGet("/v1/runs/{id}/decisions", Decisions).Documented("run-decisions");
        routes.MapGet("/v1/changes", Changes).Documented("list-changes");
    }

    private static async Task<IResult> Start(HttpContext context, AnswerArchive answers, RunArchive runs, RuleBook book, Bell<RunWorker> bell, Moments moments, TimeProvider time)
    {
        var answer = await context.Store<RunRequest>(answers, [], RunCodecs.Request.Read, async (demand, ct) =>
        {
            var asOf = demand.Body.AsOf.IfNone(time.Today);
            var (policies, unknown) = book.Chosen(demand.Body.Policies);
            IReadOnlyList<Fault> faults =
            [
                .. unknown,
                .. asOf > time.Today() ? [Fault.At("/asOf", "run.after-today", "a run decides from what is on file; choose today or an earlier date", "运行依据现有档案判定，请选择今天或更早的日期")] : Array.Empty<Fault>(),
            ];
            if (faults.Count > 0)
            {
                return Problem.Refused(faults);
            }

            var (id, joining) = await runs.Join(ct);
            if (await runs.IsFull(ct))
            {
                return Problem.TooMany(BusySeconds);
            }

            // What is recorded after the cut is later than it, also after a restart: the moment noted with the run is.
            var run = Run.Queue(id, policies, asOf, await moments.Cut(ct));
            return new Effect(
                Prelude.Array(joining, RunRow.ToWrite(run, 0), new Write.Moment(moments.Take())),
                KeptAnswer.Json(StatusCodes.Status202Accepted, json => RunCodecs.Whole.Write(json, run)) with { Location = $"/v1/runs/{run.Id}", ETag = ETags.Of("1") });
        });
        bell.Ring();
        return answer;
    }

    private static async Task<IResult> List(HttpContext context, RunArchive runs)
    {
        var query = new QueryReader(context.Request);
        var page = query.Page();
        if (MediaOffer.Json.Refusal(context, query.Finish(), out _) is { } refused)
        {
            return refused;
        }

        var found = await runs.List(page.After ?? "", page.Limit + 1, context.RequestAborted);
        return Listing.Of(found.Take(page.Limit), found.Count > page.Limit ? Paging.Next(found[page.Limit - 1].Run.Id) : null, (json, one) => RunCodecs.Summary.Write(json, one.Run));
    }

    private static async Task<IResult> Get(HttpContext context, string id, RunArchive runs)
    {
        if (MediaOffer.Json.Refusal(context, [.. OfId(id), .. new QueryReader(context.Request).Finish()], out _) is { } refused)
        {
            return refused;
        }

        if (await runs.Find(id, context.RequestAborted) is not { } found)
        {
            return Absent(id);
        }

        context.Response.Headers.ETag = ETags.Of(found.Tag);
        return ETags.IsFresh(context.Request.Headers, found.Tag).Match<IResult>(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : new JsonResult(json => RunCodecs.Whole.Write(json, found.Run)));
    }

    private static async Task<IResult> Cancel(HttpContext context, string id, RunArchive runs, Bell<RunWorker> bell, Moments moments)
    {
        var precondition = ETags.Precondition(context.Request.Headers);
        if (MediaOffer.Json.Refusal(context, [.. OfId(id), .. new QueryReader(context.Request).Finish(), .. precondition.LeftAsEnumerable()], out _) is { } refused)
        {
            return refused;
        }

        var demanded = precondition.IfLeft(new Precondition.None());
        if (demanded is Precondition.None)
        {
            return Problem.Of(428);
        }

        var cancelled = await runs.Cancel(id, demanded, moments.Now, context.RequestAborted);
        bell.Ring();
        return cancelled switch
        {
            Cancelling.Done => TypedResults.NoContent(),
            Cancelling.Absent => Absent(id),
            Cancelling.Stale => Problem.Of(412),
            Cancelling.TooLate(var run) => Problem.Conflict(run.Phase is RunPhase.Telling or RunPhase.Finished
                ? Fault.Of("id", "run.finished", $"run {id} is decided and stays", $"运行 {id} 已完成判定，不能撤销")
                : Fault.Of("id", "run.ended", $"run {id} has ended already", $"运行 {id} 已结束")),
        };
    }

    private static async Task<IResult> Decisions(HttpContext context, string id, RunArchive runs)
    {
        var query = new QueryReader(context.Request);
        var wanted = AnswerQuery.Of(query);
        if (MediaOffer.Ndjson.Refusal(context, [.. OfId(id), .. query.Finish()], out _) is { } refused)
        {
            return refused;
        }

        if (await runs.Find(id, context.RequestAborted) is not { Run: var run })
        {
            return Absent(id);
        }

        if (run.Phase != RunPhase.Finished)
        {
            return Problem.Conflict(run.State is RunState.Cancelled or RunState.Failed
                ? Fault.Of("id", "run.ended", $"run {id} {(run.State == RunState.Failed ? "has failed" : "was cancelled")}; nothing of it is kept, start another one", $"运行 {id} 已{(run.State == RunState.Failed ? "失败" : "取消")}，未保留任何结果，请重新启动")
                : Fault.Of("id", "run.not-finished", $"run {id} is {run.State.Code()}; ask again when its state is finished", $"运行 {id} 尚未完成，请待其状态为 finished 后再取"));
        }

        if (wanted.In(run).Case is not AnswerFilter filter)
        {
            return Problem.Refused([.. wanted.In(run).LeftAsEnumerable()]);
        }

        await Send(context, runs, run, filter);
        return TypedResults.Empty;
    }

    private static async Task Send(HttpContext context, RunArchive runs, Run run, AnswerFilter filter)
    {
        var (output, lines) = (context.Response.BodyWriter, new RunLines(run, filter.Place));
        context.Response.ContentType = MediaTypes.Ndjson;
        await foreach (var chunk in runs.Chunks(run.Id, "", context.RequestAborted))
        {
            foreach (var customer in filter.IsIn(chunk) ? chunk.Chunk.Customers : Arr<DecidedCustomer>.Empty)
            {
                if (filter.Has(run, customer))
                {
                    lines.Write(output, customer);
                }

                if (output.UnflushedBytes > FlushBytes)
                {
                    await output.FlushAsync(context.RequestAborted);
                }
            }
        }

        await output.FlushAsync(context.RequestAborted);
    }

    private static async Task<IResult> Changes(HttpContext context, RunArchive runs)
    {
        var query = new QueryReader(context.Request);
        var (after, limit) = (query.Long("after", 0, long.MaxValue) ?? 0, query.Int("limit", 1, Paging.MaxLimit) ?? Paging.DefaultLimit);
        if (MediaOffer.Json.Refusal(context, query.Finish(), out _) is { } refused)
        {
            return refused;
        }

        var found = await runs.Changes(after, limit, context.RequestAborted);
        var page = new ChangePage(new Arr<ChangeLine>(found.Select(line => new ChangeLine(line.Seq, line.Change))), found.Count == 0 ? after : found[^1].Seq);
        return new JsonResult(json => RunCodecs.Changes.Write(json, page));
    }

    /// <summary>The versions that ids name, of both sorts, or those of all policies; and what is wrong with the ids.</summary>
    private static (Arr<RunPolicy> Policies, IReadOnlyList<Fault> Unknown) Chosen(this RuleBook book, Option<IReadOnlyList<string>> named)
    {
        if (named.Case is not IReadOnlyList<string> ids)
        {
            return (new Arr<RunPolicy>(book.Policies.Map(RunPolicy.Of).Concat(book.Populations.Map(RunPolicy.Of)).OrderBy(policy => policy.Id.Value, StringComparer.Ordinal)), []);
        }

        var (policies, unknown) = (new List<RunPolicy>(), new List<Fault>());
        for (var at = 0; at < ids.Count; at++)
        {
            (book.Find(ids[at]).Map(RunPolicy.Of) || book.FindPopulation(ids[at]).Map(RunPolicy.Of)).Match(
                Some: policies.Add,
                None: () => unknown.Add(PolicyChoice.Unknown(ids[at], new Place.Pointer($"/policies/{at}"))));
        }

        return (new Arr<RunPolicy>(policies), unknown);
    }

    private static IReadOnlyList<Fault> OfId(string id) => RunRow.IsId(id) ? [] :
    [
        Fault.Of("id", "run.id", "the id of a run is 16 digits and small letters a to f, as its Location says", "运行编号由 16 位数字及小写字母 a 至 f 组成，见其 Location"),
    ];

    private static Problem Absent(string id) => Problem.NotFound(Fault.Of("id", "run.unknown", $"there is no run {id}; GET /v1/runs lists them", $"没有运行 {id}；可用 GET /v1/runs 查询"));
}
