namespace Kehu.Domain;

/// <summary>What a customer is offered, by the classes it is in. Source: policies, Offers.</summary>
public static class Proposals
{
    /// <summary>The level that a customer of unknown risk level is taken to bear: R1 (house).</summary>
    private const int LeastLevel = 1;

    /// <summary>Every offer that a decided class of the customer carries, or whose own criterion is met, by code; once, with all its grounds.</summary>
    public static Arr<Proposal> Offers(this Customer customer, RuleBook book, DateOnly asOf) =>
        customer.Offers(book, ShippedOffers.Open, ShippedOffers.RiskOf, asOf);

    /// <summary>The same for given open offers and risks of products.</summary>
    internal static Arr<Proposal> Offers(this Customer customer, RuleBook book, Arr<OpenOffer> open, Func<string, Option<int>> riskOf, DateOnly asOf)
    {
        var known = customer with { Facts = customer.Facts.Completed() };
        if (known.Facts.TryGet(SharedFacts.ClosedOn, out var closed) && closed <= asOf.DayNumber)
        {
            return Array<Proposal>();
        }

        var reasons = known.Carried(book, asOf).Concat(known.Eligible(book, open, asOf));
        return new Arr<Proposal>(reasons
            .GroupBy(reason => reason.Offer.Code, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => known.Propose([.. same], riskOf))
            .ToArray());
    }

    /// <summary>What the classes carry that the customer is decided to be in.</summary>
    private static IEnumerable<Reasoned> Carried(this Customer customer, RuleBook book, DateOnly asOf) =>
        from policy in book.For(customer.Kind).AsEnumerable()
        let outcome = policy.Decide(customer.Kind, customer.Facts, asOf, ask: false)
        where outcome is Outcome.Decided
        let assigned = ((Outcome.Decided)outcome).Class
        from offer in assigned.Offers
        select new Reasoned(offer, Some(new Ground(policy.Policy.Id, assigned)), Array<Fact>());

    /// <summary>The open offers whose criterion is met, or may be, with the facts that would tell.</summary>
    private static IEnumerable<Reasoned> Eligible(this Customer customer, RuleBook book, Arr<OpenOffer> open, DateOnly asOf) =>
        from offer in open.AsEnumerable()
        where offer.Kind == customer.Kind
        from missing in customer.Lacks(offer, book, asOf).AsEnumerable()
        select new Reasoned(offer.Offer, None, missing);

    /// <summary>The facts that still decide whether the customer is eligible, none where it is; nothing where it is not.</summary>
    private static Option<Arr<Fact>> Lacks(this Customer customer, OpenOffer offer, RuleBook book, DateOnly asOf) =>
        offer.Eligible.Evaluate(customer.Kind, customer.Facts.On(asOf), book.Set) switch
        {
            Truth.True => Some(Array<Fact>()),
            Truth.False => None,
            Truth.Unknown => customer.LacksExactly(offer, book, asOf),
        };

    /// <summary>What stays open criterion by criterion may be settled all the same: the diagram of a policy of two classes tells exactly.</summary>
    private static Option<Arr<Fact>> LacksExactly(this Customer customer, OpenOffer offer, RuleBook book, DateOnly asOf) =>
        book.Propose(offer.Eligibility(), Budget.Standard).Match(
            Succ: policy => policy.Decide(customer.Kind, customer.Facts, asOf, ask: false) switch
            {
                Outcome.Decided(_, var place) => place == 0 ? Some(Array<Fact>()) : None,
                Outcome.Open(_, _, var missing, _) => Some(missing),
                Outcome.NotApplicable => None,
            },
            Fail: _ => Some(customer.Unread(offer, book.Set)));

    private static Policy Eligibility(this OpenOffer offer) => new(
        new PolicyId($"offer:{offer.Offer.Code}"),
        offer.Offer.Label,
        Ordering.Nominal,
        Array(new Scope(offer.Kind, None)),
        Array(new Rung(Author.Class("eligible", "eligible", "符合条件"), offer.Eligible, None)),
        Author.Class("not-eligible", "not eligible", "不符合条件"),
        Array(offer.Offer.Citation),
        Array<Label>());

    /// <summary>Every unknown fact that the criterion reads.</summary>
    private static Arr<Fact> Unread(this Customer customer, OpenOffer offer, PolicySet policies) =>
        new(offer.Eligibility().Quantities(customer.Kind, policies).SelectMany(quantity => quantity.Inputs)
            .Where(fact => !customer.Facts.TryGet(fact, out _))
            .DistinctBy(fact => fact.Name, StringComparer.Ordinal)
            .OrderBy(fact => fact.Name, StringComparer.Ordinal)
            .ToArray());

    /// <summary>One proposal of everything that speaks for an offer; a reason that lacks nothing settles the eligibility.</summary>
    private static Proposal Propose(this Customer customer, IReadOnlyList<Reasoned> reasons, Func<string, Option<int>> riskOf)
    {
        var missing = reasons.Any(reason => reason.Missing.IsEmpty) ? Array<Fact>() : reasons[0].Missing;
        return new Proposal(
            reasons[0].Offer,
            new Arr<Ground>(reasons.SelectMany(reason => reason.Ground.AsEnumerable()).ToArray()),
            customer.Suits(reasons[0].Offer, missing, riskOf));
    }

    /// <summary>What is held is so whatever else is unknown; what may not be open to the customer is not refused for its risk.</summary>
    private static Suitability Suits(this Customer customer, Offer offer, Arr<Fact> missing, Func<string, Option<int>> riskOf)
    {
        var products = customer.Facts.Catalogue.Products;
        var held = offer.Product.Map(product => customer.Facts.Find(products).Map(bits => products.PlaceOf(product).Exists(place => (bits >> place & 1) == 1)));
        if (held.Exists(answer => answer.IfNone(false)))
        {
            return new Suitability.Held();
        }

        var unknown = held.Exists(answer => answer.IsNone) ? missing.Add(products) : missing;
        return unknown.IsEmpty
            ? offer.Product.Bind(riskOf).Filter(risk => risk > customer.Level()).Match<Suitability>(
                Some: risk => new Suitability.TooRisky(risk),
                None: () => new Suitability.Suits())
            : new Suitability.Open(new Arr<Fact>(unknown
                .DistinctBy(fact => fact.Name, StringComparer.Ordinal)
                .OrderBy(fact => fact.Name, StringComparer.Ordinal)
                .ToArray()));
    }

    /// <summary>C1 to C5 as 1 to 5.</summary>
    private static int Level(this Customer customer) =>
        customer.Facts.Find(PersonalFacts.RiskLevel).Match(Some: place => (int)place + 1, None: () => LeastLevel);

    /// <summary>Something that speaks for an offer: a class that carries it, or its own criterion and what is missing to tell.</summary>
    private sealed record Reasoned(Offer Offer, Option<Ground> Ground, Arr<Fact> Missing);
}
