using static Kehu.Domain.Author;
using static Kehu.Domain.DerivedFacts;
using static Kehu.Domain.EnterpriseFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>The two-dimensional evaluation of corporate customers. Source 004, 银行公司机构客户细分及差别化服务方案 一（三）, which gives no numbers.</summary>
public static class CorporateValue
{
    public static readonly PolicyId Id = new("corporate-value");

    private static readonly Citation Source = Citation.From("004", "银行公司机构客户细分及差别化服务方案 一（三）客户群细分");

    private static readonly Criterion BankCounts = BankToCustomer().Scores(
        50, Citation.Set("bank-value-line", "half of the full score", "满分之半"));

    private static readonly Criterion CustomerCounts = CustomerToBank().Scores(
        50, Citation.Set("customer-value-line", "half of the full score", "满分之半"));

    public static Policy Policy { get; } =
        Begin(Id, "Corporate two-way value", "公司客户二维价值评价", Ordering.Nominal, For(CustomerKind.Enterprise), Source)
            .Then(Class("attractive", "Most attractive: both values high", "最具吸引力客户"), AllOf(CustomerCounts, BankCounts))
            .Then(Class("develop", "To develop: valuable to the bank, not yet attached to it", "重点拓展客户"), AllOf(CustomerCounts, BankCounts.Not()))
            .Then(Class("maintain", "To maintain: attached to the bank, of less value to it", "维持客户"), AllOf(CustomerCounts.Not(), BankCounts))
            .Otherwise(Class("watch", "To watch: neither", "观察客户"))
            .Reading(
                "The source lists the indicators of the first dimension without weights, and of the second only the name; "
                    + "points, the second card and the names of three quadrants are house.",
                "来源列出第一维度的指标而未给权重，第二维度仅有名称；分值、第二张评分表及三个象限名称为本行设定。")
            .Reading(
                "Satisfaction, the nature of accounts and balances by product are listed too and cannot be read off the facts; they are left out.",
                "满意程度、账户性质及各项产品余额亦在所列，但无对应事实，未纳入。")
            .Reading(
                "Asset quality is listed with the first dimension; "
                    + "it tells what the customer is worth to the bank and is counted there, with the second (house).",
                "资产质量在来源中列于第一维度；其反映客户对银行的价值，故计入第二维度（本行设定）。");

    private static Scorecard CustomerToBank() => Card(
        "The customer's value to the bank",
        "客户对银行价值",
        Item(
            "profit",
            "利润贡献",
            (ProfitContribution.AtLeast(Money.Wan(50), Citation.Set("profit-top", "a profit of 500 000 yuan a year", "年利润贡献 50 万元")), 40),
            (ProfitContribution.AtLeast(Money.Wan(10), Citation.Set("profit-high", "a profit of 100 000 yuan a year", "年利润贡献 10 万元")), 25),
            (ProfitContribution.AtLeast(Money.Wan(1), Citation.Set("profit-medium", "a profit of 10 000 yuan a year", "年利润贡献 1 万元")), 10)),
        Item(
            "deposits",
            "存款沉淀",
            (AverageDailyDeposits.AtLeast(
                Money.Wan(10_000), Citation.Set("deposits-top", "the deposits of a quality customer", "取优质客户日均存款标准")), 30),
            (AverageDailyDeposits.AtLeast(
                Money.Wan(1_000), Citation.Set("deposits-high", "a tenth of the deposits of a quality customer", "取优质客户日均存款标准的十分之一")), 20),
            (AverageDailyDeposits.AtLeast(
                Money.Wan(50), Citation.Set("deposits-medium", "the line of above-scale customers", "取规模以上客户标准")), 10)),
        Item(
            "affiliates",
            "关联客户",
            (AffiliateShare.AtLeast(Percent.Of(50), Citation.Set("affiliates-high", "the share of a strategic customer", "取战略客户的关联业务占比")), 15),
            (AffiliateShare.AtLeast(Percent.Of(20), Citation.Set("affiliates-medium", "one affiliate in five", "五分之一的关联客户")), 8)),
        Item(
            "asset quality",
            "资产质量",
            (AssetQuality.AtLeast("normal", Citation.Set("quality-normal", "normal claims", "正常类")), 15),
            (AssetQuality.AtLeast("special-mention", Citation.Set("quality-special-mention", "claims of special mention", "关注类")), 8)));

    private static Scorecard BankToCustomer() => Card(
        "The bank's value to the customer",
        "银行对客户价值",
        Item(
            "settlement share",
            "市场份额占比",
            (SettlementShare.AtLeast(Percent.Of(60), Citation.Set("settlement-high", "the share of a strategic customer", "取战略客户的结算占比")), 20),
            (SettlementShare.AtLeast(Percent.Of(30), Citation.Set("settlement-medium", "half of that share", "取其一半")), 10)),
        Item(
            "product coverage",
            "产品覆盖度",
            (ProductCount.AtLeast(5, Citation.Set("products-many", "five products", "五种产品")), 20),
            (ProductCount.AtLeast(3, Citation.Set("products-several", "three products", "三种产品")), 10)),
        Item(
            "years",
            "续存时间",
            (YearsAsCustomer.AtLeast(5, Citation.Set("years-long", "five years with the bank", "建立关系满 5 年")), 15),
            (YearsAsCustomer.AtLeast(2, Citation.Set("years-medium", "two years with the bank", "建立关系满 2 年")), 8)),
        Item(
            "accounts in use",
            "有效账户数",
            (ActiveAccounts.AtLeast(3, Citation.Set("accounts-several", "three accounts in use", "三个有效账户")), 10),
            (ActiveAccounts.AtLeast(1, Citation.Set("accounts-one", "an account in use", "一个有效账户")), 5)),
        Item(
            "activity",
            "活跃程度",
            (MonthlyTransactions.AtLeast(20, Citation.Set("transactions-many", "about a transaction on every working day", "约每个工作日一笔")), 10),
            (MonthlyTransactions.AtLeast(3, Citation.Set("transactions-some", "regular use", "经常使用")), 5)),
        Item("executives", "高管人员", (ExecutivesAreVip.Is(Citation.Set("executives", "its executives are VIP customers", "高管人员为本行 VIP 客户")), 10)),
        Item("growth", "业务增长率", (AssetGrowth12m.AtLeast(Percent.Of(20), Citation.Set("growth", "growth by a fifth in a year", "一年增长五分之一")), 10)),
        Item("agreement", "合作签约", (StrategicAgreement.Is(Citation.Set("agreement", "a signed agreement", "已签合作协议")), 5)));
}
