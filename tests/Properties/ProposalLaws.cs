using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>What holds of the offers of every customer, for the shipped policies and for open offers and risks of any kind.</summary>
public sealed class ProposalLaws
{
    private const int Customers = 150;

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies have faults"));

    private static readonly string[] ProductCodes = [.. SharedFacts.Products.Options.Map(member => member.Code)];

    /// <summary>Customers that products, risk levels and the open offers' facts are known of, or not.</summary>
    private static Gen<(Customer Customer, DateOnly AsOf)> Any { get; } = Kinds.SelectMany(kind => Incomplete(kind, FactCatalogue.Shipped.Of(kind).Remove(SharedFacts.ClosedOn)));

    /// <summary>Open offers over few facts, some of them settled whatever those are, and a risk for every product.</summary>
    private static Gen<(Arr<OpenOffer> Open, Func<string, Option<int>> RiskOf)> Shelves { get; } =
        from kinds in Kinds.ArrayOf(3)
        from products in Gen.OneOf(Gen.Constant(Option<string>.None), Gen.Elements(ProductCodes).Select(Some)).ArrayOf(3)
        from shapes in Gen.Choose(0, 4).ArrayOf(3)
        from risks in Gen.Choose(0, 5).ArrayOf(ProductCodes.Length)
        select (
            new Arr<OpenOffer>(kinds.Select((kind, at) => new OpenOffer(
                new Offer($"open-{(at == 2 ? 1 : at)}", Label.Same("open"), products[at == 2 ? 1 : at], Because()), kind, Shape(shapes[at]))).ToArray()),
            (Func<string, Option<int>>)(product => risks[System.Array.IndexOf(ProductCodes, product)] is > 0 and var risk ? Some(risk) : None));

    [Law(Customers)]
    public Property Every_carried_offer_is_listed_once_with_all_classes_that_carry_it() =>
        Law.ForAll(Any, drawn =>
        {
            var carried = (from policy in Book.For(drawn.Customer.Kind).AsEnumerable()
                           let outcome = drawn.Customer.By(policy, drawn.AsOf, ask: false).Outcome
                           where outcome is Outcome.Decided
                           from offer in ((Outcome.Decided)outcome).Class.Offers
                           select (offer.Code, Ground: new Ground(policy.Policy.Id, ((Outcome.Decided)outcome).Class))).ToList();
            var listed = drawn.Customer.Offers(Book, drawn.AsOf);
            return listed.Map(proposal => proposal.Offer.Code).SequenceEqual(listed.Map(proposal => proposal.Offer.Code).Distinct().Order(StringComparer.Ordinal))
                && listed.SelectMany(proposal => proposal.Grounds.Map(ground => (proposal.Offer.Code, ground))).ToHashSet().SetEquals(carried)
                && listed.Sum(proposal => proposal.Grounds.Count) == carried.Count;
        });

    [Law(Customers)]
    public Property What_is_proposed_is_not_held_and_suits_and_nobody_of_unknown_level_gets_above_R1() =>
        Law.ForAll(from drawn in Any from shelf in Shelves select (drawn, shelf), row =>
        {
            var ((customer, asOf), (open, riskOf)) = row;
            var level = customer.Facts.Find(PersonalFacts.RiskLevel).Map(place => (int)place + 1).IfNone(1);
            return customer.Offers(Book, open, riskOf, asOf).ForAll(proposal =>
            {
                var known = customer.Facts.TryGet(SharedFacts.Products, out var products);
                var held = proposal.Offer.Product.Exists(product => (products >> System.Array.IndexOf(ProductCodes, product) & 1) == 1);
                var risk = proposal.Offer.Product.Bind(riskOf).IfNone(0);
                return proposal.Suitability switch
                {
                    Suitability.Suits => !held && risk <= level && (known || proposal.Offer.Product.IsNone),
                    Suitability.Held => held,
                    Suitability.TooRisky(var named) => !held && named == risk && risk > level && known,
                    Suitability.Open(var missing) => !held && !missing.IsEmpty && missing.ForAll(fact => !customer.Facts.Completed().TryGet(fact, out _))
                        && missing.Exists(fact => fact.Name == "products") == (proposal.Offer.Product.IsSome && !known),
                };
            });
        });

    [Law(Customers)]
    public Property Open_offers_are_listed_by_their_own_criterion_exactly() =>
        Law.ForAll(from drawn in Any from shelf in Shelves select (drawn, shelf), row =>
        {
            var ((customer, asOf), (open, riskOf)) = row;
            var listed = customer.Offers(Book, open, riskOf, asOf).Filter(proposal => proposal.Offer.Code.StartsWith("open-", StringComparison.Ordinal));
            return open.Map(offer => offer.Offer.Code).Distinct().All(code =>
            {
                var truths = open.Filter(offer => offer.Offer.Code == code && offer.Kind == customer.Kind).Map(offer => Truth(offer.Eligible, customer));
                var shown = listed.Find(proposal => proposal.Offer.Code == code);
                return shown.IsSome == truths.Exists(truth => truth != Domain.Truth.False)
                    && shown.ForAll(proposal => proposal.Grounds.IsEmpty && (proposal.Suitability is Suitability.Held
                        || truths.Contains(Domain.Truth.True) != (proposal.Suitability is Suitability.Open(var missing) && missing.Exists(fact => fact.Name == "loans"))));
            });
        });

    [Law(30)]
    public Property A_closed_customer_is_offered_nothing() =>
        Law.ForAll(from drawn in Any from days in Gen.Choose(0, 2) select (drawn, days), row =>
            (row.drawn.Customer with { Facts = row.drawn.Customer.Facts.With(SharedFacts.ClosedOn, Math.Max(Spans.Dates.Low, row.drawn.AsOf.DayNumber - row.days)) })
                .Offers(Book, row.drawn.AsOf).IsEmpty);

    [Xunit.Fact]
    public void The_market_traders_loan_is_for_those_who_meet_its_own_criterion()
    {
        var trader = FactCatalogue.Shipped.NothingKnown.With(EnterpriseFacts.BrandAgency, 1).With(EnterpriseFacts.YearsInBusiness, 2).With(SharedFacts.Products, 0);
        Suitability? Loan(KnownFacts facts) => new Customer(CustomerKind.Enterprise, facts).Offers(Book, new DateOnly(2026, 6, 30))
            .Find(proposal => proposal.Offer.Code == "market-traders-loan").MatchUnsafe<Suitability?>(Some: proposal => proposal.Suitability, None: () => null);

        Xunit.Assert.Equal(new Suitability.Suits(), Loan(trader.With(EnterpriseFacts.SettlementShare, 5_000)));
        Xunit.Assert.Null(Loan(trader.With(EnterpriseFacts.SettlementShare, 4_999)));
        Xunit.Assert.Equal(new Suitability.Open(Array<Fact>(EnterpriseFacts.SettlementShare)), Loan(trader));
        Xunit.Assert.Equal(new Suitability.Held(), Loan(trader.With(SharedFacts.Products, 1L << System.Array.IndexOf(ProductCodes, "business-loan"))));
    }

    private static Citation Because() => Citation.Own("a generated offer", "生成的产品");

    /// <summary>Bounds of the loans: a plain one, one that always holds, one that never does, and one that only the whole shows to hold.</summary>
    private static Criterion Shape(int shape)
    {
        var large = SharedFacts.Loans.AtLeast(Money.Yuan(1_000), Because());
        return shape switch
        {
            0 => Author.AllOf(),
            1 => Author.AnyOf(),
            2 => Author.AnyOf(large, large.Not()),
            3 => Author.AllOf(large, large.Not()),
            _ => large,
        };
    }

    /// <summary>A value for every cell of the loans, on both sides of the one bound.</summary>
    private static readonly long[] Cells = [0, 99_999, 100_000, SharedFacts.Loans.Domain.High];

    private static Truth Truth(Criterion eligible, Customer customer) =>
        customer.Facts.Find(SharedFacts.Loans).Match(Some: known => [known], None: () => Cells)
            .Select(value => eligible.Evaluate(customer.Kind, customer.Facts.With(SharedFacts.Loans, value).On(new DateOnly(2026, 1, 1)), Book.Set))
            .Distinct().ToList() is [var one] ? one : Domain.Truth.Unknown;
}
