namespace Kehu.Domain;

/// <summary>What kinds of obligation are called in lists, whatever a standard asks of them.</summary>
public static class ObligationNames
{
    /// <summary>The name: "active contact".</summary>
    public static Label Name(this Obligation obligation) => obligation switch
    {
        Obligation.ActiveContact => new Label("active contact", "主动联络"),
        Obligation.Greeting => new Label("greeting", "节日问候"),
        Obligation.Gift => new Label("gift", "礼品配送"),
        Obligation.BirthdayGift => new Label("birthday gift", "生日礼物"),
        Obligation.EventInvitation => new Label("event invitation", "活动邀请"),
        Obligation.SeniorVisit => new Label("senior visit", "高层拜访"),
        Obligation.ProductMessage => new Label("product message", "新产品信息"),
        Obligation.Dossier => new Label("customer file", "客户建档"),
        Obligation.ProductCoverage => new Label("product coverage", "产品覆盖"),
        Obligation.Survey => new Label("satisfaction survey", "满意度调查"),
        Obligation.MarketInformation => new Label("market information", "市场信息"),
        Obligation.Promotion => new Label("promotion", "优惠活动"),
        Obligation.OneToOne => new Label("one-to-one conversation", "一对一沟通"),
        Obligation.TailoredPlan => new Label("tailored plan", "定制方案"),
        Obligation.Revisit => new Label("call back", "回访"),
        Obligation.OwnerRole => new Label("responsible role", "责任人"),
        Obligation.ResponseTime => new Label("response time", "响应时限"),
    };
}
