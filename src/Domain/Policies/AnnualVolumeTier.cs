using static Kehu.Domain.Author;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Personal customers and small or micro enterprises by annual transaction volume. Source 002, 一.2, 三.2.1, 附录1.</summary>
public static class AnnualVolumeTier
{
    public static readonly PolicyId Id = new("annual-volume-tier");

    private static readonly Citation Tiers = Citation.From("002", "三.2.1、附录1");

    private static readonly Citation Care = Citation.From("002", "三.2.2");

    private static readonly Citation Covered = Citation.From("002", "一.2");

    public static Policy Policy { get; } =
        Begin(Id, "Annual volume tiers", "年交易额分层", Ordering.Ranked, Scopes(), Covered, Tiers)
            .Then(
                Class("high", "High-value customer", "高价值客户", Churn("2 %"), Risk("low", "低"))
                    .Offering(Measures.DedicatedManager(Care), Measures.TailoredProducts(Care)),
                AnnualTransactionVolume.AtLeast(Money.Wan(10), Tiers))
            .Then(
                Class("medium", "Medium-value customer", "中价值客户", Churn("5 %"), Risk("medium", "中等"))
                    .Offering(Measures.MarketInformation(Care), Measures.RecommendedProducts(Care), Measures.OfflineEvents(Care)),
                AnnualTransactionVolume.AtLeast(Money.Wan(5), Tiers))
            .Otherwise(
                Class("low", "Low-value customer", "低价值客户", Churn("10 %"), Risk("high", "高"))
                    .Offering(Measures.DigitalChannels(Care), Measures.Promotions(Care)))
            .Reading(
                "The source prints the low tier as \"5万元\"; the \"<\" was lost. It is read as below 50 000 yuan.",
                "来源将低价值客户印作“5万元”，“<”号脱落；按低于 5 万元理解。")
            .Reading(
                "The source names no period for the expected churn; a year is taken (house).",
                "来源未说明流失率的期间；按一年理解（本行设定）。");

    private static Arr<Scope> Scopes() => Array(
        new Scope(CustomerKind.Personal, None),
        new Scope(CustomerKind.Enterprise, Some(new Applicability(
            EnterpriseSize.Id.Gives(Covered, "small", "micro"),
            new Label("the policy is for small and micro enterprises only", "该办法仅适用于小型、微型企业")))));

    private static Note Churn(string share) => new(
        "expected-churn", new Label("expected churn in a year", "年预期流失率"), Label.Same(share), Citation.From("002", "附录1"));

    private static Note Risk(string en, string zh) => new(
        "churn-risk", new Label("expected churn risk", "流失风险"), new Label(en, zh), Citation.From("002", "三.2.1"));
}
