using Kehu.Api.Archive;
using Kehu.Api.Classify;
using Kehu.Api.Codecs;
using Kehu.Api.Http;
using Kehu.Api.Policies;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>What is read off the policies for a stored customer: the way up, the offers, the decision in plain words.</summary>
internal static class CustomerReadings
{
    private static readonly MediaOffer PlainOffer = new(MediaTypes.Json, MediaTypes.Text);

    public static void MapCustomerReadings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/customers/{id}/upgrade-path", Upgrade).Documented("customer-upgrade-path");
        routes.MapGet("/v1/customers/{id}/offers", Offers).Documented("customer-offers");
        routes.MapGet("/v1/customers/{id}/explanation", Explanation).Documented("customer-explanation");
    }

    private static async Task<IResult> Upgrade(HttpContext context, string id, CustomerArchive archive, RuleBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (asOf, policy) = (query.AsOf() ?? time.Today(), query.NeededCode("policy"));
        return CustomerEndpoints.Preliminary(context, id, query.Finish())
            ?? await Of(context, id, asOf, policy!, archive, book, (customer, compiled) =>
                UpgradeResults.Of(context, id, customer, compiled, asOf, new Place.Parameter("policy"), new Place.Parameter("id")));
    }

    private static async Task<IResult> Offers(HttpContext context, string id, CustomerArchive archive, RuleBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var asOf = query.AsOf() ?? time.Today();
        if (CustomerEndpoints.Preliminary(context, id, query.Finish()) is { } refused)
        {
            return refused;
        }

        if (await archive.Find(id, asOf, null, context.RequestAborted) is not { } filed)
        {
            return CustomerEndpoints.Absent(id, ofDate: true);
        }

        var language = context.Answering();
        var offers = new CustomerOffers(id, asOf, filed.Record.Customer.Offers(book, asOf));
        return new JsonResult(json => PolicyCodecs.Offers.Write(json, offers, language));
    }

    private static async Task<IResult> Explanation(HttpContext context, string id, CustomerArchive archive, RuleBook book, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (asOf, policy) = (query.AsOf() ?? time.Today(), query.NeededCode("policy"));
        var negotiated = PlainOffer.Choose(context);
        return CustomerEndpoints.Preliminary(negotiated, id, query.Finish())
            ?? await Of(context, id, asOf, policy!, archive, book, (customer, compiled) =>
                Explained(context, id, customer, compiled, asOf, negotiated is Negotiated.Chosen(MediaTypes.Text)));
    }

    private static IResult Explained(HttpContext context, string id, Customer customer, CompiledPolicy policy, DateOnly asOf, bool asText)
    {
        var language = context.Answering();
        var decision = customer.By(policy, asOf, ask: false);
        var evidence = policy.Policy.Explain(customer.Kind, customer.Facts.Completed(), asOf, policy.Policies, decision.Outcome);
        var explanation = new PlainExplanation(id, asOf, decision, decision.InPlainWords(customer.Kind, evidence, asOf));
        return asText
            ? TypedResults.Text(explanation.In(language), MediaTypes.Text, System.Text.Encoding.UTF8)
            : new JsonResult(json => PolicyCodecs.Explanation.Write(json, explanation, language));
    }

    /// <summary>The snapshot of the date under the policy of the id.</summary>
    private static async Task<IResult> Of(
        HttpContext context, string id, DateOnly asOf, string policy, CustomerArchive archive, RuleBook book, Func<Customer, CompiledPolicy, IResult> answer) =>
        await archive.Find(id, asOf, null, context.RequestAborted) is { } filed
            ? book.Find(policy, new Place.Parameter("policy")).Match(
                Fail: faults => Problem.Refused([.. faults]),
                Succ: compiled => answer(filed.Record.Customer, compiled))
            : CustomerEndpoints.Absent(id, ofDate: true);
}
