using LanguageExt;
using static Kehu.Domain.AccessRoles;

namespace Kehu.Api;

/// <summary>Runs over the portfolio: started, watched, read, cancelled; and the feed of what they changed.</summary>
internal sealed class RunRoutes(
    AnswerArchive answers, RunArchive runs, RunUnits units, PortfolioTurn turn, RuleBook book, Bell<RunWorker> bell, Moments moments,
    TimeProvider time) : IFeature
{
    /// <summary>When to ask again while as many runs wait as may.</summary>
    private const int BusySeconds = 30;

    private const int FlushBytes = 1 << 16;

    private static readonly Param<string> Id = Params.Part(
        "id", "The id of the run, as its Location says.", "0000000000000001",
        text => RunRow.IsId(text) ? Seq<Fault>.Empty : Prelude.Seq1(Fault.Of(
            "id", "run.id", "the id of a run is 16 digits and small letters a to f, as its Location says", "运行编号由 16 位数字及小写字母 a 至 f 组成，见其 Location")));

    private static readonly Param<long> After = Param<long>.OfQuery(
        (call, name) => call.Query.Long(name, 0, long.MaxValue) ?? 0, "after", "Only lines with a higher seq; all where left out.", Schemas.Long());

    /// <summary>Whose customers are a unit's.</summary>
    private const string OfToday =
        "A run keeps no outlets: a customer is of the outlet of its newest record today, and withdrawn customers are of none, so that units need not add up to "
        + "the run.";

    private static readonly Fault AfterToday = Fault.At(
        "/asOf", "run.after-today", "a run decides from what is on file; choose today or an earlier date", "运行依据现有档案判定，请选择今天或更早的日期");

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/runs", "start-run", "Runs", "Decide the whole portfolio",
            "Queues a run of some policies, or of all where none is named, over everybody on file as of a date (today where left out, "
            + "never later) and as known now: what is written afterwards does not bear on it. "
            + "Policies that rank whole portfolios (pareto-abc) are decided here and nowhere else. "
            + $"One run is done at a time, {RunArchive.MostQueued} may wait (429 beyond). "
            + "A run that is interrupted goes on at the next start. 422: policy.unknown, run.after-today.")
        {
            Needs = Integrator | Analyst,
            OfWholeBank = true,
            Body = [new Content(MediaTypes.Json, "RunRequest", Examples.Run)],
            Replies = [new Reply(202, "Queued; Location is where to watch it.", new Content(MediaTypes.Json, "Run"))],
            Stores = true,
            InTurn = true,
            InWords = true,
            Do = Start,
        },
        new("GET", "/v1/runs", "list-runs", "Runs", "All runs",
            "In the order in which they were asked for.")
        {
            Needs = Integrator | Analyst | Auditor,
            OfWholeBank = true,
            Takes = [Params.Page],
            Replies = [new Reply(200, "A page of runs.", new Content(MediaTypes.Json, "RunList"))],
            Do = List,
        },
        new("GET", "/v1/runs/{id}", "get-run", "Runs", "How a run stands",
            "progress counts customers looked at (after a first pass that only ranks them, where a policy ranks portfolios); "
            + "counts are those so far. transitions say how many customers went from which answer of the run before to which of this one, "
            + "those who stayed included, with the total assets known of them: null until the run is finished, and for the first run of a policy. "
            + "The run before is the finished one of the latest date not after this one's, of those the last. "
            + "looksBack: a run of a later date was finished before; this one then changes nothing that is in force and tells no changes. "
            + $"outlet, subBranch or branch: the counts of a finished run over the unit's customers. {OfToday} Transitions are then null, and there is no tag. "
            + "409: run.not-finished, run.ended. 422: unit.unknown.")
        {
            Needs = Integrator | Analyst | Auditor,
            OfWholeBank = true,
            Takes = [Id, Params.OfUnit],
            Replies = [new Reply(200, "The run.", new Content(MediaTypes.Json, "Run")), new Reply(304, "Not modified.")],
            MayBeAbsent = true,
            MayConflict = true,
            MayRefuse = true,
            InTurn = true,
            Do = Get,
        },
        new("DELETE", "/v1/runs/{id}", "cancel-run", "Runs", "Cancel a run",
            "While it waits or decides. What it stored is removed; nothing of it was told to anybody. "
            + "Needs If-Match (the tag changes with every part done: * is fine). 409: run.finished, run.ended.")
        {
            Needs = Integrator | Analyst,
            OfWholeBank = true,
            Takes = [Id],
            Version = [RequestHeaders.IfMatch with { Description = "The ETag of the run, or * for any.", Required = true, Example = "*" }],
            Replies = [new Reply(204, "Cancelled.")],
            MayBeAbsent = true,
            MayConflict = true,
            Stores = true,
            Do = Cancel,
        },
        new("GET", "/v1/runs/{id}/decisions", "run-decisions", "Runs", "What a run found",
            "A line a customer, by id, with the snapshot that was decided from and a decision for each policy, or for the one named. "
            + "Whoever asks for the classifications of the customer as of the run's date, with its knownAt, gets the same. "
            + $"outlet, subBranch or branch: only the unit's customers. {OfToday} "
            + "409: run.not-finished, run.ended. 422: run.other-policies, class.unknown, unit.unknown.")
        {
            Needs = Integrator | Auditor,
            OfWholeBank = true,
            Takes = [Id, PlacementQuery.Param, Params.OfUnit],
            Replies = [new Reply(200, "The decisions.", new Content(MediaTypes.Ndjson, "RunLine"))],
            MayBeAbsent = true,
            MayConflict = true,
            MayRefuse = true,
            Do = Decisions,
        },
        new("GET", "/v1/changes", "list-changes", "Runs", "What changed, in order",
            "For systems that follow: every customer whose answer under a policy is another since the run before, in the order of seq. "
            + "The first run of a policy is one line, kind baseline, which says from which run to load the decisions. "
            + "Only finished or finishing runs tell changes, so nothing that was told is ever taken back. "
            + "Ask again with after=next; next is always there, and is the after of the call where nothing is new.")
        {
            Needs = Integrator | Auditor,
            OfWholeBank = true,
            Takes = [After, Params.Limit],
            Replies = [new Reply(200, "A page of the feed.", new Content(MediaTypes.Json, "ChangeList"))],
            Do = Changes,
        },
    ];

    private async Task<IResult> Start(Call call)
    {
        var answer = await call.Store<RunRequest>(answers, RunCodecs.Request.Read, async (demand, ct) =>
        {
            var asOf = demand.Body.AsOf.IfNone(time.Today);
            var (policies, unknown) = Chosen(demand.Body.Policies);
            IReadOnlyList<Fault> faults =
            [
                .. unknown,
                .. asOf > time.Today() ? [AfterToday] : Array.Empty<Fault>(),
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
            var queued = KeptAnswer.Json(StatusCodes.Status202Accepted, json => RunCodecs.Whole.Write(json, run));
            return new Effect(
                Prelude.Array(joining, RunRow.ToWrite(run, 0), new Write.Moment(moments.Take())),
                queued with { Location = $"/v1/runs/{run.Id}", ETag = ETags.Of("1") },
                Deed.Of(RunArchive.Subject, run.Id));
        });
        bell.Ring();
        return answer;
    }

    private async Task<IResult> List(Call call)
    {
        var page = call.Of(Params.Page);
        var found = await runs.List(page.After ?? "", page.Limit + 1, call.Stop);
        return Listing.Of(Listing.Paged(page, found, one => one.Run.Id), (json, one) => RunCodecs.Summary.Write(json, one.Run));
    }

    private async Task<IResult> Get(Call call)
    {
        var id = call.Of(Id);
        if (await runs.Find(id, call.Stop) is not { } found)
        {
            return Absent(id);
        }

        return await call.Of(call.Of(Params.OfUnit), async asked => asked.Case is OutletsAsked outlets
            ? await Counted(call, found.Run, outlets)
            : call.Tagged(found.Tag, () => new JsonResult(json => RunCodecs.Whole.Write(json, found.Run))));
    }

    /// <summary>A finished run as counted of a unit, by a pass over its customers of today.</summary>
    private async Task<IResult> Counted(Call call, Run run, OutletsAsked outlets) =>
        run.Phase != RunPhase.Finished ? Unread(run)
        : await turn.Run(ct => units.Count(run, outlets, ct), call.Stop) is { } tallies
            ? new JsonResult(json => RunCodecs.OfUnit.Write(json, RunOfUnit.Of(run, outlets.Unit, tallies)))
            : Problem.TooMany(PortfolioTurn.BusySeconds);

    private async Task<IResult> Cancel(Call call)
    {
        var id = call.Of(Id);
        var cancelled = await call.Store(answers, async (precondition, ct) => await runs.Cancel(id, precondition, moments.Now, ct) switch
        {
            Cancelling.Done(var write) => new Effect(Prelude.Array(write), KeptAnswer.Nothing, Deed.Of(RunArchive.Subject, id)),
            Cancelling.Absent => Absent(id),
            Cancelling.Stale => precondition.Unmet(isThere: true),
            Cancelling.TooLate(var run) => Problem.Conflict(run.Phase is RunPhase.Telling or RunPhase.Finished
                ? Fault.Of("id", "run.finished", $"run {id} is decided and stays", $"运行 {id} 已完成判定，不能撤销")
                : Fault.Of("id", "run.ended", $"run {id} has ended already", $"运行 {id} 已结束")),
        });
        bell.Ring();
        return cancelled;
    }

    private async Task<IResult> Decisions(Call call)
    {
        var (id, wanted) = (call.Of(Id), call.Of(PlacementQuery.Param));
        if (await runs.Find(id, call.Stop) is not { Run: var run })
        {
            return Absent(id);
        }

        if (run.Phase != RunPhase.Finished)
        {
            return Unread(run);
        }

        if (wanted.In(run).Case is not PlacementFilter filter)
        {
            return Problem.Refused([.. wanted.In(run).LeftAsEnumerable()]);
        }

        return await call.Of(call.Of(Params.OfUnit), async asked =>
        {
            await Send(call, run, filter.Place, asked.Match(
                Some: outlets => units.Customers(run, outlets, filter, call.Stop),
                None: () => Everybody(run, filter, call.Stop)));
            return TypedResults.Empty;
        });
    }

    private static async Task Send(Call call, Run run, Option<int> only, IAsyncEnumerable<DecidedCustomer> customers)
    {
        var (output, lines) = (call.Http.Response.BodyWriter, new RunLines(run, only));
        call.Http.Response.ContentType = MediaTypes.Ndjson;
        await foreach (var customer in customers)
        {
            lines.Write(output, customer);
            if (output.UnflushedBytes > FlushBytes)
            {
                await output.FlushAsync(call.Stop);
            }
        }

        await output.FlushAsync(call.Stop);
    }

    private IAsyncEnumerable<DecidedCustomer> Everybody(Run run, PlacementFilter filter, CancellationToken ct) =>
        runs.Chunks(run.Id, "", ct).Where(filter.IsIn).SelectMany(
            chunk => chunk.Chunk.Customers.Where(customer => filter.Has(run, customer)).ToAsyncEnumerable());

    private static Problem Unread(Run run) =>
        Problem.Conflict(run.State is RunState.Cancelled or RunState.Failed ? Ended(run.Id, run.State) : NotFinished(run.Id, run.State));

    private async Task<IResult> Changes(Call call)
    {
        var after = call.Of(After);
        var found = await runs.Changes(after, call.Of(Params.Limit), call.Stop);
        var page = new ChangePage(new Arr<ChangeLine>(found.Select(line => new ChangeLine(line.Seq, line.Change))), found.Count == 0 ? after : found[^1].Seq);
        return new JsonResult(json => RunCodecs.Changes.Write(json, page));
    }

    /// <summary>The versions that ids name, of both sorts, or those of all policies; and what is wrong with the ids.</summary>
    private (Arr<RunPolicy> Policies, IReadOnlyList<Fault> Unknown) Chosen(Option<IReadOnlyList<string>> named)
    {
        if (named.Case is not IReadOnlyList<string> ids)
        {
            var all = book.Policies.Map(RunPolicy.Of).Concat(book.Populations.Map(RunPolicy.Of));
            return (new Arr<RunPolicy>(all.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal)), []);
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

    private static Problem Absent(string id) => Problem.NotFound(Fault.Of(
        "id", "run.unknown", $"there is no run {id}; GET /v1/runs lists them", $"没有运行 {id}；可用 GET /v1/runs 查询"));

    private static Fault Ended(string id, RunState state) => Fault.Of(
        "id",
        "run.ended",
        $"run {id} {(state == RunState.Failed ? "has failed" : "was cancelled")}; nothing of it is kept, start another one",
        $"运行 {id} 已{(state == RunState.Failed ? "失败" : "取消")}，未保留任何结果，请重新启动");

    private static Fault NotFinished(string id, RunState state) => Fault.Of(
        "id",
        "run.not-finished",
        $"run {id} is {state.Code()}; ask again when its state is finished",
        $"运行 {id} 尚未完成，请待其状态为 finished 后再取");
}
