using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>What the shipped policies say about where their numbers come from, and about what they offer.</summary>
public sealed class ShippedCitationLaws
{
    private static readonly Seq<Policy> Policies = Seq(ShippedPolicies.All.Policies.AsEnumerable());

    [Xunit.Fact]
    public void A_house_number_has_a_name_that_means_one_number() => Xunit.Assert.All(Policies, policy =>
        Xunit.Assert.All(
            from leaf in Leaves(policy)
            from name in NameOf(leaf.Citation).AsEnumerable()
            group leaf.Criterion by name,
            same => Xunit.Assert.Single(same.Select(criterion => criterion.Describe(ShippedPolicies.All)).Distinct())));

    [Xunit.Fact]
    public void Every_house_number_has_a_name_in_kebab_case() => Xunit.Assert.All(
        from policy in Policies
        from leaf in Leaves(policy)
        where leaf.Criterion is Criterion.Within or Criterion.AtLeastGrade or Criterion.Score && leaf.Citation is Citation.House
        select (policy.Id, Name: NameOf(leaf.Citation)),
        number => Xunit.Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", number.Name.IfNone($"{number.Id} has a house number without a name")));

    [Xunit.Fact]
    public void Every_bin_has_a_name_for_its_points() => Xunit.Assert.All(
        from policy in Policies
        from card in Leaves(policy).Select(leaf => leaf.Criterion).OfType<Criterion.Score>().Select(score => score.Card)
        from item in card.Items
        from bin in item.Bins
        select (policy.Id, bin.Criterion),
        bin => Xunit.Assert.True(CitationOf(bin.Criterion).Bind(NameOf).IsSome, $"{bin.Id}: {bin.Criterion}"));

    [Xunit.Fact]
    public void The_points_of_a_card_reach_a_hundred() => Xunit.Assert.All(
        Policies.SelectMany(Leaves).Select(leaf => leaf.Criterion).OfType<Criterion.Score>(),
        score => Xunit.Assert.Equal(100, score.Card.Items.Sum(item => item.Bins.Max(bin => bin.Points))));

    [Xunit.Fact]
    public void A_measure_is_the_same_wherever_it_is_offered() => Xunit.Assert.All(
        Offers().GroupBy(offer => offer.Code),
        same => Xunit.Assert.Single(same.Select(offer => (offer.Label, offer.Product)).Distinct()));

    [Xunit.Fact]
    public void A_class_offers_a_measure_once() => Xunit.Assert.All(
        Policies.SelectMany(policy => policy.Classes), c => Xunit.Assert.Equal(c.Offers.Count, c.Offers.Map(offer => offer.Code).Distinct().Count()));

    [Xunit.Fact]
    public void Offers_rest_on_a_source_and_their_products_are_of_the_catalogue() => Xunit.Assert.All(Offers(), offer =>
    {
        Xunit.Assert.IsType<Citation.Source>(offer.Citation);
        Xunit.Assert.True(offer.Product.ForAll(product => SharedFacts.Products.PlaceOf(product).IsSome), offer.Code);
    });

    [Xunit.Fact]
    public void Only_what_lends_has_no_risk_level()
    {
        var levels = SharedFacts.Products.Options.Map(product => (product.Code, Level: ShippedOffers.RiskOf(product.Code)));
        Xunit.Assert.Equal(["business-loan", "consumer-loan", "mortgage", "trade-finance"], levels.Filter(product => product.Level.IsNone).Map(product => product.Code).Order());
        Xunit.Assert.All(levels.Bind(product => product.Level.ToArray().ToArr()), level => Xunit.Assert.InRange(level, 1, 5));
        Xunit.Assert.Equal(
            [("fund", 3), ("insurance", 2), ("precious-metal", 4), ("wealth-product", 2)],
            levels.Filter(product => product.Level.Exists(level => level > 1)).Map(product => (product.Code, product.Level.IfNone(0))).Order());
    }

    [Xunit.Theory]
    [Xunit.InlineData(1, 2, 5_000, true)]
    [Xunit.InlineData(0, 2, 5_000, false)]
    [Xunit.InlineData(1, 1, 5_000, false)]
    [Xunit.InlineData(1, 2, 4_999, false)]
    public void The_market_traders_loan_is_open_to_agents_of_two_years_who_settle_here(int agency, int years, int share, bool open)
    {
        var loan = Xunit.Assert.Single(ShippedOffers.Open);
        var facts = FactCatalogue.Shipped.NothingKnown.With(EnterpriseFacts.BrandAgency, agency).With(EnterpriseFacts.YearsInBusiness, years).With(EnterpriseFacts.SettlementShare, share);
        Xunit.Assert.Equal(CustomerKind.Enterprise, loan.Kind);
        Xunit.Assert.Equal(open, Plain.Meets(loan.Eligible, loan.Kind, facts, new DateOnly(2026, 1, 31), ShippedPolicies.All));
    }

    private static IEnumerable<Offer> Offers() =>
        Policies.SelectMany(policy => policy.Classes).SelectMany(c => c.Offers).Concat(ShippedOffers.Open.Map(open => open.Offer));

    /// <summary>Every criterion of a policy that bears a citation, at any depth.</summary>
    private static IEnumerable<(Criterion Criterion, Citation Citation)> Leaves(Policy policy) =>
        CustomerKinds.All.SelectMany(policy.Criteria).SelectMany(Within).SelectMany(criterion => CitationOf(criterion).Map(citation => (criterion, citation)).AsEnumerable());

    private static IEnumerable<Criterion> Within(Criterion criterion) => criterion.Parts().SelectMany(Within).Prepend(criterion);

    private static Option<Citation> CitationOf(Criterion criterion) => criterion switch
    {
        Criterion.Within(_, _, _, var citation) => citation,
        Criterion.OneOf(_, _, var citation) => citation,
        Criterion.AtLeastGrade(_, _, var citation) => citation,
        Criterion.Is(_, var citation) => citation,
        Criterion.Holds(_, _, var citation) => citation,
        Criterion.Score(_, _, _, var citation) => citation,
        Criterion.Classified(_, _, var citation) => citation,
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not or Criterion.Cases => None,
    };

    private static Option<string> NameOf(Citation citation) => citation is Citation.House(_, var parameter) ? parameter : None;
}
