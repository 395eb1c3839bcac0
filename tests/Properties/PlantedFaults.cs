using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Every fault that the structure check knows, planted once.</summary>
public sealed class PlantedFaults
{
    private static readonly Citation Because = Citation.Own("a planted fault", "植入的错误");

    private static readonly Criterion Sound = new Criterion.Within(new Quantity.Of(SharedFacts.Deposits), Some(1L), None, Because);

    private static readonly Policy Good = Holding(Sound);

    public static TheoryData<string, Policy> Faulty => new()
    {
        { "policy.class-twice", Good with { Otherwise = Good.Rungs[0].Class } },
        { "policy.no-scope", Good with { Scopes = Array<Scope>() } },
        { "policy.scope-twice", Good with { Scopes = Good.Scopes + Good.Scopes } },
        { "policy.too-many-classes", Good with { Rungs = new Arr<Rung>(Enumerable.Range(0, 64).Select(place => new Rung(Named($"c{place}"), Sound, None))) } },
        { "policy.too-many-leaves", Holding(new Criterion.All(new Arr<Criterion>(Enumerable.Repeat(Sound, 2_001)))) },
        { "policy.too-deep", Holding(Enumerable.Range(0, 25).Aggregate(Sound, (inner, _) => new Criterion.Not(inner))) },
        { "policy.cycle", Holding(new Criterion.Classified(new PolicyId("faulty"), Array(new ClassCode("yes")), Because)) },
        { "policy.shared-input", Holding(new Criterion.All(Array(Within(new Quantity.By(DerivedFacts.ProductCount), 2), new Criterion.Holds(SharedFacts.Products, "fund", Because)))) },
        { "policy.shared-input", Holding(new Criterion.All(Array(Within(new Quantity.By(DerivedFacts.MonthsSinceLastTransaction), 2), Within(new Quantity.Of(SharedFacts.LastTransactionOn), 720_000)))) },
        { "policy.needed", Holding(new Criterion.AtLeast(3, Array(Sound, Sound))) },
        { "policy.needed", Holding(new Criterion.AtLeast(0, Array(Sound))) },
        { "policy.case-twice", Holding(new Criterion.Cases(PersonalFacts.Gender, Array(new Case("male", Sound), new Case("male", Sound)))) },
        { "policy.other-kind", Holding(new Criterion.Is(EnterpriseFacts.Litigation, Because)) },
        { "policy.other-kind", Holding(new Criterion.Classified(EnterpriseSize.Id, Array(new ClassCode("large")), Because)) },
        { "policy.unknown-class", Holding(new Criterion.Classified(RetailVip.Id, Array(new ClassCode("none")), Because)) },
        { "policy.unknown-policy", Holding(new Criterion.Classified(new PolicyId("none"), Array(new ClassCode("vip")), Because)) },
        { "policy.not-numeric", Holding(Within(new Quantity.Of(PersonalFacts.Gender), 1)) },
        { "policy.bound-outside-domain", Holding(Within(new Quantity.Of(SharedFacts.Deposits), -1)) },
        { "policy.bounds-crossed", Holding(new Criterion.Within(new Quantity.Of(SharedFacts.Deposits), Some(2L), Some(1L), Because)) },
        { "policy.unknown-code", Holding(new Criterion.OneOf(PersonalFacts.Gender, Array("none"), Because)) },
        { "policy.unknown-code", Holding(new Criterion.AtLeastGrade(PersonalFacts.CreditGrade, "none", Because)) },
        { "policy.unknown-code", Holding(new Criterion.Holds(SharedFacts.Products, "none", Because)) },
        { "policy.unknown-code", Holding(new Criterion.Cases(PersonalFacts.Gender, Array(new Case("none", Sound)))) },
        { "policy.points", Holding(Scoring(-1)) },
        { "policy.points", Holding(Scoring(1_001)) },
        { "policy.bound-outside-domain", Good with { Scopes = Array(new Scope(CustomerKind.Personal, Some(new Applicability(Within(new Quantity.Of(SharedFacts.Deposits), -1), Label.Same("-"))))) } },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_planted_fault_is_found_and_nothing_else(string code, Policy policy) =>
        Assert.Equal(code, string.Join(' ', policy.Faults(new PolicySet(FactCatalogue.Shipped, ShippedPolicies.All.Policies.Add(policy))).Map(fault => fault.Code).Distinct()));

    /// <summary>A reference in a scope that stands there twice is followed like any other: what comes back to the policy would never end.</summary>
    [Xunit.Fact]
    public void A_policy_whose_second_scope_of_a_kind_refers_to_itself_goes_in_a_circle()
    {
        var itself = new Criterion.Classified(new PolicyId("faulty"), Array(new ClassCode("yes")), Because);
        var policy = Good with { Scopes = Good.Scopes + Array(new Scope(CustomerKind.Personal, Some(new Applicability(itself, Label.Same("-"))))) };
        Assert.Contains("policy.cycle", policy.Faults(new PolicySet(FactCatalogue.Shipped, ShippedPolicies.All.Policies.Add(policy))).Map(fault => fault.Code));
    }

    [Xunit.Fact]
    public void The_policy_they_are_planted_in_has_none() => Assert.Empty(Good.Faults(ShippedPolicies.All));

    [Xunit.Fact]
    public void A_book_is_refused_for_every_faulty_policy() => Assert.All(Faulty, row =>
        Assert.True(RuleBook.Of(new PolicySet(FactCatalogue.Shipped, ShippedPolicies.All.Policies.Add((Policy)row[1]))).IsFail));

    [Xunit.Fact]
    public void Faults_of_several_classes_and_of_the_whole_are_all_found()
    {
        var criteria = Faulty.Select(row => (Policy)row[1]).Where(policy => policy.Rungs.Count == 1 && policy.Scopes == Good.Scopes && policy.Otherwise == Good.Otherwise)
            .Select(policy => policy.Rungs[0].Criterion).Append(Sound).ToList();
        var all = Good with
        {
            Rungs = new Arr<Rung>(criteria.Select((criterion, place) => new Rung(Named($"c{place}"), criterion, None))),
            Otherwise = Named("c0"),
        };
        Assert.Equal(
            Faulty.Select(row => (string)row[0]).Where(code => code is not ("policy.no-scope" or "policy.scope-twice" or "policy.too-many-classes")).Distinct().Order(),
            all.Faults(new PolicySet(FactCatalogue.Shipped, ShippedPolicies.All.Policies.Add(all))).Map(fault => fault.Code).Distinct().Order());
    }

    private static Criterion Within(Quantity quantity, long min) => new Criterion.Within(quantity, Some(min), None, Because);

    private static Criterion Scoring(int points) => new Criterion.Score(
        new Scorecard(Label.Same("card"), Array(new ScoreItem(Label.Same("item"), Array(new ScoreBin(Sound, points))))), Some(1L), None, Because);

    private static PolicyClass Named(string code) => new(new ClassCode(code), Label.Same(code), Array<Note>(), Array<Offer>());

    private static Policy Holding(Criterion criterion) => new(
        new PolicyId("faulty"), Label.Same("faulty"), Ordering.Nominal, Author.For(CustomerKind.Personal),
        Array(new Rung(Named("yes"), criterion, None)), Named("no"), Array<Citation>(), Array<Label>());
}
