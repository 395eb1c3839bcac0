using VerifyXunit;
using static Kehu.Domain.EnterpriseFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Snapshots;

/// <summary>Decisions as they are handed to customers, in both languages.</summary>
public sealed class PlainWordsSnapshots
{
    [Xunit.Fact]
    public Task A_middle_class_with_what_is_short_of_the_higher_ones() =>
        Verifier.Verify(Told("personal-asset-tier", CustomerKind.Personal, (TotalAssets, Money.Wan(75).Fen)));

    [Xunit.Fact]
    public Task The_highest_class() => Verifier.Verify(Told("personal-asset-tier", CustomerKind.Personal, (TotalAssets, Money.Wan(900).Fen)));

    [Xunit.Fact]
    public Task The_last_class_by_months_since_the_last_transaction() =>
        Verifier.Verify(Told("activity", CustomerKind.Personal, (LastTransactionOn, new DateOnly(2025, 5, 30).DayNumber), (MonthlyTransactions, 2)));

    [Xunit.Fact]
    public Task A_middle_class_by_months_since_the_last_transaction() =>
        Verifier.Verify(Told("activity", CustomerKind.Personal, (LastTransactionOn, new DateOnly(2026, 1, 15).DayNumber), (MonthlyTransactions, 4)));

    [Xunit.Fact]
    public Task By_cases_of_an_industry() =>
        Verifier.Verify(Told("enterprise-size", CustomerKind.Enterprise, (Industry, 1), (Employees, 320), (AnnualRevenue, Money.Wan(2_500).Fen)));

    [Xunit.Fact]
    public Task Over_a_referred_policy_and_choices_within_choices() => Verifier.Verify(Told(
        "corporate-relationship",
        CustomerKind.Enterprise, (Industry, 1), (Employees, 2_000), (AnnualRevenue, Money.Wan(50_000).Fen), (EntityType, 6), (StrategicAgreement, 1),
        (ChannelLeverage, 1), (SoundFinances, 1), (ProfitMargin, 810), (IndustryMargin, 890), (CreditRating, 4), (AdverseRecord, 0), (Litigation, 1),
        (SettlementShare, 5_999), (AffiliateShare, 5_000), (SupportedIndustry, 1), (AverageDailyDeposits, Money.Wan(10_000).Fen - 1),
        (PeriodEndDeposits, Money.Wan(30_000).Fen), (PosMonthlyVolume, Money.Wan(800).Fen), (UsesEbanking, 1), (PayrollHeadcount, 150),
        (PayrollMonthly, Money.Wan(80).Fen), (CreditCardsIssued, 20), (SpecialContribution, 0)));

    [Xunit.Fact]
    public Task Open_with_what_it_could_become() =>
        Verifier.Verify(Told("enterprise-size", CustomerKind.Enterprise, (Industry, 4), (AnnualRevenue, Money.Wan(700).Fen)));

    [Xunit.Fact]
    public Task Open_even_whether_the_policy_applies() =>
        Verifier.Verify(Told("annual-volume-tier", CustomerKind.Enterprise, (Industry, 4), (AnnualTransactionVolume, Money.Wan(7).Fen)));

    [Xunit.Fact]
    public Task Whatever_the_unknown_values_are() =>
        Verifier.Verify(Told("annual-volume-tier", CustomerKind.Enterprise, (Industry, 4), (AnnualRevenue, Money.Wan(200).Fen), (AnnualTransactionVolume, Money.Wan(12).Fen)));

    [Xunit.Fact]
    public Task A_policy_that_does_not_apply() =>
        Verifier.Verify(Told("annual-volume-tier", CustomerKind.Enterprise, (Industry, 4), (AnnualRevenue, Money.Wan(30_000).Fen), (Employees, 300)));

    [Xunit.Fact]
    public Task A_closed_customer() => Verifier.Verify(Told("personal-asset-tier", CustomerKind.Personal, (ClosedOn, Shipped.AsOf.DayNumber)));

    private static string Told(string id, CustomerKind kind, params (Fact Fact, long Value)[] facts)
    {
        var policy = Shipped.Policy(id);
        var customer = new Customer(kind, facts.Aggregate(FactCatalogue.Shipped.NothingKnown, (known, fact) => known.With(fact.Fact, fact.Value)));
        var decision = customer.By(policy, Shipped.AsOf, ask: false);
        var evidence = policy.Policy.Explain(kind, customer.Facts.Completed(), Shipped.AsOf, policy.Policies, decision.Outcome);
        var paragraphs = decision.InPlainWords(kind, evidence, Shipped.AsOf);
        return string.Join("\n────────\n\n", Enum.GetValues<Language>().Select(language => string.Join("\n\n", paragraphs.Map(paragraph => paragraph.In(language))) + "\n"));
    }
}
