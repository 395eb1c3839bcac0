using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>
/// The main call: one customer classified without being stored. What it needs is looked up once and not for every request, since finding
/// it costs more than deciding.
/// </summary>
internal sealed class ClassifyCall(RuleBook book, ProposalTurns turns, TimeProvider time)
{
    public Task Answer(HttpContext context)
    {
        var negotiated = MediaOffer.Json.Choose(context);
        var query = new QueryReader(context.Request);
        var evidence = query.Bool("evidence", byDefault: true);
        var ask = query.Bool("ask", byDefault: true);
        var faults = query.Finish();
        return negotiated is Negotiated.Refused(var refused) ? refused.ExecuteAsync(context)
            : faults.Count > 0 ? Problem.Malformed(faults).ExecuteAsync(context)
            : Answer(context, evidence, ask);
    }

    private async Task Answer(HttpContext context, bool evidence, bool ask)
    {
        var read = await RequestBody.Read(context, BodyTypes.Json);
        if (read.Case is Problem unreadable)
        {
            await unreadable.ExecuteAsync(context);
            return;
        }

        using var body = read.IfLeft(() => throw new InvalidOperationException("a body was read"));
        var language = context.Answering();
        var parsed = ClassifyJson.Read(body.Span, book.Facts, out var request);
        await (parsed.Count > 0
            ? Problem.Malformed(parsed).ExecuteAsync(context)
            : Answer(context, request, request.AsOf ?? time.Today(), new Showing(evidence, ask, language)));
    }

    /// <summary>Choose the policies; those that have to be compiled wait for their turn.</summary>
    private Task Answer(HttpContext context, ClassifyRequest request, DateOnly asOf, Showing showing) => request.Policies switch
    {
        null => Answer(context, request, book.For(request.Customer.Customer.Kind), asOf, showing),
        { } sent when sent.Any(policy => policy.IsProposed) => AnswerInTurn(context, request, sent, asOf, showing),
        { } sent => Answer(context, request, book.Choose(sent, Budget.Standard), asOf, showing),
    };

    private async Task AnswerInTurn(HttpContext context, ClassifyRequest request, IReadOnlyList<SentPolicy> sent, DateOnly asOf, Showing showing) =>
        await (await turns.Do(() => book.Choose(sent, Budget.Standard), context.RequestAborted) is { } chosen
            ? Answer(context, request, chosen.Item1, asOf, showing)
            : Problem.TooMany(PortfolioPass.BusySeconds).ExecuteAsync(context));

    /// <summary>Check the facts against the date, decide, write.</summary>
    private static Task Answer(HttpContext context, ClassifyRequest request, Validation<Fault, Arr<CompiledPolicy>> chosen, DateOnly asOf, Showing showing)
    {
        var customer = request.Customer.Customer;
        var late = customer.Facts.LateDates(asOf).Map(fault => fault.Under("/customer/facts"));
        if (chosen.IsFail || !late.IsEmpty)
        {
            var faults = chosen.Match(Succ: _ => Seq<Fault>.Empty, Fail: unknown => unknown);
            return Problem.Refused([.. faults, .. late]).ExecuteAsync(context);
        }

        var decisions = customer.By(chosen.IfFail(Arr<CompiledPolicy>.Empty), asOf, showing.Ask);
        var output = AnswerBuffer.Rent();
        var json = Wire.Rent(output);
        ClassifyJson.Write(json, request.Customer.Id.OrNull(), asOf, decisions, Evidencing.View(customer, asOf, showing.Language, showing.Evidence));
        Wire.Return(json);
        return AnswerBuffer.Send(context.Response, output);
    }

    private readonly record struct Showing(bool Evidence, bool Ask, Language Language);
}
