using static Kehu.Domain.Make;

namespace Kehu.Domain;

/// <summary>Facts of both kinds of customer. Source: the fact catalogue, "Both kinds".</summary>
public static class SharedFacts
{
    public static readonly Fact.Amount TotalAssets = Both(
        "totalAssets", "↑", "total assets", "总资产",
        "assets the customer holds with the bank; for persons the assets under management", "客户在本行的存款、投资与理财总额；个人即管理资产规模")
        .Balance();

    public static readonly Fact.Amount Deposits = Both(
        "deposits", "↑", "deposits", "存款余额",
        "deposit balance", "存款余额")
        .Balance();

    public static readonly Fact.Amount Loans = Both(
        "loans", "↑=", "loans", "贷款余额",
        "loan balance", "贷款余额")
        .Balance();

    public static readonly Fact.Amount Investments = Both(
        "investments", "↑", "investments", "投资余额",
        "wealth products, funds, insurance and securities", "理财、基金、保险与证券")
        .Balance();

    public static readonly Fact.Amount AnnualTransactionVolume = Both(
        "annualTransactionVolume", "↑", "annual transaction volume", "年交易额",
        "transaction amount over the last 12 months", "最近 12 个月交易金额")
        .Balance();

    public static readonly Fact.Count MonthlyTransactions = Both(
        "monthlyTransactions", "↑", "monthly transactions", "月均交易笔数",
        "customer-initiated transactions per month, mean of the last 3 months, rounded down (house)", "客户主动发起的月均交易笔数，取最近 3 个月均值并向下取整（本行设定）")
        .Count();

    public static readonly Fact.Day LastTransactionOn = Both(
        "lastTransactionOn", "↑", "last transaction on", "最近交易日",
        "last customer-initiated transaction", "最近一次客户主动发起的交易日期")
        .PastDay();

    public static readonly Fact.Flag EverTransacted = Both(
        "everTransacted", "↑", "ever transacted", "曾有交易",
        "whether there ever was a customer-initiated transaction; read as true where it is left out beside lastTransactionOn", "是否曾有客户主动发起的交易；有最近交易日而未填时视为有")
        .Flag();

    public static readonly Fact.Amount InterestIncome = Both(
        "interestIncome", "", "interest income", "利息收入",
        "interest the bank earned from the customer in 12 months", "本行 12 个月内来自该客户的利息收入")
        .Result();

    public static readonly Fact.Amount FeeIncome = Both(
        "feeIncome", "", "fee income", "手续费收入",
        "fees the bank earned from the customer in 12 months", "本行 12 个月内来自该客户的手续费收入")
        .Result();

    public static readonly Fact.Amount ProfitContribution = Both(
        "profitContribution", "↑", "profit contribution", "利润贡献",
        "profit over 12 months; read as the sum of interest and fee income where it is left out beside both", "12 个月利润贡献；未填而利息与手续费收入均已知时视为两者之和")
        .Result();

    public static readonly Fact.Day CustomerSince = Both(
        "customerSince", "↓=", "customer since", "建立关系日",
        "start of the relationship", "客户关系开始日期")
        .PastDay();

    public static readonly Fact.Day ClosedOn = Both(
        "closedOn", "", "closed on", "关系终止日",
        "the relationship ended on; a customer without it is not closed", "客户关系终止日期；未填即未终止")
        .Day();

    public static readonly Fact.Several Products = Both(
        "products", "↑", "products", "持有产品",
        "products held", "持有的产品")
        .Several(
            ("wealth-gold-card", "wealth gold card", "理财金卡"),
            ("credit-card", "credit card", "信用卡"),
            ("ebank-usb-key", "e-bank USB key", "网银U盾"),
            ("mobile-banking", "mobile banking", "手机银行"),
            ("time-deposit", "time deposit", "定期存款"),
            ("wealth-product", "wealth product", "理财产品"),
            ("fund", "fund", "基金"),
            ("insurance", "insurance", "保险"),
            ("precious-metal", "precious metal", "贵金属"),
            ("third-party-custody", "third-party custody", "第三方存管"),
            ("mortgage", "mortgage", "住房贷款"),
            ("consumer-loan", "consumer loan", "消费贷款"),
            ("business-loan", "business loan", "经营贷款"),
            ("payroll", "payroll", "代发工资"),
            ("pos", "POS terminal", "POS机"),
            ("corporate-ebanking", "corporate e-banking", "企业网银"),
            ("cash-management", "cash management", "现金管理"),
            ("trade-finance", "trade finance", "贸易融资"),
            ("guarantee", "guarantee", "保函"),
            ("bond-underwriting", "bond underwriting", "债券承销"));

    public static readonly Fact.Count ProductPurchases12m = Both(
        "productPurchases12m", "↑", "product purchases in 12 months", "近 12 个月购买次数",
        "product purchases in 12 months", "12 个月内购买产品的次数")
        .Count();

    public static readonly Fact.Amount ExternalAssets = Both(
        "externalAssets", "↑", "external assets", "他行资产",
        "estimated assets held with other banks", "在他行资产的估计值")
        .Balance();

    public static readonly Fact.Share AssetGrowth12m = Both(
        "assetGrowth12m", "↑", "asset growth in 12 months", "近 12 个月资产增长率",
        "change of total assets over 12 months", "总资产 12 个月变动率")
        .Share(-100, 10_000);

    public static readonly Fact.Amount DepositAmount = Both(
        "depositAmount", "↑", "time deposit amount", "定期存款金额",
        "time deposits: the sum of the positions", "定期存款合计金额")
        .Balance();

    public static readonly Fact.Count DepositTermMonths = Both(
        "depositTermMonths", "↑", "time deposit term", "定期存款期限",
        "time deposits: the longest term in months", "定期存款最长期限（月）")
        .Count();

    public static readonly Fact.Count DepositsPerYear = Both(
        "depositsPerYear", "↑", "time deposits per year", "年存款次数",
        "time deposits: placements in the last 12 months", "最近 12 个月存入次数")
        .Count();

    public static Arr<Fact> All { get; } = Array<Fact>(
        TotalAssets, Deposits, Loans, Investments, AnnualTransactionVolume, MonthlyTransactions, LastTransactionOn, EverTransacted,
        InterestIncome, FeeIncome, ProfitContribution, CustomerSince, ClosedOn, Products, ProductPurchases12m, ExternalAssets,
        AssetGrowth12m, DepositAmount, DepositTermMonths, DepositsPerYear);

    private static FactHead Both(string name, string marks, string en, string zh, string meaningEn, string meaningZh) =>
        Head(FactScope.Both, name, marks, en, zh, meaningEn, meaningZh);
}
