using static Kehu.Domain.StandardAuthor;

namespace Kehu.Domain;

/// <summary>What personal customers are owed by their assets. Source 001, 第四篇 (2016-01-08), 三 to 六.</summary>
public static class PersonalAssetService
{
    public static readonly StandardId Id = new("personal-asset-service");

    private static readonly Arr<Occasion> Greetings = Array(
        Occasion.Birthday, Occasion.MidAutumn, Occasion.SpringFestival, Occasion.DragonBoat,
        Occasion.NationalDay, Occasion.LabourDay, Occasion.NewYear, Occasion.Lantern);

    private static readonly Arr<DossierField> Filed = Array(
        DossierField.Address, DossierField.Employer, DossierField.Mobile, DossierField.HomePhone,
        DossierField.RiskCharacteristics, DossierField.ProductPreference, DossierField.ManagerNumber);

    private static readonly Arr<string> Cards = Array("wealth-gold-card", "credit-card", "ebank-usb-key");

    private static readonly Citation WithinTenDays =
        Citation.Set("dossier-working-days", "ten working days to open a file; the source gives none", "建档期限取十个工作日，来源未规定");

    private static readonly Citation GreetingDays =
        Citation.Set("greeting-days", "three days before the occasion are in time", "提前三天视为及时");

    public static Standard Standard { get; } =
        Begin(Id, PersonalAssetTier.Id, "Service by personal assets", "个人中高端客户维护标准", Source("三至六"))
            .HigherIsOwedMore()
            .Owe("wealth-500", Wealth500())
            .Owe("wealth-100", Wealth100())
            .Owe("wealth-20", Wealth20())
            .Owe("filed-5", new Obligation.Dossier(
                Filed, 10, Over().By(Role.CustomerManager).AnsweredBy(Array(Role.OutletHead)).From(Source("一（一）、六（一）、六（二）"), WithinTenDays)))
            .Owe("mass")
            .Reading(
                "Active contact is owed to customers on file (对已建档的客户); before that the file is the duty.",
                "主动联络适用于已建档的客户；建档之前，义务为建档。")
            .Reading(
                "A greeting is owed on each of the eight occasions (等重大节日 is read as these eight).",
                "在所列八个日子均须问候（“等重大节日”按所列八个理解）。")
            .Reading(
                "The marketing manager of an outlet (营销经理) is its customer manager.",
                "网点营销经理即客户经理。")
            .Reading(
                "80 % coverage with gold card, credit card and e-banking key is a rate over customers; each customer is to hold the three. "
                    + "Products blotted out in the source are left out.",
                "理财金卡、信用卡、网银U盾 80% 的覆盖率按客户群计；对单个客户按三项均持有要求。来源中被隐去的产品从略。")
            .Reading(
                "Invitations go out by phone, SMS or as an invitation, as active contact does.",
                "活动邀请与主动联络一样，可用电话、短信或邀约。");

    private static Obligation[] Wealth20()
    {
        var answers = Array(Role.WealthManager, Role.LobbyManager, Role.CustomerManager, Role.Teller);
        return
        [
            Owner(answers, "三.3"),
            Contact([Role.CustomerManager], answers, "五（一）"),
            Greeting(Role.CustomerManager, answers, "五（一）"),
            Event(2, Array(EventLevel.SubBranch), Role.CustomerManager, answers, "五（一）"),
            Message(answers, "五（一）"),
            new Obligation.Dossier(Filed, 10, Over().By(Role.CustomerManager).AnsweredBy(answers).From(Source("五（一）、六（二）"), WithinTenDays)),
            new Obligation.ProductCoverage(Cards, 3, Over().By(Role.CustomerManager).AnsweredBy(answers).From(Source("六（三）"))),
        ];
    }

    private static Obligation[] Wealth100()
    {
        var answers = Array(Role.PersonalFinanceHead, Role.OutletHead);
        return
        [
            Owner(answers, "三.2"),
            Contact([Role.PersonalFinanceHead, Role.OutletHead, Role.CustomerManager], answers, "五（二）"),
            Greeting(Role.PersonalFinanceHead, answers, "五（二）"),
            BirthdayGift(Role.PersonalFinanceHead, answers, "五（二）"),
            new Obligation.Gift(Yearly(1), Over(Channel.Delivery).By(Role.PersonalFinanceHead).AnsweredBy(answers).From(
                Source("五（二）"),
                Citation.Set("gifts-wealth-100", "\"every year\" without a number is read as once", "“每年”未写次数，按一次理解"))),
            Event(2, Array(EventLevel.SubBranch), Role.PersonalFinanceHead, answers, "五（二）"),
            Message(answers, "五（二）"),
            PlannedFile(Role.PersonalFinanceHead, answers, "五（二）、六（二）"),
            Coverage(Role.PersonalFinanceHead, answers),
        ];
    }

    private static Obligation[] Wealth500()
    {
        var answers = Array(Role.SubBranchPresident);
        return
        [
            Owner(answers, "三.1"),
            Contact([Role.OutletHead, Role.CustomerManager], answers, "五（三）"),
            Greeting(Role.OutletHead, answers, "五（三）"),
            BirthdayGift(Role.OutletHead, answers, "五（三）"),
            new Obligation.Gift(Yearly(2), Over(Channel.Delivery).By(Role.OutletHead).AnsweredBy(answers).From(Source("五（三）"))),
            Event(3, Array(EventLevel.SubBranch, EventLevel.CityBranch), Role.OutletHead, answers, "五（三）"),
            new Obligation.SeniorVisit(Yearly(2), Over(Channel.Meeting).By(Role.SubBranchPresident).AnsweredBy(answers).From(Source("五（三）"))),
            Message(answers, "五（三）"),
            PlannedFile(Role.OutletHead, answers, "五（三）、六（二）"),
            Coverage(Role.OutletHead, answers),
        ];
    }

    private static Obligation.OwnerRole Owner(Arr<Role> answers, string clause) => new(Over().By([.. answers]).AnsweredBy(answers).From(Source(clause)));

    private static Obligation.ActiveContact Contact(Role[] by, Arr<Role> answers, string clause) =>
        new(Monthly(2), Over(Channel.Phone, Channel.Sms, Channel.Invitation).By(by).AnsweredBy(answers).From(Source(clause)));

    private static Obligation.Greeting Greeting(Role by, Arr<Role> answers, string clause) =>
        new(Greetings, Over(Channel.Phone, Channel.Sms).By(by).AnsweredBy(answers).From(Source(clause), GreetingDays));

    private static Obligation.BirthdayGift BirthdayGift(Role by, Arr<Role> answers, string clause) =>
        new(Over(Channel.Delivery).By(by).AnsweredBy(answers).From(Source(clause), GreetingDays));

    private static Obligation.EventInvitation Event(int times, Arr<EventLevel> levels, Role by, Arr<Role> answers, string clause) =>
        new(Yearly(times), levels, Over(Channel.Phone, Channel.Sms, Channel.Invitation).By(by).AnsweredBy(answers).From(Source(clause)));

    private static Obligation.ProductMessage Message(Arr<Role> answers, string clause) =>
        new(Monthly(4), Over(Channel.Sms).By(Role.CustomerManager).AnsweredBy(answers).From(Source(clause)));

    private static Obligation.Dossier PlannedFile(Role by, Arr<Role> answers, string clause) =>
        new(Filed.Add(DossierField.ServicePlan), 10, Over().By(by).AnsweredBy(answers).From(Source(clause), WithinTenDays));

    private static Obligation.ProductCoverage Coverage(Role by, Arr<Role> answers) => new(Cards, 5, Over().By(by).AnsweredBy(answers).From(Source("六（三）")));

    private static Citation Source(string clause) => Citation.From("001", $"第四篇 {clause}");
}
