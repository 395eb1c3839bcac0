using Kehu.Api.Http;
using Kehu.Api.Streams;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Classifying without storing: one customer, or a stream of them.</summary>
internal static class ClassifyEndpoints
{
    /// <summary>How many portions of one batch are decided at once: with one processor lines are answered as they are read.</summary>
    private static readonly int Workers = Math.Min(4, Environment.ProcessorCount);

    public static void MapClassify(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var call = new ClassifyCall(services.GetRequiredService<RuleBook>(), services.GetRequiredService<ProposalTurns>(), services.GetRequiredService<TimeProvider>());
        routes.MapPost("/v1/classify", (Delegate)call.Answer).Documented("classify");
        routes.MapPost("/v1/classify/batch", Batch).Documented("classify-batch");
    }

    private static async Task Batch(HttpContext context, RuleBook book, TimeProvider time, StreamSettings settings)
    {
        var negotiated = MediaOffer.Ndjson.Choose(context);
        var query = new QueryReader(context.Request);
        var ids = query.Codes("policies");
        var asOf = query.AsOf() ?? time.Today();
        var evidence = query.Bool("evidence", byDefault: false);
        var ask = query.Bool("ask", byDefault: false);
        var faults = query.Finish();
        var problem = negotiated is Negotiated.Refused(var refused) ? refused
            : faults.Count > 0 ? Problem.Malformed(faults)
            : BodyTypes.Ndjson.Of(context.Request.Headers) is Negotiated.Refused(var unsupported) ? unsupported
            : null;
        var policies = book.Choose(ids, _ => new Place.Parameter("policies"));
        problem ??= policies.MatchUnsafe<Problem?>(Succ: _ => null, Fail: unknown => Problem.Refused([.. unknown]));
        if (problem is not null)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        var line = new BatchLine(book, ids is null ? (Arr<CompiledPolicy>?)null : policies.IfFail(Arr<CompiledPolicy>.Empty), asOf, evidence, ask, context.Answering(), context.TraceIdentifier);
        await LineStream.Answer(context, settings, line.Answer, Workers);
    }
}
