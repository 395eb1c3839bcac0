using static Kehu.Domain.StandardAuthor;

namespace Kehu.Domain;

/// <summary>What key accounts A, B and C are owed. Source 000, 02 to 04.</summary>
public static class KeyAccountService
{
    public static readonly StandardId Id = new("key-account-service");

    private static readonly Arr<Role> Answers = Array(Role.CustomerManager);

    private static readonly Arr<DossierField> Filed = Array(
        DossierField.Name, DossierField.Contact, DossierField.Occupation, DossierField.Business, DossierField.Needs, DossierField.Feedback);

    private static readonly Citation Channels =
        Citation.Own("which channel goes with which class", "各类别所用渠道");

    public static Standard Standard { get; } =
        Begin(Id, KeyAccountAbc.Id, "Service for key accounts", "大客户维护标准", Citation.From("000", "02 分类方法"), Citation.From("000", "04 大客户维护流程"))
            .HigherIsOwedMore()
            .Owe(
                "a",
                Revisit(Quarterly(1), Channel.Meeting, "revisits-a", "the more frequent of the source's two frequencies", "取来源两种频次中较密者"),
                Plan(Tailoring.Customised),
                Dossier(),
                Response())
            .Owe(
                "b",
                Revisit(HalfYearly(1), Channel.Phone, "revisits-b", "the less frequent of the source's two frequencies", "取来源两种频次中较疏者"),
                Plan(Tailoring.Personalised),
                Dossier(),
                Response())
            .Owe(
                "c",
                Revisit(HalfYearly(1), Channel.EMail, "revisits-c", "the less frequent of the source's two frequencies", "取来源两种频次中较疏者"),
                Dossier(),
                Response())
            .Reading(
                "The source names revisits each quarter or half-year by importance, by phone, e-mail or in person; which class gets which is house.",
                "来源按重要程度规定每季度或每半年回访，方式为电话、邮件或面谈；各类别的对应为本行设定。")
            .Reading(
                "Standardised service (class C) needs no plan of its own.",
                "标准化服务（C类）无需单独方案。")
            .Reading(
                "\"At once\" for urgent needs and complaints is read as within one working hour, by a named handler or with an interim solution.",
                "紧急需求或投诉“立即”处理按一个工作小时内、由专人处理或提供临时解决方案理解。");

    private static Obligation.Revisit Revisit(Frequency frequency, Channel channel, string parameter, string en, string zh) =>
        new(frequency, Over(channel).By(Role.CustomerManager).AnsweredBy(Answers).From(
            Citation.From("000", "04 定期回访、沟通频次"), Citation.Set(parameter, en, zh), Channels));

    private static Obligation.TailoredPlan Plan(Tailoring tailoring) =>
        new(Yearly(1), tailoring, Over(Channel.Meeting, Channel.Phone, Channel.EMail).By(Role.CustomerManager).AnsweredBy(Answers).From(
            Citation.From("000", "02 分类方法、04 个性化服务"),
            Citation.Set("plans-a-year", "a plan is made anew once a year; the source gives no period", "方案每年更新一次，来源未规定期间")));

    private static Obligation.Dossier Dossier() => new(Filed, 10, Over().By(Role.CustomerManager).AnsweredBy(Answers).From(
        Citation.From("000", "04 客户信息收集与整理"),
        Citation.Set("dossier-working-days", "ten working days to open a file; the source gives none", "建档期限取十个工作日，来源未规定")));

    private static Obligation.ResponseTime Response() => new(1, Over().By(Role.CustomerManager).AnsweredBy(Answers).From(
        Citation.From("000", "04 快速响应"),
        Citation.Set("response-working-hours", "\"at once\" is read as within one working hour", "“立即”按一个工作小时内理解")));
}
