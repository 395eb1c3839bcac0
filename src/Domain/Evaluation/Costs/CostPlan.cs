namespace Kehu.Domain;

/// <summary>A named amount of a plan, a cost or a benefit, not negative.</summary>
public sealed record PlanItem(string Name, Money Amount)
{
    /// <summary>An amount of a plan as it is sent.</summary>
    internal static Form<Money> Yuan { get; } = new Form.Amount(Money.Limit, CostPlan.NumberFault);

    /// <summary>An item as it is sent.</summary>
    public static Contract<PlanItem> Contract { get; } = new(
        "A named amount in yuan.",
        new PlanItem("", default),
        Sent<PlanItem>.Needed("name", CustomerRecord.Text, (item, name) => item with { Name = name }),
        Sent<PlanItem>.Needed("amount", Yuan, (item, amount) => item with { Amount = amount }))
    {
        Name = "PlanItem",
    };
}

/// <summary>
/// What a plan costs and brings: costs once at the start, every quarter and every year, and benefits every year, over so many years, at a
/// yearly discount rate. Source 002, 三.4.
/// </summary>
public sealed record CostPlan(Arr<PlanItem> OneOff, Arr<PlanItem> Quarterly, Arr<PlanItem> Yearly, Arr<PlanItem> Benefits, int Years, Percent DiscountRate)
{
    /// <summary>The most years of a plan (house).</summary>
    public const int MostYears = 50;

    /// <summary>The most items of a list (house).</summary>
    public const int MostItems = 1_000;

    /// <summary>The highest discount rate in basis points: 100 % a year (house).</summary>
    private const long HighestRate = 10_000;

    internal const string NumberFault = "plan.number";

    /// <summary>Customers whom the plan keeps, where it is said; a benefit of every year beside the others.</summary>
    public Option<Retention> Retention { get; init; }

    private static Form<Arr<PlanItem>> Items { get; } = new Form.List<PlanItem>(PlanItem.Contract)
    {
        Most = (MostItems, Fault.At("", "plan.too-many", $"a list has at most {MostItems} items; add some up", $"每个列表最多 {MostItems} 项，请合并部分项目")),
    };

    /// <summary>A plan as it is sent.</summary>
    public static Contract<CostPlan> Contract { get; } = new(
        $"What a plan costs and brings, over 1 to {MostYears} years; lists of at most {MostItems} items.",
        new CostPlan(Arr<PlanItem>.Empty, Arr<PlanItem>.Empty, Arr<PlanItem>.Empty, Arr<PlanItem>.Empty, 1, Percent.Of(0)),
        Sent<CostPlan>.Needed("oneOff", Items, (plan, items) => plan with { OneOff = items }),
        Sent<CostPlan>.Needed("quarterly", Items, (plan, items) => plan with { Quarterly = items }),
        Sent<CostPlan>.Needed("yearly", Items, (plan, items) => plan with { Yearly = items }),
        Sent<CostPlan>.Needed("benefits", Items, (plan, items) => plan with { Benefits = items }),
        Sent<CostPlan>.Needed("years", new Form.Count(1, MostYears), (plan, years) => plan with { Years = years }),
        Sent<CostPlan>.Optional("discountRate", new Form.Hundredths(HighestRate, NumberFault), (plan, rate) => plan with { DiscountRate = new Percent(rate) })
            with
        { Says = "In percent a year; 0 where left out." },
        Sent<CostPlan>.Optional("retention", Domain.Retention.Contract, (plan, retention) => plan with { Retention = retention }))
    {
        Name = "CostPlan",
    };

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
