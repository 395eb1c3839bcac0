using static Kehu.Domain.Make;

namespace Kehu.Domain;

/// <summary>Facts of enterprise customers. Source: the fact catalogue, "Enterprise".</summary>
public static class EnterpriseFacts
{
    public static readonly Fact.Choice Industry = Of(
        "industry", "=", "industry", "行业",
        "the industry of the size table", "统计划型所用行业")
        .Choice(
            ("agriculture", "agriculture, forestry, animal husbandry and fishery", "农、林、牧、渔业"),
            ("industry", "industry", "工业"),
            ("construction", "construction", "建筑业"),
            ("wholesale", "wholesale", "批发业"),
            ("retail", "retail", "零售业"),
            ("transport", "transport", "交通运输业"),
            ("warehousing", "warehousing", "仓储业"),
            ("postal", "postal services", "邮政业"),
            ("accommodation", "accommodation", "住宿业"),
            ("catering", "catering", "餐饮业"),
            ("information-transmission", "information transmission", "信息传输业"),
            ("software-it", "software and information technology services", "软件和信息技术服务业"),
            ("real-estate", "real-estate development", "房地产开发经营"),
            ("property-management", "property management", "物业管理"),
            ("leasing-business-services", "leasing and business services", "租赁和商务服务业"),
            ("other", "other industries", "其他未列明行业"));

    public static readonly Fact.Count Employees = Of(
        "employees", "↑", "employees", "从业人员",
        "people employed", "从业人员数")
        .Count();

    public static readonly Fact.Amount AnnualRevenue = Of(
        "annualRevenue", "↑", "annual revenue", "营业收入",
        "operating income or sales in a year", "年营业收入或销售收入")
        .Balance();

    public static readonly Fact.Amount BookAssets = Of(
        "bookAssets", "↑", "book assets", "资产总额",
        "total assets on the balance sheet", "资产负债表资产总额")
        .Balance();

    public static readonly Fact.Amount NetProfit = Of(
        "netProfit", "↑", "net profit", "净利润",
        "net profit of the year", "年净利润")
        .Result();

    public static readonly Fact.Share ProfitMargin = Of(
        "profitMargin", "↑", "profit margin", "利润率",
        "own profit margin", "本企业利润率")
        .Share(-1_000, 1_000);

    public static readonly Fact.Share IndustryMargin = Of(
        "industryMargin", "↓=", "industry margin", "同业平均利润率",
        "average profit margin of its peers", "同业平均利润率")
        .Share(-1_000, 1_000);

    public static readonly Fact.Choice Ownership = Of(
        "ownership", "", "ownership", "所有制",
        "ownership", "所有制类型")
        .Choice(
            ("state-owned", "state-owned", "国有"),
            ("private", "private", "民营"),
            ("foreign-invested", "foreign-invested", "外资"),
            ("other", "other", "其他"));

    public static readonly Fact.Count CountriesOfOperation = Of(
        "countriesOfOperation", "↑", "countries of operation", "经营国家数",
        "countries it operates in", "经营所在国家数")
        .Count();

    public static readonly Fact.Choice Sector = Of(
        "sector", "", "sector", "客户性质",
        "company or institution", "公司类或机构类")
        .Choice(
            ("company", "company", "公司类"),
            ("institution", "institution", "机构类"));

    public static readonly Fact.Choice Market = Of(
        "market", "", "market", "所属市场",
        "the market it belongs to", "所属市场")
        .Choice(
            ("traditional", "traditional", "传统"),
            ("emerging", "emerging (internet, internet of things, mobile payment)", "新兴市场（互联网、物联网、移动支付）"),
            ("real-estate", "real estate", "房地产"));

    public static readonly Fact.Flag LowerLargeSalesThreshold = Of(
        "lowerLargeSalesThreshold", "↑=", "lower sales limit for large", "适用较低的大型销售标准",
        "its industry is one of those with the sales limit of 150 million yuan", "所属行业适用 1.5 亿元的大型客户销售标准")
        .Flag();

    public static readonly Fact.Flag StrategicGroupMember = Of(
        "strategicGroupMember", "↑=", "strategic group member", "总战客户成员",
        "on head office's list of strategic groups or a member unit of one", "总行战略客户名单内的集团或其成员单位")
        .Flag();

    public static readonly Fact.Choice EntityType = Of(
        "entityType", "", "entity type", "主体类型",
        "the kind of entity by standing", "企业主体类型")
        .Choice(
            ("central-soe", "large group directly under the central state-assets commission", "国务院国资委直属中央大型、特大型企业集团"),
            ("provincial-soe-leader", "leading enterprise controlled by a provincial state-assets commission", "省国资委控股龙头企业"),
            ("monopoly-institution", "large institution or enterprise of monopoly character", "具有垄断性质的大型优质企事业单位"),
            ("china-top-500", "among China's top 500", "国内500强企业"),
            ("industry-top-100", "among the top 100 of its industry", "行业100强企业"),
            ("headquarters-group-chain", "large headquarters, group or chain", "大型总部型、集团型、连锁型客户"),
            ("listed-company", "sound listed company", "优良上市公司"),
            ("other", "other", "其他"));

    public static readonly Fact.Flag StrategicAgreement = Of(
        "strategicAgreement", "↑", "strategic agreement", "战略合作协议",
        "signed, with fully exclusive strategic cooperation", "已签订并可开展全面排他性战略合作")
        .Flag();

    public static readonly Fact.Flag ChannelLeverage = Of(
        "channelLeverage", "↑", "channel leverage", "渠道带动能力",
        "its position, brand or sales network can carry the bank's channels", "其行业、品牌或销售网络可带动本行渠道建设")
        .Flag();

    public static readonly Fact.Flag SoundFinances = Of(
        "soundFinances", "↑=", "sound finances", "财务稳健",
        "large assets, reasonable structure, ample cash flow, clear main business, strong at winning markets", "资产规模较大、结构合理、现金流充足、主业突出、市场拓展能力强")
        .Flag();

    public static readonly Fact.Grade CreditRating = Of(
        "creditRating", "↑", "credit rating", "信用等级",
        "internal credit rating", "信用评级")
        .Grade(
            ("c", "C", "C级"),
            ("b", "B", "B级"),
            ("bb", "BB", "BB级"),
            ("bbb", "BBB", "BBB级"),
            ("a", "A", "A级"),
            ("aa", "AA", "AA级"),
            ("aaa", "AAA", "AAA级"));

    public static readonly Fact.Flag AdverseRecord = Of(
        "adverseRecord", "↓", "adverse record", "不良信用记录",
        "bad credit record", "存在不良信用记录")
        .Flag();

    public static readonly Fact.Flag Litigation = Of(
        "litigation", "↓", "litigation", "涉诉或履约纠纷",
        "the enterprise or its legal representative is in litigation or a contract dispute", "企业或法定代表人涉诉、存在履约纠纷")
        .Flag();

    public static readonly Fact.Share SettlementShare = Of(
        "settlementShare", "↑", "settlement share", "结算占比",
        "share of its settlement done with the bank", "在本行办理的结算业务占比")
        .Share(0, 100);

    public static readonly Fact.Share AffiliateShare = Of(
        "affiliateShare", "↑", "affiliate share", "关联客户占比",
        "share of affiliates, suppliers and buyers doing business with the bank", "与本行合作的关联及上下游客户占比")
        .Share(0, 100);

    public static readonly Fact.Flag SupportedIndustry = Of(
        "supportedIndustry", "↑=", "supported industry", "重点支持行业",
        "in an industry supported by national or regional strategy", "属于国家及地方区域性发展战略重点支持行业")
        .Flag();

    public static readonly Fact.Flag MajorContribution = Of(
        "majorContribution", "↑=", "major contribution", "较大贡献",
        "larger contribution in business or overall, judged by the sub-branch (house)", "业务或综合贡献度较大，由支行判定（本行设定）")
        .Flag();

    public static readonly Fact.Flag HeadOfficeSupported = Of(
        "headOfficeSupported", "↑=", "supported by head office", "总行支持客户",
        "quality customer supported by head office by name", "总行支持的优质客户")
        .Flag();

    public static readonly Fact.Amount AverageDailyDeposits = Of(
        "averageDailyDeposits", "↑", "average daily deposits", "日均对公存款",
        "corporate deposits, daily average", "对公存款日均余额")
        .Balance();

    public static readonly Fact.Amount PeriodEndDeposits = Of(
        "periodEndDeposits", "↑", "period-end deposits", "时点对公存款",
        "lowest of the month-, quarter- and year-end deposits", "月末、季末、年末对公存款的最低值")
        .Balance();

    public static readonly Fact.Amount PosMonthlyVolume = Of(
        "posMonthlyVolume", "↑", "monthly POS volume", "POS 月结算量",
        "POS settlement per month", "POS 机月结算量")
        .Balance();

    public static readonly Fact.Flag UsesEbanking = Of(
        "usesEbanking", "↑", "uses e-banking", "使用企业网银",
        "corporate e-banking opened and used for daily settlement", "已开立企业网银并用于日常结算")
        .Flag();

    public static readonly Fact.Count PayrollHeadcount = Of(
        "payrollHeadcount", "↑", "payroll headcount", "代发人数",
        "people paid through the bank", "代发工资人数")
        .Count();

    public static readonly Fact.Amount PayrollMonthly = Of(
        "payrollMonthly", "↑", "monthly payroll", "月代发额",
        "payroll amount per month", "月代发工资金额")
        .Balance();

    public static readonly Fact.Count CreditCardsIssued = Of(
        "creditCardsIssued", "↑", "credit cards issued", "信用卡张数",
        "the bank's credit cards issued to its staff", "为其员工办理的本行信用卡张数")
        .Count();

    public static readonly Fact.Flag SpecialContribution = Of(
        "specialContribution", "↑=", "special contribution", "特殊贡献",
        "special contribution, recognised by name", "对本行有特殊贡献")
        .Flag();

    public static readonly Fact.Share AccountUtilisation = Of(
        "accountUtilisation", "↑", "account utilisation", "账户使用率",
        "turnover over average balance in the last quarter (house definition)", "上季度账户发生额与平均余额之比（本行定义）")
        .Share(0, 10_000);

    public static readonly Fact.Count LargeTransfers90d = Of(
        "largeTransfers90d", "↑", "large transfers in 90 days", "近 90 天大额转账笔数",
        "transfers of 500 000 yuan (house) and more in 90 days", "90 天内 50 万元（本行设定）及以上的转账笔数")
        .Count();

    public static readonly Fact.Count ActiveAccounts = Of(
        "activeAccounts", "↑", "active accounts", "有效账户数",
        "accounts in use", "使用中的账户数")
        .Count();

    public static readonly Fact.Flag ExecutivesAreVip = Of(
        "executivesAreVip", "↑", "executives are VIP", "高管为本行 VIP",
        "its executives are VIP customers of the bank", "高管人员为本行 VIP 客户")
        .Flag();

    public static readonly Fact.Grade AssetQuality = Of(
        "assetQuality", "↑", "asset quality", "资产质量",
        "five-grade loan classification", "贷款五级分类")
        .Grade(
            ("loss", "loss", "损失"),
            ("doubtful", "doubtful", "可疑"),
            ("substandard", "substandard", "次级"),
            ("special-mention", "special mention", "关注"),
            ("normal", "normal", "正常"));

    public static readonly Fact.Count YearsInBusiness = Of(
        "yearsInBusiness", "↑", "years in business", "经营年限",
        "whole years in business", "经营年数")
        .Count();

    public static readonly Fact.Flag BrandAgency = Of(
        "brandAgency", "↑", "brand agency", "品牌代理权",
        "holds a well-known brand's agency or a supermarket's delivery right", "拥有知名品牌代理权或大型商超配送权")
        .Flag();

    public static readonly Fact.Flag BasicAccount = Of(
        "basicAccount", "↑", "basic account", "基本结算账户",
        "its basic settlement account is here", "基本结算账户开立在本行")
        .Flag();

    public static Arr<Fact> All { get; } = Array<Fact>(
        Industry, Employees, AnnualRevenue, BookAssets, NetProfit, ProfitMargin, IndustryMargin, Ownership, CountriesOfOperation, Sector, Market,
        LowerLargeSalesThreshold, StrategicGroupMember, EntityType, StrategicAgreement, ChannelLeverage, SoundFinances, CreditRating, AdverseRecord,
        Litigation, SettlementShare, AffiliateShare, SupportedIndustry, MajorContribution, HeadOfficeSupported, AverageDailyDeposits,
        PeriodEndDeposits, PosMonthlyVolume, UsesEbanking, PayrollHeadcount, PayrollMonthly, CreditCardsIssued, SpecialContribution,
        AccountUtilisation, LargeTransfers90d, ActiveAccounts, ExecutivesAreVip, AssetQuality, YearsInBusiness, BrandAgency, BasicAccount);

    private static FactHead Of(string name, string marks, string en, string zh, string meaningEn, string meaningZh) =>
        Head(FactScope.Enterprise, name, marks, en, zh, meaningEn, meaningZh);
}
