using LanguageExt;

namespace Kehu.Api;

/// <summary>What is read off the policies for a stored customer: the classes, the way up, the offers, the decision in plain words.</summary>
internal sealed class CustomerReadingRoutes(CustomerArchive archive, RuleBook book, TimeProvider time) : IFeature
{
    private static readonly ContractCodec<CounterClass> Counter = JsonForms.All.Of(CounterClass.Contract);

    private static readonly Param<bool> Evidence = Params.Evidence(byDefault: true);

    private static readonly Param<bool> Sources = Params.Flag(
        "sources", "true also tells of every fact which source it comes from, and of which date it is.", byDefault: false);

    private static readonly Param<bool> Ask = Params.Ask(byDefault: true);

    /// <summary>A policy and the date of the decision.</summary>
    private static readonly Param<(DateOnly? AsOf, string? Policy)> Decision =
        Params.Together(call => (Params.AsOf.Of(call), Params.Policy.Of(call)), Params.Policy, Params.AsOf);

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/customers/{id}/classifications", "customer-classifications", "Customers", "The classes of a customer on file",
            "The decisions from the facts that held on a date, by the policies in force then.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer, Params.AsOf, Params.KnownAt, Params.Policies, Evidence, Ask, Sources],
            Replies = [new Reply(200, "The decisions.", new Content(MediaTypes.Json, "Classification"))],
            MayBeAbsent = true,
            MayRefuse = true,
            InWords = true,
            Do = Classifications,
        },
        new("GET", "/v1/customers/{id}/counter", "customer-at-counter", "Customers", "The class of whoever stands at the counter",
            "For counters and queue machines: the class of a customer by exact id, wherever the customer belongs, and nothing else.")
        {
            Needs = CustomerRoutes.Reads | AccessRoles.Serve,
            AtCounter = true,
            Takes = [Params.Customer, Decision],
            Replies = [new Reply(200, "The class.", Content.Answered(CounterClass.Contract))],
            MayBeAbsent = true,
            MayRefuse = true,
            InWords = true,
            Do = call => By(call, (customer, policy, asOf) => JsonResult.Of(Counter, CounterClass.Of(customer, policy, asOf), call.Answering())),
        },
        new("GET", "/v1/customers/{id}/upgrade-path", "customer-upgrade-path", "Customers", "What lifts a customer on file",
            "As POST /v1/upgrade-path, from the facts that held on a date.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer, Decision],
            Replies = [new Reply(200, "The way up.", new Content(MediaTypes.Json, "UpgradePath"))],
            MayBeAbsent = true,
            MayRefuse = true,
            InWords = true,
            Do = call => By(call, (customer, policy, asOf) =>
                UpgradeResults.Of(call.Http, call.Of(Params.Customer), customer, policy, asOf, new Place.Parameter("policy"), new Place.Parameter("id"))),
        },
        new("GET", "/v1/customers/{id}/offers", "customer-offers", "Customers", "What a customer is offered",
            "The measures that the customer's classes carry: to be proposed, held already, too risky, or open. None while the customer is restricted, or "
            + "has not agreed to personalised-offers: withheld says which.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer, Params.AsOf],
            Replies = [new Reply(200, "The offers.", new Content(MediaTypes.Json, "Offers"))],
            MayBeAbsent = true,
            InWords = true,
            Do = Offers,
        },
        new("GET", "/v1/customers/{id}/explanation", "customer-explanation", "Customers", "A decision in plain words",
            "Fit to be handed to the customer: the class, why, and for every better class why not. As text with Accept: text/plain.")
        {
            Needs = CustomerRoutes.Reads,
            Takes = [Params.Customer, Decision],
            Replies = [new Reply(200, "The explanation.", new Content(MediaTypes.Json, "Explanation"), new Content(MediaTypes.Text, null))],
            MayBeAbsent = true,
            MayRefuse = true,
            InWords = true,
            Do = call => By(call, (customer, policy, asOf) => Explained(call, customer, policy, asOf)),
        },
    ];

    private async Task<IResult> Classifications(Call call)
    {
        var (id, asOf, ids) = (call.Of(Params.Customer), call.Of(Params.AsOf) ?? time.Today(), call.Of(Params.Policies));
        if (await archive.Find(call.Sees, id, asOf, call.Of(Params.KnownAt), call.Stop) is not { } filed)
        {
            return CustomerRoutes.Absent(id, ofDate: true);
        }

        var (customer, language) = (filed.Record.Customer, call.Answering());
        return book.Choose(ids ?? [], _ => new Place.Parameter("policies")).Match<IResult>(
            Fail: unknown => Problem.Refused([.. unknown]),
            Succ: chosen =>
            {
                var classification = customer.Classified(ids is null ? book.For(customer.Kind) : chosen, asOf, call.Of(Ask), call.Of(Evidence));
                return new JsonResult(json => ClassifyJson.Write(
                    json, id, asOf, classification, language, call.Of(Sources) ? filed.Record : Option<CustomerRecord>.None));
            });
    }

    private async Task<IResult> Offers(Call call)
    {
        var (id, asOf) = (call.Of(Params.Customer), call.Of(Params.AsOf) ?? time.Today());
        return await archive.FindToSend(call.Sees, id, asOf, time.Today(), call.Stop) is var (filed, withheld)
            ? JsonResult.Of(
                PolicyCodecs.Offers,
                withheld.Match(
                    Some: why => CustomerOffers.Nothing(id, asOf, why),
                    None: () => new CustomerOffers(id, asOf, filed.Record.Customer.Offers(book, asOf))),
                call.Answering())
            : CustomerRoutes.Absent(id, ofDate: true);
    }

    private static IResult Explained(Call call, Customer customer, CompiledPolicy policy, DateOnly asOf)
    {
        var language = call.Answering();
        var decision = customer.By(policy, asOf, ask: false);
        var evidence = policy.Policy.Explain(customer.Kind, customer.Facts.Completed(), asOf, policy.Policies, decision.Outcome);
        var explanation = new PlainExplanation(call.Of(Params.Customer), asOf, decision, decision.InPlainWords(customer.Kind, evidence, asOf));
        return call.Type == MediaTypes.Text
            ? TypedResults.Text(explanation.In(language), MediaTypes.Text, System.Text.Encoding.UTF8)
            : JsonResult.Of(PolicyCodecs.Explanation, explanation, language);
    }

    /// <summary>What a policy says of the snapshot of a date.</summary>
    private async Task<IResult> By(Call call, Func<Customer, CompiledPolicy, DateOnly, IResult> answer)
    {
        var (id, (day, policy)) = (call.Of(Params.Customer), call.Of(Decision));
        var asOf = day ?? time.Today();
        return await archive.Find(call.Sees, id, asOf, null, call.Stop) is { } filed
            ? book.Find(policy!, new Place.Parameter("policy")).Match(
                Fail: faults => Problem.Refused([.. faults]),
                Succ: compiled => answer(filed.Record.Customer, compiled, asOf))
            : CustomerRoutes.Absent(id, ofDate: true);
    }
}
