namespace Kehu.Domain;

/// <summary>Whether a customer may be erased. Source: governance, personal data.</summary>
public static class ErasureRules
{
    /// <summary>How many open cases are named one by one (house).</summary>
    private const int MostNamed = 5;

    /// <summary>
    /// All that stands against erasing a customer on a day; nothing where it may be done. The retention is counted from the end of the relationship; where none
    /// is on file, from the date of the newest record, the last on which the bank is known to have had the customer.
    /// </summary>
    /// <param name="newest">The newest record.</param>
    /// <param name="hold">The hold that is set, if one is.</param>
    /// <param name="openCases">The ids of the customer's cases that are not closed.</param>
    /// <param name="retention">For how long customers are kept.</param>
    /// <param name="today">The day.</param>
    public static Seq<Fault> WhyKept(
        CustomerRecord newest, Option<CustomerHold> hold, Arr<string> openCases, CustomerRetention retention, DateOnly today) =>
        OfCases(openCases) + hold.Filter(set => set.CountsOn(today)).Map(OfHold).ToSeq() + OfRetention(newest, retention.Of(newest.Kind), today);

    private static Seq<Fault> OfCases(Arr<string> open)
    {
        if (open.IsEmpty)
        {
            return Seq<Fault>();
        }

        var named = string.Join(", ", open.Take(MostNamed)) + (open.Count > MostNamed ? ", …" : "");
        return Seq1(Fault.Of(
            "id", "customer.case-open",
            $"cases of the customer are open: {named}; close them first",
            $"客户有未结案的事项：{named}；请先结案"));
    }

    private static Fault OfHold(CustomerHold hold)
    {
        var until = hold.Until.Map(Written).Match(Some: Label.Same, None: () => new Label("it is lifted", "解除"));
        return Fault.Of(
            "id", "customer.held",
            $"a hold is set until {until.En}; GET …/hold says why",
            $"已设保留，直至 {until.Zh}；原因见 GET …/hold");
    }

    private static Seq<Fault> OfRetention(CustomerRecord newest, int days, DateOnly today)
    {
        var ended = newest.Facts.Find(SharedFacts.ClosedOn).Map(day => DateOnly.FromDayNumber((int)day));
        var since = ended.IfNone(newest.AsOf);
        var over = DateOnly.FromDayNumber(Math.Min(since.DayNumber + days, DateOnly.MaxValue.DayNumber));
        var from = ended.IsSome
            ? new Label("the end of the relationship", "关系终止日")
            : new Label("the newest record, since no end is on file", "无终止日，按最新档案日期");
        return days == 0 || today >= over ? Seq<Fault>() : Seq1(Fault.Of(
            "id", "customer.retained",
            $"such customers are kept for {days} days, this one until {Written(over)}: counted from {Written(since)}, {from.En}",
            $"此类客户须保留 {days} 天，本客户保留至 {Written(over)}：自 {Written(since)}（{from.Zh}）起算"));
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
