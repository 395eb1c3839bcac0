using static Kehu.Domain.Author;
using static Kehu.Domain.DerivedFacts;
using static Kehu.Domain.EnterpriseFacts;

namespace Kehu.Domain;

/// <summary>Strategic, quality, sustained and potential corporate customers. Source 004, 银行客户分类方案 (last document), 一(二).</summary>
public static class CorporateRelationship
{
    public static readonly PolicyId Id = new("corporate-relationship");

    public static Policy Policy { get; } =
        Begin(Id, "Corporate relationship", "公司客户分类", Ordering.Ranked, For(CustomerKind.Enterprise), Source(""))
            .Then(
                Class("strategic", "Strategic customer", "战略客户").Offering(
                    Measures.Financing(Care("一")), Measures.Settlement(Care("一")), Measures.FundManagement(Care("一")), Measures.StaffBanking(Care("一"))),
                Strategic())
            .ThenExceptAbove(
                Class("quality", "Quality customer", "优质客户").Offering(Measures.FundingFollowUp(Care("二"))),
                AnyOf(SpecialContribution.Is(Source("2(8)")), Quality()),
                Source("2(1）「战略客户范围以外」"))
            .ThenExceptAbove(
                Class("sustained", "Customer of sustained contribution", "持续贡献客户").Offering(
                    Measures.Settlement(Care("三")), Measures.ClusterProgramme(Care("三"))),
                Sustained(),
                Citation.Own("the classes are tested from the highest; the source lists them in that order", "按由高到低的次序判定；来源即按此次序列出"))
            .Otherwise(Class("potential", "Potential customer", "潜在合作客户").Offering(Measures.SupplyChain(Care("四"))))
            .Reading(
                "The source lists conditions (1) to (8) without saying how they combine. "
                    + "(1) to (7) are read as all required; (8), special contribution, reads as an admission of its own.",
                "来源列出条件（1）至（8）而未说明如何组合。（1）至（7）按须同时满足理解；（8）特殊贡献按单独准入理解。")
            .Reading(
                "Special contribution is named for quality and for sustained customers; it admits to the higher class.",
                "特殊贡献在优质与持续贡献客户中均有列名；按准入较高类别处理。")
            .Reading(
                "For sustained customers the source names medium, small and micro firms; a large firm that misses quality is admitted too "
                    + "(house: better facts then never lower a class).",
                "来源的持续贡献客户限于中小微型企业；未达优质标准的大型企业亦予纳入（本行设定：条件更好不致降级）。")
            .Reading(
                "\"In principle 60 %\" of settlement may be relaxed by an override, not by the rule.",
                "“原则上60%”的结算占比可经人工调整放宽，规则本身不放宽。");

    private static Criterion Strategic() => AllOf(
        EntityType.OneOf(
            Source("1(1)"),
            "central-soe", "provincial-soe-leader", "monopoly-institution", "china-top-500", "industry-top-100", "headquarters-group-chain", "listed-company"),
        StrategicAgreement.Is(Source("1(2)")),
        ChannelLeverage.Is(Source("1(3)")),
        SoundFinances.Is(Source("1(4)")),
        MarginGap.AtLeast(0, Source("1(4)")),
        CreditRating.AtLeast("a", Source("1(5)")),
        AdverseRecord.Is(Source("1(5)")).Not(),
        Litigation.Is(Source("1(5)")).Not(),
        SettlementShare.AtLeast(Percent.Of(60), Source("1(6)")),
        AffiliateShare.AtLeast(Percent.Of(50), Source("1(6)")));

    private static Criterion Quality() => AllOf(
        AnyOf(
            AllOf(
                EnterpriseSize.Id.Gives(Source("2(1)"), "large"),
                AnyOf(SupportedIndustry.Is(Source("2(1)")), MajorContribution.Is(Source("2(1)")))),
            HeadOfficeSupported.Is(Source("2(1)"))),
        AverageDailyDeposits.AtLeast(Money.Wan(10_000), Source("2(2)")),
        PeriodEndDeposits.AtLeast(Money.Wan(30_000), Source("2(3)")),
        PosMonthlyVolume.AtLeast(Money.Wan(800), Source("2(4)")),
        UsesEbanking.Is(Source("2(5)")),
        PayrollHeadcount.AtLeast(150, Source("2(6)")),
        PayrollMonthly.AtLeast(Money.Wan(80), Source("2(6)")),
        CreditCardsIssued.AtLeast(20, Source("2(7)")));

    private static Criterion Sustained() => AllOf(
        AnyOf(SupportedIndustry.Is(Source("3(1)")), MajorContribution.Is(Source("3(1)"))),
        AverageDailyDeposits.AtLeast(Money.Wan(8_000), Source("3(2)")),
        PeriodEndDeposits.AtLeast(Money.Wan(15_000), Source("3(3)")),
        PosMonthlyVolume.AtLeast(Money.Wan(500), Source("3(4)")),
        UsesEbanking.Is(Source("3(5)")),
        PayrollHeadcount.AtLeast(100, Source("3(6)")),
        PayrollMonthly.AtLeast(Money.Wan(50), Source("3(6)")),
        CreditCardsIssued.AtLeast(10, Source("3(7)")));

    private static Citation Care(string clause) => Citation.From("004", $"银行客户分类方案 二（{clause}）");

    private static Citation Source(string clause) => Citation.From("004", $"银行客户分类方案 一（二）{clause}");
}
