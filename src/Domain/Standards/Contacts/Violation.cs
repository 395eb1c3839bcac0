using System.Globalization;

namespace Kehu.Domain;

/// <summary>Something done for a customer that should not have been: a closed set. Source: standards, Contact limits.</summary>
public abstract record Violation
{
    private Violation(Engagement engagement) => Engagement = engagement;

    /// <summary>A violation as it is answered.</summary>
    public static Contract<Violation> Contract { get; } = Answered<Violation>.Object(
        "",
        Answered<Violation>.Always("violation", new Form.Code(Codes), one => one.Code),
        Answered<Violation>.Always("engagement", Forms.Plain, one => one.Engagement.Id),
        Answered<Violation>.Always("date", Forms.Day, one => one.Engagement.Date),
        Answered<Violation>.Always("channel", Forms.Channel, one => one.Engagement.Channel),
        Answered<Violation>.Always("text", Forms.Words, one => one.Describe()));

    /// <summary>What was done against wishes or limits.</summary>
    public static Form.List<Violation> List { get; } = new Form.List<Violation>(Contract) { Name = "Violations" };

    /// <summary>What was done.</summary>
    public Engagement Engagement { get; }

    /// <summary>Over a channel that the customer refused on the day, marketing or not.</summary>
    public sealed record RefusedChannel(Engagement Engagement) : Violation(Engagement);

    /// <summary>Marketing that the customer had not agreed to on the day.</summary>
    public sealed record NoConsent(Engagement Engagement) : Violation(Engagement);

    /// <summary>On a day on which nothing was to be sent to the customer.</summary>
    public sealed record Restricted(Engagement Engagement) : Violation(Engagement);

    /// <summary>Beyond the limit of the week: which message over its channel it was, and how many there may be.</summary>
    public sealed record TooManyInWeek(Engagement Engagement, int Ordinal, int Limit) : Violation(Engagement);

    /// <summary>Beyond the limit of the month: which message over its channel it was, and how many there may be.</summary>
    public sealed record TooManyInMonth(Engagement Engagement, int Ordinal, int Limit) : Violation(Engagement);

    /// <summary>The name on the wire.</summary>
    public string Code => this switch
    {
        RefusedChannel => "refused-channel",
        NoConsent => "no-consent",
        Restricted => "restricted",
        TooManyInWeek => "too-many-in-week",
        TooManyInMonth => "too-many-in-month",
    };

    private static Arr<string> Codes
    {
        get
        {
            var any = Engagement.Contract.Blank;
            return Array<Violation>(
                    new RefusedChannel(any), new NoConsent(any), new Restricted(any), new TooManyInWeek(any, 0, 0), new TooManyInMonth(any, 0, 0))
                .Map(one => one.Code);
        }
    }

    /// <summary>What is wrong, in words.</summary>
    public Label Describe() => this switch
    {
        RefusedChannel => new Label("the customer refused ", "客户已拒绝的渠道：") + Engagement.Channel.Label(),
        Restricted => new Label("the customer is restricted: nothing is sent", "客户已被限制：不得发送任何内容"),
        NoConsent => new Label("marketing without the customer's consent", "未经客户同意的营销"),
        TooManyInWeek(_, var ordinal, var limit) => Beyond(ordinal, limit, new Label("the week from ", ""), Monday, new Label("", " 起的一周")),
        TooManyInMonth(_, var ordinal, var limit) => Beyond(ordinal, limit, new Label("", ""), Month, new Label("", " 当月")),
    };

    private string Monday => Week.Of(Engagement.Date).Monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Month => Period.Of(PeriodLength.Month, Engagement.Date).ToString();

    private Label Beyond(int ordinal, int limit, Label before, string when, Label after) => new(
        $"marketing message {ordinal} by {Engagement.Channel.Label().En} in {before.En}{when}{after.En}; at most {limit} allowed",
        $"{before.Zh}{when}{after.Zh}第 {ordinal} 次{Engagement.Channel.Label().Zh}营销；上限为 {limit} 次");
}
