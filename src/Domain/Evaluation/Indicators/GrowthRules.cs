namespace Kehu.Domain;

/// <summary>
/// How total assets changed over the period: of all customers, and of persons with 200 000 yuan and more before or after. Who came had nothing before, who left
/// has nothing after. Source 001, 第四篇 一(二).
/// </summary>
public sealed record AssetGrowthRule() : IndicatorRule(new Indicator(
    Id,
    new Label("Asset growth", "资产增长"),
    new Label("Change of total assets over the period, of those before it.", "本期总资产变动占期初总资产的比例。"),
    Array(
        new Measure(
            Id, "all", new Label("All customers", "全部客户"), FigureUnit.Share, Better.Up,
            None, Sampled: false)
        { Counted = CountedIn.Fen },
        new Measure(
            Id, "from-200000", new Label("Persons with 200 000 yuan and more", "资产 20 万元以上个人客户"), FigureUnit.Share, Better.Up,
            None, Sampled: false)
        { Counted = CountedIn.Fen }),
    Array(Citation.From("001", "第四篇 一（二）"))))
{
    public const string Id = "asset-growth";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var (before, after) = (Growth.AssetsBefore(customer), Growth.AssetsAfter(customer));
        var change = customer.Before == Presence.No && customer.AtEnd == Presence.No
            ? Tally.Outside
            : (from start in before from end in after select new Tally(end - start, start, 0, 0)).IfNone(Tally.Open);
        yield return new Added(0, customer.Unit, change);
        var midHigh = customer.IsPerson && (change == Tally.Open || before.Exists(Growth.IsMidHigh) || after.Exists(Growth.IsMidHigh));
        yield return new Added(1, customer.Unit, midHigh ? change : Tally.Outside);
    }
}

/// <summary>How the number of persons with 200 000 yuan and more changed over the period. Source 001, 第四篇, preamble and 一(二).</summary>
public sealed record CustomerGrowthRule() : IndicatorRule(new Indicator(
    Id,
    new Label("Customer growth", "中高端客户增长"),
    new Label(
        "Change over the period of the number of personal customers with assets from 200 000 yuan on, of those before it.",
        "本期资产 20 万元以上个人客户数的变动占期初数的比例。"),
    Array(new Measure(
        Id, "from-200000", new Label("Persons with 200 000 yuan and more", "资产 20 万元以上个人客户"), FigureUnit.Share, Better.Up,
        None, Sampled: false)),
    Array(Citation.From("001", "第四篇 引言、一（二）"))))
{
    public const string Id = "customer-growth";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        yield return new Added(0, customer.Unit, !customer.IsPerson ? Tally.Outside : (
            from start in Growth.AssetsBefore(customer)
            from end in Growth.AssetsAfter(customer)
            let was = Growth.IsMidHigh(start)
            let isNow = Growth.IsMidHigh(end)
            select was || isNow ? new Tally((isNow ? 1 : 0) - (was ? 1 : 0), was ? 1 : 0, 0, 0) : Tally.Outside).IfNone(Tally.Open));
    }
}

/// <summary>Assets at the two ends of a period, in fen.</summary>
internal static class Growth
{
    /// <summary>The least assets of middle and high-end customers (中高端客户).</summary>
    private static readonly Money MidHigh = Money.Wan(20);

    public static bool IsMidHigh(long assets) => assets >= MidHigh.Fen;

    /// <summary>Nothing for who was no customer; none where it is not known.</summary>
    public static Option<long> AssetsBefore(CustomerView customer) => Assets(customer.Before, customer.Known(SharedFacts.TotalAssets, customer.Over.Before));

    /// <summary>Nothing for who is no customer any more; none where it is not known.</summary>
    public static Option<long> AssetsAfter(CustomerView customer) => Assets(customer.AtEnd, customer.Known(SharedFacts.TotalAssets));

    private static Option<long> Assets(Presence presence, Option<long> assets) => presence switch
    {
        Presence.Yes => assets,
        Presence.No => Some(0L),
        Presence.Unknown => None,
    };
}
