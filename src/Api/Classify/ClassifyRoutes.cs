using LanguageExt;

namespace Kehu.Api;

/// <summary>Classifying without storing: one customer, or a stream of them; and what lifts one.</summary>
internal sealed class ClassifyRoutes(RuleBook book, ProposalTurns turns, StreamSettings settings, TimeProvider time) : IFeature
{
    /// <summary>Whoever works with policies or with customers: nothing that is on file is read here.</summary>
    private const AccessRoles Tries = AccessRoles.Integrator | AccessRoles.Author | AccessRoles.Approver | AccessRoles.Staff | AccessRoles.Outlet
        | AccessRoles.Compliance | AccessRoles.Analyst | AccessRoles.Auditor;

    /// <summary>How many portions of one batch are decided at once: with one processor lines are answered as they are read.</summary>
    private static readonly int Workers = Math.Min(4, Environment.ProcessorCount);

    private static readonly Param<Asked> OfOne = Asked.Of(byDefault: true);

    private static readonly Param<Asked> OfLines = Asked.Of(byDefault: false);

    /// <summary>Looked up once and not for every call, since finding it costs more than deciding.</summary>
    private readonly BodyReading<ClassifyRequest> requests = PolicyCodecs.For(book.Facts).Classify.Read;

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/classify", "classify", "Classify", "Classify one customer",
            "Decides by the policies named or sent along (at most 8 that are sent whole or with parameters; their version is null), "
            + "or by all for the customer's kind. Unknown facts are left out or null: a decision is made where every value they may have gives the same class, "
            + "and is open otherwise, with the classes possible, the facts that matter and the one to ask next.")
        {
            Needs = Tries,
            Takes = [OfOne],
            Body = [new Content(MediaTypes.Json, "ClassifyRequest", Examples.Classify)],
            Replies = [new Reply(200, "The decisions, in the order of the policies named.", new Content(MediaTypes.Json, "Classification"))],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            IsQuick = true,
            Do = One,
        },
        new("POST", "/v1/classify/batch", "classify-batch", "Classify", "Classify a stream of customers",
            "One customer a line in, one line of decisions out, in order and in bounded memory. "
            + "A faulty line is answered by a problem document with its line number, and the stream goes on.")
        {
            Needs = AccessRoles.Integrator | AccessRoles.Analyst | AccessRoles.Auditor,
            Takes = [Params.Policies, Params.AsOf, OfLines],
            Body = [new Content(MediaTypes.Ndjson, "CustomerToClassify", Examples.Batch)],
            Replies = [new Reply(200, "A line for each line.", new Content(MediaTypes.Ndjson, "BatchLine"))],
            MayRefuse = true,
            InWords = true,
            Do = Batch,
        },
        new("POST", "/v1/upgrade-path", "upgrade-path", "Classify", "What lifts a customer",
            "The smallest changes of facts that lift a customer to the next class of a ranked policy or better. "
            + "422: decision-open (with the missing facts), not-applicable, policy.not-ranked, policy.too-large.")
        {
            Needs = Tries,
            Body = [new Content(MediaTypes.Json, "UpgradeRequest", Examples.Upgrade)],
            Replies = [new Reply(200, "The way up.", new Content(MediaTypes.Json, "UpgradePath"))],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = Upgrade,
        },
    ];

    /// <summary>The main call: load the policies, one pure call, answer.</summary>
    private Task<IResult> One(Call call) => call.Body(requests, (request, _) => Decide(call, request));

    private async Task<IResult> Decide(Call call, ClassifyRequest request)
    {
        if (await LoadPolicies(request, call.Stop) is not { } policies)
        {
            return Problem.TooMany(PortfolioTurn.BusySeconds);
        }

        var (customer, asOf, asked) = (request.Customer.Customer, request.AsOf ?? time.Today(), call.Of(OfOne));
        var refused = Faults(customer, asOf, policies);
        if (!refused.IsEmpty)
        {
            return Problem.Refused([.. refused]);
        }

        var classification = customer.Classified(policies.IfFail(Arr<CompiledPolicy>.Empty), asOf, asked.Ask, asked.Evidence);
        return new ClassificationResult(request.Customer.Id.OrNull(), asOf, classification, call.Answering());
    }

    /// <summary>The policies that are named or sent along, or all for the customer's kind; null where too many wait for theirs to be compiled.</summary>
    private ValueTask<Validation<Fault, Arr<CompiledPolicy>>?> LoadPolicies(ClassifyRequest request, CancellationToken ct) => request.Policies switch
    {
        null => new(book.For(request.Customer.Customer.Kind)),
        { } sent when sent.Any(policy => policy.IsProposed) => CompilePolicies(sent, ct),
        { } sent => new(book.Choose(sent, Budget.Standard)),
    };

    private async ValueTask<Validation<Fault, Arr<CompiledPolicy>>?> CompilePolicies(IReadOnlyList<SentPolicy> sent, CancellationToken ct) =>
        (await turns.Do(() => book.Choose(sent, Budget.Standard), ct))?.Item1;

    /// <summary>What cannot be decided: policies that are not there, and facts that lie after the date.</summary>
    private static Seq<Fault> Faults(Customer customer, DateOnly asOf, Validation<Fault, Arr<CompiledPolicy>> policies)
    {
        var late = customer.Facts.LateDates(asOf);
        return policies.IsSuccess && late.IsEmpty
            ? Seq<Fault>.Empty
            : policies.Match(Succ: _ => Seq<Fault>.Empty, Fail: unknown => unknown) + late.Map(fault => fault.Under("/customer/facts"));
    }

    private Task<IResult> Batch(Call call)
    {
        var ids = call.Of(Params.Policies);
        return book.Choose(ids ?? [], _ => new Place.Parameter("policies")).Match(
            Fail: unknown => Task.FromResult<IResult>(Problem.Refused([.. unknown])),
            Succ: policies => Lines(call, ids is null ? (Arr<CompiledPolicy>?)null : policies));
    }

    private async Task<IResult> Lines(Call call, Arr<CompiledPolicy>? policies)
    {
        var asked = call.Of(OfLines);
        var line = new BatchLine(book, policies, call.Of(Params.AsOf) ?? time.Today(), asked.Evidence, asked.Ask, call.Answering(), call.Http.TraceIdentifier);
        await LineStream.Answer(call.Http, settings, line.Answer, Workers);
        return TypedResults.Empty;
    }

    private Task<IResult> Upgrade(Call call) => call.Body<UpgradeRequest>(PolicyCodecs.For(book.Facts).Upgrade.Read, request =>
        turns.Run([request.Policy], () => Upgraded(call, request, request.AsOf ?? time.Today()), Task.FromResult, call.Stop));

    private IResult Upgraded(Call call, UpgradeRequest request, DateOnly asOf)
    {
        var (id, customer) = (request.Customer.Id.OrNull(), request.Customer.Customer);
        var late = customer.Facts.LateDates(asOf).Map(fault => fault.Under("/customer/facts"));
        return book.Choose(request.Policy).Bind(chosen => book.Compile(chosen, Budget.Standard)).Match<IResult>(
            Fail: faults => Problem.Refused([.. faults, .. late]),
            Succ: policy => late.IsEmpty
                ? UpgradeResults.Of(call.Http, id, customer, policy, asOf, new Place.Pointer("/policy"), new Place.Pointer("/customer"))
                : Problem.Refused([.. late]));
    }
}
