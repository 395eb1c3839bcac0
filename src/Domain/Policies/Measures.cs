namespace Kehu.Domain;

/// <summary>
/// The measures that the sources name for their classes, each under one code and product wherever it appears;
/// the citation says which source names it for the class at hand.
/// </summary>
internal static class Measures
{
    public static Offer DedicatedManager(Citation citation) =>
        Offer.Service("dedicated-manager", "Dedicated customer manager", "专属客户经理", citation);

    public static Offer TailoredProducts(Citation citation) =>
        Offer.Service("tailored-products", "Tailored products and service plans", "定制化金融产品及服务方案", citation);

    public static Offer ExclusiveService(Citation citation) =>
        Offer.Service("exclusive-service", "Exclusive service", "专属服务", citation);

    public static Offer PersonalService(Citation citation) =>
        Offer.Service("personal-service", "Differentiated, personal service", "差异化、个性化服务", citation);

    public static Offer ValueAddedServices(Citation citation) =>
        Offer.Service("value-added-services", "Value-added services", "增值服务", citation);

    public static Offer RecommendedProducts(Citation citation) =>
        Offer.Service("product-recommendations", "Product recommendations", "产品推荐", citation);

    public static Offer CrossSelling(Citation citation) =>
        Offer.Service("cross-selling", "Further products beside those held", "交叉销售", citation);

    public static Offer RetentionContact(Citation citation) =>
        Offer.Service("retention-contact", "Contact against attrition", "防流失关注", citation);

    public static Offer MarketInformation(Citation citation) =>
        Offer.Service("market-information", "Regular market information", "定期市场信息", citation);

    public static Offer OfflineEvents(Citation citation) =>
        Offer.Service("offline-events", "Customer events", "线下客户活动", citation);

    public static Offer DigitalChannels(Citation citation) =>
        Offer.Service("digital-channels", "Convenient service through digital channels", "数字化渠道便捷服务", citation);

    public static Offer Promotions(Citation citation) =>
        Offer.Service("promotions", "Promotions", "优惠活动", citation);

    public static Offer FinancialAdvice(Citation citation) =>
        Offer.Service("financial-advice", "Financial advice", "金融咨询", citation);

    public static Offer WealthPlanning(Citation citation) =>
        Offer.Service("wealth-planning", "Wealth planning", "理财规划", citation);

    public static Offer VipService(Citation citation) =>
        Offer.Service("vip-service", "VIP service", "VIP服务", citation);

    public static Offer Benefits(Citation citation) =>
        Offer.Service("benefits", "Rich benefits", "丰富的福利服务", citation);

    public static Offer SelfService(Citation citation) =>
        Offer.Service("self-service", "Quick self-service", "快捷的自助服务", citation);

    public static Offer SmartCounter(Citation citation) =>
        Offer.Service("smart-counter", "Self-service account opening and smart counters", "自助开户、智能柜台", citation);

    public static Offer Savings(Citation citation) =>
        Offer.Of("time-deposit", "savings", "Savings", "储蓄", citation);

    public static Offer PersonalLoan(Citation citation) =>
        Offer.Of("consumer-loan", "personal-loan", "Personal loan", "个人贷款", citation);

    public static Offer CreditCard(Citation citation) =>
        Offer.Of("credit-card", "credit-card", "Credit card", "信用卡", citation);

    public static Offer YouthCreditCard(Citation citation) =>
        Offer.Of("credit-card", "youth-credit-card", "Youth credit card", "年轻人专属信用卡", citation);

    public static Offer YouthOffers(Citation citation) =>
        Offer.Service("youth-offers", "Offers and services that the young like", "年轻人喜欢的优惠活动和特殊服务", citation);

    public static Offer HighYieldWealth(Citation citation) =>
        Offer.Of("wealth-product", "high-yield-wealth", "High-end, high-yield wealth products", "高端、高收益理财产品", citation);

    public static Offer LargeCreditLoan(Citation citation) =>
        Offer.Of("consumer-loan", "large-credit-loan", "Large unsecured loan", "高额信用贷款", citation);

    public static Offer PensionWealth(Citation citation) =>
        Offer.Of("wealth-product", "pension-wealth", "Pension wealth products", "敬老金理财", citation);

    public static Offer HealthManagement(Citation citation) =>
        Offer.Service("health-management", "Health management", "全方位健康管理", citation);

    public static Offer SeniorCare(Citation citation) =>
        Offer.Service("senior-care", "Care for the elderly", "老年人关爱服务", citation);

    public static Offer Financing(Citation citation) =>
        Offer.Of("business-loan", "financing", "Financing", "融资", citation);

    public static Offer MicroLoan(Citation citation) =>
        Offer.Of("business-loan", "micro-loan", "Loan for small and micro enterprises", "小微贷款", citation);

    public static Offer ProcurementFinance(Citation citation) =>
        Offer.Of("business-loan", "procurement-finance", "Government-procurement finance", "政府采购融资", citation);

    public static Offer CorporateCard(Citation citation) =>
        Offer.Of("credit-card", "corporate-card", "Corporate credit card", "企业信用卡", citation);

    public static Offer WealthProducts(Citation citation) =>
        Offer.Of("wealth-product", "corporate-wealth", "Wealth products for enterprises", "企业理财产品", citation);

    public static Offer FundManagement(Citation citation) =>
        Offer.Of("cash-management", "fund-management", "Management of funds", "资金管理", citation);

    public static Offer FundClearing(Citation citation) =>
        Offer.Service("fund-clearing", "Clearing of funds", "资金清算", citation);

    public static Offer FinancialManagement(Citation citation) =>
        Offer.Service("financial-management", "Financial management", "财务管理", citation);

    public static Offer Settlement(Citation citation) =>
        Offer.Service("settlement", "Settlement", "结算", citation);

    public static Offer StaffBanking(Citation citation) =>
        Offer.Service("staff-banking", "Personal finance for the staff", "员工个人金融", citation);

    public static Offer FundingFollowUp(Citation citation) =>
        Offer.Service("funding-follow-up", "Its need of funds followed up through the whole process", "资金需求全流程跟踪", citation);

    public static Offer ClusterProgramme(Citation citation) =>
        Offer.Service("cluster-programme", "Marketing by industry cluster, in batches", "产业集群式批量营销", citation);

    public static Offer SupplyChain(Citation citation) =>
        Offer.Service("supply-chain", "Cooperation along its chain of suppliers and buyers", "产业链上下游合作", citation);

    public static Offer StartUpAdvice(Citation citation) =>
        Offer.Service("start-up-advice", "Start-up advice and training", "创业咨询和培训", citation);

    public static Offer EquityInvestment(Citation citation) =>
        Offer.Service("equity-investment", "Equity investment", "股权投资", citation);

    public static Offer OverseasAdvice(Citation citation) =>
        Offer.Service("overseas-advice", "Advice on investing overseas", "海外投资咨询", citation);
}
