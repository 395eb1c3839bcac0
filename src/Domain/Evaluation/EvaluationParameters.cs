namespace Kehu.Domain;

/// <summary>The numbers of the evaluation, each with its source. Weights of the score sum to 100.</summary>
public static class EvaluationParameters
{
    private static readonly Interval Shares = new(0, 10_000);

    public static readonly EvaluationParameter Satisfaction = Share(
        "satisfaction-target", "share of the satisfied, at least", "满意率下限", 90,
        Citation.From("002", "一.1、附录2"));

    public static readonly EvaluationParameter Churn = Share(
        "churn-target", "churn in twelve months, at most", "十二个月流失率上限", 5,
        Citation.From("002", "一.1"));

    public static readonly EvaluationParameter CrossSell = Share(
        "cross-sell-target", "share of customers with several products, at least", "持有多种产品的客户占比下限", 30,
        Citation.From("002", "一.1"));

    public static readonly EvaluationParameter CrossSellProducts = Number(
        "cross-sell-products", "products from which a customer holds several", "视为持有多种产品的最少产品数", new Interval(2, 20), 2,
        Citation.Set("cross-sell-products", "two products are several", "两种即视为多种"));

    public static readonly EvaluationParameter FilingFrom5 = Share(
        "filing-from-50000-target", "complete files from 50 000 yuan on, at least", "资产 5 万元以上客户建档率下限", 80,
        Filing);

    public static readonly EvaluationParameter FilingFrom20 = Share(
        "filing-from-200000-target", "complete files from 200 000 yuan on, at least", "资产 20 万元以上客户建档率下限", 90,
        Filing);

    public static readonly EvaluationParameter FilingFrom100 = Share(
        "filing-from-1000000-target", "complete files from 1 000 000 yuan on, at least", "资产 100 万元以上客户建档率下限", 100,
        Filing);

    public static readonly EvaluationParameter FilingOfNew = Share(
        "filing-new-target", "complete files of new customers, at least", "新增客户建档率下限", 100,
        Filing);

    public static readonly EvaluationParameter ProductKinds = Share(
        "product-kinds-target", "share of wealthy customers with enough kinds of product, at least", "产品种类达标的高端客户占比下限", 100,
        Citation.Set("product-kinds-target", "the source asks it of every such customer", "来源对每位此类客户均有要求"));

    public static readonly EvaluationParameter LeastKinds = Number(
        "product-kinds", "kinds of product a customer of 1 000 000 yuan is to hold", "资产 100 万元以上客户应持有的产品种类数", new Interval(1, 20), 5,
        ProductCoverage);

    public static readonly EvaluationParameter KeyProducts = Share(
        "key-product-target", "coverage with each key product, at least", "每种重点产品覆盖率下限", 80,
        ProductCoverage);

    public static readonly EvaluationParameter Complaints = Share(
        "complaint-timeliness-target", "complaints taken up and followed up in time, at least", "投诉及时受理并回访的占比下限", 95,
        Citation.Set("complaint-timeliness-target", "the source asks for it in time, without a number", "来源要求及时，未规定数值"));

    public static readonly EvaluationParameter SettlementDays = Number(
        "complaint-settlement-days", "working days within which a complaint is settled", "投诉应在多少个工作日内办结", new Interval(1, 250), 10,
        Citation.Set("complaint-settlement-days", "the source asks for prompt handling, without a number", "来源要求及时处理，未规定期限"));

    public static readonly EvaluationParameter RepeatPurchase = Share(
        "repeat-purchase-target", "share of buyers who buy again, at least", "重复购买客户占比下限", 50,
        Citation.Set("repeat-purchase-target", "the source names the measure without a number", "来源列出该指标，未规定数值"));

    public static readonly EvaluationParameter Compliance = Share(
        "service-compliance-target", "duties kept in time, at least", "按时履行的义务占比下限", 100,
        Citation.Set("service-compliance-target", "what is owed is owed whole", "应尽义务应全部履行"));

    public static readonly EvaluationParameter Losses = Number(
        "wealth-100-losses-target", "wealthy customers lost, at most", "高端客户流失数上限", new Interval(0, 1_000_000), 0,
        Citation.Set("wealth-100-losses-target", "the source holds the levels responsible for each loss", "来源规定各层级承担流失责任"));

    public static readonly EvaluationParameter SatisfactionWeight = Weight("score-satisfaction", "satisfaction", "满意度", 40);

    public static readonly EvaluationParameter ComplianceWeight = Weight("score-service-compliance", "duties kept", "履约", 30);

    public static readonly EvaluationParameter FilingWeight = Weight("score-filing-coverage", "complete files", "建档", 10);

    public static readonly EvaluationParameter ProductWeight = Weight("score-key-product-coverage", "key products", "重点产品覆盖", 10);

    public static readonly EvaluationParameter ChurnWeight = Weight("score-churn", "customers kept", "客户保有", 10);

    public static readonly EvaluationParameter LeastWeight = Number(
        "score-least-weight", "points of 100 that must be known for a place in the ranking", "参与排名所需的最低已知分数", new Interval(1, 100), 60,
        Citation.Set("score-least-weight", "who is known by little is not ranked", "已知信息过少者不参与排名"));

    /// <summary>Every number, in the order of the indicators.</summary>
    public static Arr<EvaluationParameter> All { get; } = Array(
        Satisfaction, Churn, CrossSell, CrossSellProducts, FilingFrom5, FilingFrom20, FilingFrom100, FilingOfNew, ProductKinds, LeastKinds,
        KeyProducts, Complaints, SettlementDays, RepeatPurchase, Compliance, Losses, SatisfactionWeight, ComplianceWeight, FilingWeight,
        ProductWeight, ChurnWeight, LeastWeight);

    /// <summary>The weights of the score, which sum to 100.</summary>
    public static Arr<EvaluationParameter> Weights { get; } = Array(SatisfactionWeight, ComplianceWeight, FilingWeight, ProductWeight, ChurnWeight);

    private static Citation Filing => Citation.From("001", "第四篇 六（一）");

    private static Citation ProductCoverage => Citation.From("001", "第四篇 六（三）");

    private static EvaluationParameter Share(string name, string en, string zh, long percent, Citation citation) =>
        new(name, new Label(en, zh), ParameterUnit.Percent, Shares, percent * 100, citation);

    private static EvaluationParameter Number(string name, string en, string zh, Interval bounds, long number, Citation citation) =>
        new(name, new Label(en, zh), ParameterUnit.Count, bounds, number, citation);

    private static EvaluationParameter Weight(string name, string en, string zh, long points) => Number(
        name, $"points of 100 for {en} in the score", $"评分中“{zh}”所占分数", new Interval(0, 100), points,
        Citation.Set(name, "the source names satisfaction and performance without weights", "来源列出满意度与业绩，未规定权重"));
}
