using static Kehu.Domain.StandardAuthor;

namespace Kehu.Domain;

/// <summary>What customers are owed by their annual transaction volume. Source 002, 三.2.2 and 三.3.2.</summary>
public static class AnnualVolumeService
{
    public static readonly StandardId Id = new("annual-volume-service");

    private static readonly Arr<Role> Answers = Array(Role.OutletHead);

    private static readonly Citation Care = Citation.From("002", "三.2.2");

    public static Standard Standard { get; } =
        Begin(Id, AnnualVolumeTier.Id, "Service by annual volume", "年交易额分层维护标准", Care, Citation.From("002", "三.3.2"))
            .Owe(
                "high",
                new Obligation.OwnerRole(Over().By(Role.CustomerManager).AnsweredBy(Array(Role.CustomerManager)).From(Care)),
                new Obligation.OneToOne(Monthly(1), ByManager(Channel.Phone, Channel.Meeting).From(
                    Care, Citation.Set("one-to-one-a-month", "\"regularly\" is read as once a month", "“定期”按每月一次理解"))),
                new Obligation.TailoredPlan(Yearly(1), Tailoring.Customised, ByManager(Channel.Meeting, Channel.Phone, Channel.EMail).From(
                    Care, Citation.Set("plans-a-year", "a plan is made anew once a year; the source gives no period", "方案每年更新一次，来源未规定期间"))),
                Survey())
            .Owe(
                "medium",
                new Obligation.MarketInformation(Monthly(1), ByManager(Channel.Sms, Channel.EMail, Channel.WeChat, Channel.App).From(
                    Care, Citation.Set("market-information-a-month", "\"regularly\" is read as once a month", "“定期”按每月一次理解"))),
                new Obligation.EventInvitation(Quarterly(1), Array(EventLevel.SubBranch), ByManager(Channel.Phone, Channel.Sms, Channel.Invitation).From(
                    Care, Citation.Set("events-a-quarter", "after the quarterly budget for events (三.4.1)", "依活动费用按季度预算（三.4.1）"))),
                Survey())
            .Owe(
                "low",
                new Obligation.Promotion(Quarterly(1), ByManager(Channel.App, Channel.WeChat, Channel.Sms).From(
                    Care, Citation.Set("promotions-a-quarter", "\"in time\" is read as once a quarter", "“适时”按每季度一次理解"))),
                Survey())
            .Reading(
                "The source gives each class measures of its own; a higher class is not owed those of a lower one.",
                "来源为各类客户分别规定措施；较高类别不因此享有较低类别的措施。")
            .Reading(
                "Digital channels for low-value customers are read as the channels of their promotions.",
                "低价值客户的数字化渠道按优惠活动的渠道理解。")
            .Reading(
                "Who answers for the care is not said; the outlet head is taken (house). For high-value customers the dedicated manager owns the relationship.",
                "来源未说明责任人；取网点负责人（本行设定）。高价值客户由专属客户经理负责。");

    private static Obligation.Survey Survey() => new(
        Quarterly(1),
        ByManager(Channel.Phone, Channel.Sms, Channel.EMail, Channel.WeChat, Channel.App, Channel.Meeting).From(Citation.From("002", "三.3.2")));

    /// <summary>What the customer manager does over some channels, and the outlet head answers for.</summary>
    private static Terms ByManager(params Channel[] channels) => Over(channels).By(Role.CustomerManager).AnsweredBy(Answers);
}
