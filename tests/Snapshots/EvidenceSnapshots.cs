using VerifyXunit;
using static Kehu.Domain.EnterpriseFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Snapshots;

/// <summary>Evidence of chosen decisions, in both languages.</summary>
public sealed class EvidenceSnapshots
{
    [Xunit.Fact]
    public Task Decided_with_what_is_short_of_every_better_class() => Verifier.Verify(
        Of(CustomerKind.Personal, (TotalAssets, Money.Wan(75).Fen)).Told(Shipped.Policy("personal-asset-tier"), "750 000 yuan of assets"));

    [Xunit.Fact]
    public Task Decided_by_the_months_since_the_last_transaction() => Verifier.Verify(
        Of(CustomerKind.Personal, (LastTransactionOn, new DateOnly(2026, 2, 28).DayNumber), (MonthlyTransactions, 2)).Told(Shipped.Policy("activity"), "last seen four months and two days ago"));

    [Xunit.Fact]
    public Task Decided_whatever_the_unknown_values_are() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (Industry, 4), (AnnualRevenue, Money.Wan(200).Fen), (AnnualTransactionVolume, Money.Wan(12).Fen))
            .Told(Shipped.Policy("annual-volume-tier"), "a retailer that is small or micro, whichever"));

    [Xunit.Fact]
    public Task Open_with_what_is_missing_and_what_to_ask() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (Industry, 4), (AnnualRevenue, Money.Wan(700).Fen)).Told(Shipped.Policy("enterprise-size"), "a retailer of unknown headcount"));

    [Xunit.Fact]
    public Task Open_even_whether_it_applies() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (Industry, 4), (AnnualTransactionVolume, Money.Wan(7).Fen)).Told(Shipped.Policy("annual-volume-tier"), "a retailer of unknown size"));

    [Xunit.Fact]
    public Task Not_applicable_to_a_large_enterprise() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (Industry, 4), (AnnualRevenue, Money.Wan(30_000).Fen), (Employees, 300)).Told(Shipped.Policy("annual-volume-tier"), "a large retailer"));

    [Xunit.Fact]
    public Task Not_applicable_to_a_closed_customer() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (ClosedOn, Shipped.AsOf.DayNumber)).Told(Shipped.Policy("annual-volume-tier"), "closed on the day itself"));

    [Xunit.Fact]
    public Task Decided_over_several_documents_and_a_referred_policy() => Verifier.Verify(
        Of(
            CustomerKind.Enterprise, (Industry, 1), (Employees, 2_000), (AnnualRevenue, Money.Wan(50_000).Fen), (EntityType, 6), (StrategicAgreement, 1),
            (ChannelLeverage, 1), (SoundFinances, 1), (ProfitMargin, 810), (IndustryMargin, 890), (CreditRating, 4), (AdverseRecord, 0), (Litigation, 0),
            (SettlementShare, 5_999), (AffiliateShare, 5_000), (SupportedIndustry, 1), (AverageDailyDeposits, Money.Wan(10_000).Fen - 1),
            (PeriodEndDeposits, Money.Wan(30_000).Fen), (PosMonthlyVolume, Money.Wan(800).Fen), (UsesEbanking, 1), (PayrollHeadcount, 150),
            (PayrollMonthly, Money.Wan(80).Fen), (CreditCardsIssued, 20), (SpecialContribution, 0)).Told(Shipped.Policy("corporate-relationship"), "one fen short of quality"));

    [Xunit.Fact]
    public Task Open_between_two_scores() => Verifier.Verify(
        Of(
            CustomerKind.Personal, (TotalAssets, Money.Wan(500).Fen), (CustomerSince, new DateOnly(2022, 6, 30).DayNumber), (EverTransacted, 1),
            (LastTransactionOn, new DateOnly(2026, 6, 1).DayNumber), (ProfitContribution, Money.Yuan(9_999).Fen))
            .Told(Shipped.Policy("key-account-abc"), "a key account of unknown products"));

    [Xunit.Fact]
    public Task Decided_by_two_scores_though_one_is_an_interval() => Verifier.Verify(
        Of(
            CustomerKind.Enterprise, (ProfitContribution, Money.Wan(60).Fen), (AverageDailyDeposits, Money.Wan(1_000).Fen), (SettlementShare, 2_999),
            (SharedFacts.Products, 0b111), (CustomerSince, new DateOnly(2024, 7, 1).DayNumber), (StrategicAgreement, 0), (AssetGrowth12m, 1_999))
            .Told(Shipped.Policy("corporate-value"), "a valuable customer that cannot be attached enough"));

    [Xunit.Fact]
    public Task Decided_by_a_nominal_policy() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (Loans, 1), (Sector, 1)).Told(Shipped.Policy("corporate-segment"), "an institution that owes one fen, of unknown market"));

    [Xunit.Fact]
    public Task Not_applicable_without_a_loan() => Verifier.Verify(
        Of(CustomerKind.Enterprise, (Loans, 0), (StrategicGroupMember, 1)).Told(Shipped.Policy("corporate-stratum"), "a group member without loans"));

    private static Customer Of(CustomerKind kind, params (Fact Fact, long Value)[] facts) =>
        new(kind, facts.Aggregate(FactCatalogue.Shipped.NothingKnown, (known, fact) => known.With(fact.Fact, fact.Value)));
}
