namespace Kehu.Domain;

/// <summary>A named amount of a plan, a cost or a benefit, not negative.</summary>
public sealed record PlanItem(string Name, Money Amount);

/// <summary>
/// What a plan costs and brings: costs once at the start, every quarter and every year, and benefits every year, over so many years, at a
/// yearly discount rate. Source 002, 三.4.
/// </summary>
public sealed record CostPlan(Arr<PlanItem> OneOff, Arr<PlanItem> Quarterly, Arr<PlanItem> Yearly, Arr<PlanItem> Benefits, int Years, Percent DiscountRate)
{
    /// <summary>Customers whom the plan keeps, where it is said; a benefit of every year beside the others.</summary>
    public Option<Retention> Retention { get; init; }

    /// <summary>
    /// The source's own figures: tools 50 000 once, events 100 000 a quarter, a dedicated manager 200 000 a year, against 500 000 of income and
    /// 150 000 of losses avoided a year. That the benefits recur is house.
    /// </summary>
    public static CostPlan OfTheSource { get; } = new(
        Array(new PlanItem("客户数据分析工具", Money.Wan(5))),
        Array(new PlanItem("客户活动费用", Money.Wan(10))),
        Array(new PlanItem("专属客户经理", Money.Wan(20))),
        Array(new PlanItem("存款和交易收入", Money.Wan(50)), new PlanItem("减少客户流失损失", Money.Wan(15))),
        2,
        Percent.Of(0));
}
