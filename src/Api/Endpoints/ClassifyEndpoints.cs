using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Streams;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Classifying without storing: one customer, or a stream of them.</summary>
internal static class ClassifyEndpoints
{
    public static void MapClassify(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/classify", Classify).Documented("classify");
        routes.MapPost("/v1/classify/batch", Batch).Documented("classify-batch");
    }

    private static async Task Classify(HttpContext context, RuleBook book, TimeProvider time)
    {
        var negotiated = MediaOffer.Json.Choose(context);
        var query = new QueryReader(context.Request);
        var evidence = query.Bool("evidence", byDefault: true);
        var ask = query.Bool("ask", byDefault: true);
        var faults = query.Finish();
        if (negotiated is Negotiated.Refused(var refused))
        {
            await refused.ExecuteAsync(context);
            return;
        }

        if (faults.Count > 0)
        {
            await Problem.Malformed(faults).ExecuteAsync(context);
            return;
        }

        var read = await RequestBody.Read(context, BodyTypes.Json);
        if (read.Case is LeftCase<Problem, RequestBody>(var unreadable))
        {
            await unreadable.ExecuteAsync(context);
            return;
        }

        using var body = read.IfLeft(() => throw new InvalidOperationException("a body was read"));
        var language = context.Answering();
        var parsed = ClassifyJson.Read(body.Span, out var request);
        var classified = parsed.Count > 0
            ? Problem.Malformed(parsed)
            : Decide(book, request, request.AsOf ?? time.Today(), ask);
        await classified.Match(
            Left: problem => problem.ExecuteAsync(context),
            Right: decided => Answer(context, decided, request.Customer, evidence, book, language));
    }

    /// <summary>The pure middle: choose the policies, check the facts against the date, decide.</summary>
    private static Either<Problem, Classified> Decide(RuleBook book, ClassifyRequest request, DateOnly asOf, bool ask)
    {
        var customer = request.Customer.Customer;
        var late = customer.Facts.LateDates(asOf).Map(fault => fault.Under("/customer/facts"));
        var chosen = request.Policies is { } sent ? book.Choose(sent, Budget.Standard) : book.For(customer.Kind);
        return chosen.Match<Either<Problem, Classified>>(
            Succ: policies => late.IsEmpty ? new Classified(asOf, customer.By(policies, asOf, ask)) : Problem.Refused([.. late]),
            Fail: faults => Problem.Refused([.. faults, .. late]));
    }

    private static Task Answer(HttpContext context, Classified decided, CustomerToClassify customer, bool evidence, RuleBook book, Language language)
    {
        context.Response.ContentType = MediaTypes.Json;
        var output = context.Response.BodyWriter;
        var json = Wire.Rent(output);
        ClassifyJson.Write(json, customer.Id, decided.AsOf, decided.Decisions, Evidencing.View(customer.Customer, decided.AsOf, language, evidence));
        Wire.Return(json);
        return output.FlushAsync(context.RequestAborted).AsTask();
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
            : BodyTypes.Ndjson.Of(context.Request.Headers.ContentType) is Negotiated.Refused(var unsupported) ? unsupported
            : null;
        var policies = book.Choose(ids, _ => new Place.Parameter("policies"));
        problem ??= policies.MatchUnsafe<Problem?>(Succ: _ => null, Fail: unknown => Problem.Refused([.. unknown]));
        if (problem is not null)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        var line = new BatchLine(book, ids is null ? (Arr<CompiledPolicy>?)null : policies.IfFail(Arr<CompiledPolicy>.Empty), asOf, evidence, ask, context.Answering(), context.TraceIdentifier);
        await LineStream.Answer(context, settings, line.Answer);
    }

    private readonly record struct Classified(DateOnly AsOf, Arr<Decision> Decisions);
}
