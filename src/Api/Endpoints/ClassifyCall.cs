using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>
/// The main call: one customer classified without being stored. Parse, load the policies, one pure call, answer. What it needs is looked up
/// once and not for every request, since finding it costs more than deciding.
/// </summary>
internal sealed class ClassifyCall(RuleBook book, ProposalTurns turns, TimeProvider time)
{
    private readonly ContractCodec<ClassifyRequest> requests = PolicyCodecs.For(book.Facts).Classify;

    /// <summary>The call. Its query and headers are looked at first: what is wrong with them needs no body.</summary>
    public Task Answer(HttpContext context)
    {
        var negotiated = MediaOffer.Json.Choose(context);
        var query = new QueryReader(context.Request);
        var asked = new Asked(query.Bool("evidence", byDefault: true), query.Bool("ask", byDefault: true));
        var faults = query.Finish();
        return negotiated is Negotiated.Refused(var refused) ? refused.ExecuteAsync(context)
            : faults.Count > 0 ? Problem.Malformed(faults).ExecuteAsync(context)
            : AnswerBody(context, asked);
    }

    private async Task AnswerBody(HttpContext context, Asked asked)
    {
        var read = await RequestBody.Read(context, BodyTypes.Json);
        if (read.Case is Problem unreadable)
        {
            await unreadable.ExecuteAsync(context);
            return;
        }

        using var body = read.IfLeft(() => throw new InvalidOperationException("a body was read"));
        var language = context.Answering();
        var malformed = requests.Read(body.Span, out var request);
        if (malformed.Count > 0)
        {
            await Problem.Malformed(malformed).ExecuteAsync(context);
            return;
        }

        if (await LoadPolicies(request, context.RequestAborted) is not { } policies)
        {
            await Problem.TooMany(PortfolioPass.BusySeconds).ExecuteAsync(context);
            return;
        }

        var (customer, asOf) = (request.Customer.Customer, request.AsOf ?? time.Today());
        var refused = Faults(customer, asOf, policies);
        await (refused.IsEmpty
            ? Send(context, request.Customer.Id.OrNull(), asOf, customer.Classified(policies.IfFail(Arr<CompiledPolicy>.Empty), asOf, asked.Ask, asked.Evidence), language)
            : Problem.Refused([.. refused]).ExecuteAsync(context));
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

    private static Task Send(HttpContext context, string? customer, DateOnly asOf, Classification classification, Language language)
    {
        var output = AnswerBuffer.Rent();
        var json = Wire.Rent(output);
        ClassifyJson.Write(json, customer, asOf, classification, language);
        Wire.Return(json);
        return AnswerBuffer.Send(context.Response, output);
    }

    /// <summary>What is asked for beside the decisions: their evidence, and of open ones the fact to ask next.</summary>
    private readonly record struct Asked(bool Evidence, bool Ask);
}
