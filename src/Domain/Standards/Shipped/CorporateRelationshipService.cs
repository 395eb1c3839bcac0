using static Kehu.Domain.StandardAuthor;

namespace Kehu.Domain;

/// <summary>What corporate customers are owed. Source 004, 银行客户分类方案 (last document), 二.</summary>
public static class CorporateRelationshipService
{
    public static readonly StandardId Id = new("corporate-relationship-service");

    public static Standard Standard { get; } =
        Begin(Id, CorporateRelationship.Id, "Service for corporate customers", "公司客户维护标准", Source("二"))
            .Owe(
                "strategic",
                Owner("二（一）", Role.Branch, Role.SubBranchPresident, Role.CustomerManager),
                Visit(Quarterly(1), "二（一）", "visits-strategic", "the branch's visit to senior management, quarterly", "分行高层营销，每季度一次"))
            .Owe(
                "quality",
                Owner("二（二）", Role.Branch, Role.SubBranchPresident, Role.CustomerManager),
                Visit(HalfYearly(1), "二（二）", "visits-quality", "the branch's visit to senior management, half-yearly", "分行高层营销，每半年一次"))
            .Owe(
                "sustained",
                Owner("二（三）", Role.SubBranchPresident, Role.CustomerManager, Role.Branch),
                new Obligation.Revisit(
                    Quarterly(1),
                    Over(Channel.Meeting)
                        .By(Role.SubBranchPresident, Role.CustomerManager)
                        .AnsweredBy(Array(Role.SubBranchPresident))
                        .From(Source("二（三）"), Citation.Set("visits-sustained", "the sub-branch follows up quarterly", "支行每季度跟进一次"))))
            .Owe(
                "potential",
                Owner("二（四）", Role.SubBranchPresident, Role.CustomerManager, Role.Branch),
                new Obligation.ActiveContact(
                    Monthly(1),
                    Over(Channel.Phone, Channel.EMail, Channel.WeChat, Channel.Meeting)
                        .By(Role.CustomerManager)
                        .AnsweredBy(Array(Role.SubBranchPresident))
                        .From(Source("二（四）"), Citation.Set("contacts-potential", "monthly until business starts", "开展业务前每月一次"))))
            .Reading(
                "Strategic and quality customers: the branch markets to senior management, the sub-branch does the daily service and keeps the "
                    + "contacts with staff; strategic ones are introduced by the sub-branch or the manager and then led by the branch.",
                "战略、优质客户：分行开展高层营销，支行承担日常服务并联络企业人员；战略客户先由支行或客户经理推介，再由分行牵头。")
            .Reading(
                "Sustained and potential customers: the sub-branch does all marketing and the branch assists.",
                "持续贡献、潜在合作客户：支行承担全部营销，分行协助。")
            .Reading(
                "Contact with potential customers ends with the class: a customer that starts business is reclassified.",
                "对潜在合作客户的联络随类别结束：开展业务即重新分类。")
            .Reading(
                "The forms of care differ by class, so a higher class is not owed all that a lower one is.",
                "各类别维护形式不同，较高类别不必享有较低类别的全部措施。");

    private static Obligation.OwnerRole Owner(string clause, Role leads, params Role[] helps) =>
        new(Over().By([leads, .. helps]).AnsweredBy(Array(leads)).From(Source(clause)));

    private static Obligation.SeniorVisit Visit(Frequency frequency, string clause, string parameter, string en, string zh) =>
        new(frequency, Over(Channel.Meeting).By(Role.Branch).AnsweredBy(Array(Role.Branch)).From(Source(clause), Citation.Set(parameter, en, zh)));

    private static Citation Source(string clause) => Citation.From("004", $"银行客户分类方案 {clause}");
}
