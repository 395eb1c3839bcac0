namespace Kehu.Domain;

/// <summary>Obligations in words.</summary>
public static class ObligationWords
{
    /// <summary>What is owed, without channels, roles and sources: "greeting on birthday, New Year's Day".</summary>
    public static Label Describe(this Obligation obligation) => obligation switch
    {
        Obligation.ActiveContact(var frequency, _) => Often(frequency, "active contact", "主动联络"),
        Obligation.Greeting(var occasions, _) => new Label("greeting on ", "问候：") + Wording.Listed(occasions.Map(occasion => occasion.Label())),
        Obligation.Gift(var frequency, _) => Often(frequency, "gift by contribution", "按贡献度配送礼品"),
        Obligation.BirthdayGift => new Label("flowers or a cake on the birthday", "生日鲜花或蛋糕"),
        Obligation.EventInvitation(var frequency, var levels, _) =>
            new Label("invitation to an event of ", "邀请参加") + Either(levels.Map(level => level.Label())) + Often(frequency, "", "活动"),
        Obligation.SeniorVisit(var frequency, _) => Often(frequency, "senior visit or private meeting", "高层拜访或单独约见"),
        Obligation.ProductMessage(var frequency, _) => Often(frequency, "new-product message", "新产品信息批量发送"),
        Obligation.Dossier(var fields, var workingDays, _) =>
            new Label($"file opened within {workingDays} working days and complete at every quarter's end: ", $"{workingDays} 个工作日内建档，每季末齐全：")
            + Wording.Listed(fields.Map(field => field.Label())),
        Obligation.ProductCoverage(var products, var kinds, _) =>
            new Label("held at every quarter's end: ", "每季末持有：") + Wording.Listed(products.Map(SharedFacts.Products.WordsOf))
            + (kinds > products.Count ? new Label($", and {kinds} kinds of product at least", $"，且产品不少于 {kinds} 种") : new Label("", "")),
        Obligation.Survey(var frequency, _) => Often(frequency, "satisfaction survey", "满意度调查"),
        Obligation.MarketInformation(var frequency, _) => Often(frequency, "market information with product recommendations", "市场信息和产品推荐"),
        Obligation.Promotion(var frequency, _) => Often(frequency, "promotion", "优惠活动"),
        Obligation.OneToOne(var frequency, _) => Often(frequency, "conversation one to one", "一对一沟通"),
        Obligation.TailoredPlan(var frequency, var tailoring, _) => tailoring switch
        {
            Tailoring.Personalised => Often(frequency, "personalised plan of products and services", "个性化产品及服务方案"),
            Tailoring.Customised => Often(frequency, "customised plan of products and services", "定制化产品及服务方案"),
        },
        Obligation.Revisit(var frequency, _) => Often(frequency, "call back on the customer", "回访"),
        Obligation.OwnerRole => new Label("somebody is responsible for the customer", "有专人负责维护"),
        Obligation.ResponseTime(var hours, _) => new Label(
            $"urgent needs and complaints taken up within {(hours == 1 ? "1 working hour" : $"{hours} working hours")}", $"紧急需求和投诉 {hours} 个工作小时内受理"),
    };

    /// <summary>The name of a level on the wire.</summary>
    public static string Code(this EventLevel level) => level switch
    {
        EventLevel.SubBranch => "sub-branch",
        EventLevel.CityBranch => "city-branch",
    };

    /// <summary>The level in words.</summary>
    public static Label Label(this EventLevel level) => level switch
    {
        EventLevel.SubBranch => new Label("the sub-branch", "支行级"),
        EventLevel.CityBranch => new Label("the city branch", "市行级"),
    };

    private static Label Often(Frequency frequency, string en, string zh) => new Label($"{en}, ", $"{zh}，") + frequency.Describe();

    private static Label Either(IEnumerable<Label> labels)
    {
        var all = labels.ToList();
        return new Label(string.Join(" or ", all.Select(label => label.En)), string.Join("或", all.Select(label => label.Zh)));
    }
}
