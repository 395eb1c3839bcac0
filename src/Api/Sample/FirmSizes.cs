namespace Kehu.Api;

/// <summary>How big a sample firm is meant to be.</summary>
internal enum FirmSize
{
    Large = 0,
    Medium,
    Small,
    Micro,
}

/// <summary>Where the sizes of an industry begin, from large to small.</summary>
internal readonly record struct Steps(long Large, long Medium, long Small)
{
    /// <summary>A value of a size: more often near the lower end, the same place in each measure giving measures that fit each other.</summary>
    public long At(FirmSize size, long place)
    {
        var (low, high) = size switch
        {
            FirmSize.Large => (Large, Large * 5),
            FirmSize.Medium => (Medium, Large),
            FirmSize.Small => (Small, Medium),
            FirmSize.Micro => (Small / 12, Small),
        };
        return low + ((high - low) * place / 1_000 * place / 1_000);
    }
}

/// <summary>
/// An industry as the sample knows it: employees (people), income and balance sheet (万元) where the sizes begin. Made after the statistical
/// standard, where it is silent with plausible numbers; a firm within its steps in every measure is of the size by any reading.
/// </summary>
internal sealed record FirmIndustry(
    string Code, string Trade, int Weight, Steps Employees, Steps Income, Steps Assets, int MarginBasisPoints, bool Sells, bool LowerLimit)
{
    public static readonly FirmIndustry[] All =
    [
        new("agriculture", "农业", 6, new(400, 60, 6), new(20_000, 500, 50), new(40_000, 1_500, 80), 620, false, false),
        new("industry", "制造", 20, new(1_000, 300, 20), new(40_000, 2_000, 300), new(50_000, 2_500, 300), 580, false, false),
        new("construction", "建筑工程", 8, new(1_500, 200, 15), new(80_000, 6_000, 300), new(80_000, 5_000, 300), 340, false, false),
        new("wholesale", "贸易", 15, new(200, 20, 5), new(40_000, 5_000, 1_000), new(25_000, 2_500, 300), 210, true, false),
        new("retail", "商贸", 14, new(300, 50, 10), new(20_000, 500, 100), new(10_000, 400, 60), 260, true, true),
        new("transport", "运输", 5, new(1_000, 300, 20), new(30_000, 3_000, 200), new(50_000, 4_000, 250), 430, false, true),
        new("warehousing", "仓储", 2, new(200, 100, 20), new(30_000, 1_000, 100), new(50_000, 2_500, 200), 460, false, true),
        new("postal", "速递", 1, new(1_000, 300, 20), new(30_000, 2_000, 100), new(30_000, 2_000, 100), 390, false, true),
        new("accommodation", "酒店", 3, new(300, 100, 10), new(10_000, 2_000, 100), new(40_000, 4_000, 200), 520, true, true),
        new("catering", "餐饮", 6, new(300, 100, 10), new(10_000, 2_000, 100), new(8_000, 1_200, 60), 480, true, true),
        new("information-transmission", "通信", 2, new(2_000, 100, 10), new(100_000, 1_000, 100), new(150_000, 1_200, 80), 900, false, false),
        new("software-it", "软件科技", 5, new(300, 100, 10), new(10_000, 1_000, 50), new(12_000, 1_000, 50), 1_100, false, true),
        new("real-estate", "房地产开发", 2, new(500, 60, 12), new(200_000, 1_000, 100), new(300_000, 5_000, 2_000), 850, false, false),
        new("property-management", "物业服务", 3, new(1_000, 300, 100), new(5_000, 1_000, 500), new(4_000, 700, 200), 510, false, true),
        new("leasing-business-services", "商务服务", 5, new(300, 100, 10), new(30_000, 3_000, 80), new(120_000, 8_000, 100), 700, false, true),
        new("other", "实业", 3, new(300, 100, 10), new(15_000, 1_500, 80), new(15_000, 1_500, 80), 500, false, false),
    ];

    private static readonly Weighted<FirmIndustry> Mix = new([.. All.Select(industry => (industry, industry.Weight))]);

    /// <summary>The industry of a code.</summary>
    public static FirmIndustry Named(string code) => All.Single(industry => industry.Code == code);

    /// <summary>An industry by how many firms each has.</summary>
    public static FirmIndustry Draw(Dice dice) => Mix.Draw(dice);
}
