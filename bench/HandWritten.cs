namespace Kehu.Bench;

/// <summary>
/// What a programmer would write by hand for the three workloads, over the same readings. The places of the readings are constants to the
/// compiler: static, read-only, and known before it optimises.
/// </summary>
internal static class HandWritten
{
    public static void PersonalAssetTier(ReadOnlySpan<long> rows, Span<byte> outcomes)
    {
        var width = TierPlaces.Width;
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (byte)Tier(rows[(i * width) + TierPlaces.TotalAssets]);
        }
    }

    public static void EnterpriseSize(ReadOnlySpan<long> rows, Span<byte> outcomes)
    {
        var width = SizePlaces.Width;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var row = rows.Slice(i * width, width);
            outcomes[i] = (byte)Size((int)row[SizePlaces.Industry], row[SizePlaces.Employees], row[SizePlaces.AnnualRevenue], row[SizePlaces.BookAssets]);
        }
    }

    public static void CorporateRelationship(ReadOnlySpan<long> rows, Span<byte> outcomes)
    {
        var width = RelationshipPlaces.Width;
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (byte)Relationship(rows.Slice(i * width, width));
        }
    }

    private static int Tier(long value) => value >= 500_000_000 ? 0 : value >= 100_000_000 ? 1 : value >= 20_000_000 ? 2 : value >= 5_000_000 ? 3 : 4;

    public static int Size(int industry, long x, long y, long z) => industry switch
    {
        0 => Level(y, 20_000, 500, 50),
        1 => Both(Count(x, 1_000, 300, 20), Level(y, 40_000, 2_000, 300)),
        2 => Both(Level(y, 80_000, 6_000, 300), Level(z, 80_000, 5_000, 300)),
        3 => Both(Count(x, 200, 20, 5), Level(y, 40_000, 5_000, 1_000)),
        4 => Both(Count(x, 300, 50, 10), Level(y, 20_000, 500, 100)),
        5 => Both(Count(x, 1_000, 300, 20), Level(y, 30_000, 3_000, 200)),
        6 => Both(Count(x, 200, 100, 20), Level(y, 30_000, 1_000, 100)),
        7 => Both(Count(x, 1_000, 300, 20), Level(y, 30_000, 2_000, 100)),
        8 or 9 => Both(Count(x, 300, 100, 10), Level(y, 10_000, 2_000, 100)),
        10 => Both(Count(x, 2_000, 100, 10), Level(y, 100_000, 1_000, 100)),
        11 => Both(Count(x, 300, 100, 10), Level(y, 10_000, 1_000, 50)),
        12 => Both(Level(y, 200_000, 1_000, 100), Level(z, 10_000, 5_000, 2_000)),
        13 => Both(Count(x, 1_000, 300, 100), Level(y, 5_000, 1_000, 500)),
        14 => Both(Count(x, 300, 100, 10), Level(z, 120_000, 8_000, 100)),
        _ => Count(x, 300, 100, 10),
    };

    /// <summary>The size table again for showing its bounds: employees, revenue and assets by industry, from large to small.</summary>
    public static readonly (long[] X, long[] Y, long[] Z)[] Limits =
    [
        ([], Wan(20_000, 500, 50), []),
        ([1_000, 300, 20], Wan(40_000, 2_000, 300), []),
        ([], Wan(80_000, 6_000, 300), Wan(80_000, 5_000, 300)),
        ([200, 20, 5], Wan(40_000, 5_000, 1_000), []),
        ([300, 50, 10], Wan(20_000, 500, 100), []),
        ([1_000, 300, 20], Wan(30_000, 3_000, 200), []),
        ([200, 100, 20], Wan(30_000, 1_000, 100), []),
        ([1_000, 300, 20], Wan(30_000, 2_000, 100), []),
        ([300, 100, 10], Wan(10_000, 2_000, 100), []),
        ([300, 100, 10], Wan(10_000, 2_000, 100), []),
        ([2_000, 100, 10], Wan(100_000, 1_000, 100), []),
        ([300, 100, 10], Wan(10_000, 1_000, 50), []),
        ([], Wan(200_000, 1_000, 100), Wan(10_000, 5_000, 2_000)),
        ([1_000, 300, 100], Wan(5_000, 1_000, 500), []),
        ([300, 100, 10], [], Wan(120_000, 8_000, 100)),
        ([300, 100, 10], [], []),
    ];

    private static long[] Wan(params long[] limits) => [.. limits.Select(limit => limit * 1_000_000)];

    private static int Both(int left, int right) => Math.Max(left, right);

    private static int Count(long value, long large, long medium, long small) => value >= large ? 0 : value >= medium ? 1 : value >= small ? 2 : 3;

    /// <summary>Limits in 万元, the value in fen.</summary>
    private static int Level(long value, long large, long medium, long small) => Count(value, large * 1_000_000, medium * 1_000_000, small * 1_000_000);

    public static int Relationship(ReadOnlySpan<long> row)
    {
        if (row[RelationshipPlaces.EntityType] != 7 && row[RelationshipPlaces.StrategicAgreement] == 1 && row[RelationshipPlaces.ChannelLeverage] == 1 && row[RelationshipPlaces.SoundFinances] == 1
            && row[RelationshipPlaces.MarginGap] >= 0 && row[RelationshipPlaces.CreditRating] >= 4 && row[RelationshipPlaces.AdverseRecord] == 0 && row[RelationshipPlaces.Litigation] == 0
            && row[RelationshipPlaces.SettlementShare] >= 6_000 && row[RelationshipPlaces.AffiliateShare] >= 5_000)
        {
            return 0;
        }

        if (row[RelationshipPlaces.SpecialContribution] == 1)
        {
            return 1;
        }

        var favoured = row[RelationshipPlaces.SupportedIndustry] == 1 || row[RelationshipPlaces.MajorContribution] == 1;
        if (row[RelationshipPlaces.UsesEbanking] == 0 || row[RelationshipPlaces.AverageDailyDeposits] < 8_000_000_000 || row[RelationshipPlaces.PeriodEndDeposits] < 15_000_000_000
            || row[RelationshipPlaces.PosMonthlyVolume] < 500_000_000 || row[RelationshipPlaces.PayrollHeadcount] < 100 || row[RelationshipPlaces.PayrollMonthly] < 50_000_000 || row[RelationshipPlaces.CreditCardsIssued] < 10)
        {
            return 3;
        }

        var quality = row[RelationshipPlaces.AverageDailyDeposits] >= 10_000_000_000 && row[RelationshipPlaces.PeriodEndDeposits] >= 30_000_000_000
            && row[RelationshipPlaces.PosMonthlyVolume] >= 800_000_000 && row[RelationshipPlaces.PayrollHeadcount] >= 150 && row[RelationshipPlaces.PayrollMonthly] >= 80_000_000 && row[RelationshipPlaces.CreditCardsIssued] >= 20
            && (row[RelationshipPlaces.HeadOfficeSupported] == 1
                || (favoured && Size((int)row[RelationshipPlaces.Industry], row[RelationshipPlaces.Employees], row[RelationshipPlaces.AnnualRevenue], row[RelationshipPlaces.BookAssets]) == 0));
        return quality ? 1 : favoured ? 2 : 3;
    }

    public static class TierPlaces
    {
        private static readonly Diagram Diagram = Workload.DiagramOf("personal-asset-tier");
        public static readonly int Width = Diagram.Variables.Count;
        public static readonly int TotalAssets = Workload.PlaceOf(Diagram, "totalAssets");
    }

    public static class SizePlaces
    {
        private static readonly Diagram Diagram = Workload.DiagramOf("enterprise-size");
        public static readonly int Width = Diagram.Variables.Count;
        public static readonly int Industry = Workload.PlaceOf(Diagram, "industry");
        public static readonly int Employees = Workload.PlaceOf(Diagram, "employees");
        public static readonly int AnnualRevenue = Workload.PlaceOf(Diagram, "annualRevenue");
        public static readonly int BookAssets = Workload.PlaceOf(Diagram, "bookAssets");
    }

    public static class RelationshipPlaces
    {
        private static readonly Diagram Diagram = Workload.DiagramOf("corporate-relationship");
        public static readonly int Width = Diagram.Variables.Count;
        public static readonly int EntityType = Workload.PlaceOf(Diagram, "entityType");
        public static readonly int StrategicAgreement = Workload.PlaceOf(Diagram, "strategicAgreement");
        public static readonly int ChannelLeverage = Workload.PlaceOf(Diagram, "channelLeverage");
        public static readonly int SoundFinances = Workload.PlaceOf(Diagram, "soundFinances");
        public static readonly int MarginGap = Workload.PlaceOf(Diagram, "marginGap");
        public static readonly int CreditRating = Workload.PlaceOf(Diagram, "creditRating");
        public static readonly int AdverseRecord = Workload.PlaceOf(Diagram, "adverseRecord");
        public static readonly int Litigation = Workload.PlaceOf(Diagram, "litigation");
        public static readonly int SettlementShare = Workload.PlaceOf(Diagram, "settlementShare");
        public static readonly int AffiliateShare = Workload.PlaceOf(Diagram, "affiliateShare");
        public static readonly int SpecialContribution = Workload.PlaceOf(Diagram, "specialContribution");
        public static readonly int SupportedIndustry = Workload.PlaceOf(Diagram, "supportedIndustry");
        public static readonly int MajorContribution = Workload.PlaceOf(Diagram, "majorContribution");
        public static readonly int HeadOfficeSupported = Workload.PlaceOf(Diagram, "headOfficeSupported");
        public static readonly int UsesEbanking = Workload.PlaceOf(Diagram, "usesEbanking");
        public static readonly int AverageDailyDeposits = Workload.PlaceOf(Diagram, "averageDailyDeposits");
        public static readonly int PeriodEndDeposits = Workload.PlaceOf(Diagram, "periodEndDeposits");
        public static readonly int PosMonthlyVolume = Workload.PlaceOf(Diagram, "posMonthlyVolume");
        public static readonly int PayrollHeadcount = Workload.PlaceOf(Diagram, "payrollHeadcount");
        public static readonly int PayrollMonthly = Workload.PlaceOf(Diagram, "payrollMonthly");
        public static readonly int CreditCardsIssued = Workload.PlaceOf(Diagram, "creditCardsIssued");
        public static readonly int Industry = Workload.PlaceOf(Diagram, "industry");
        public static readonly int Employees = Workload.PlaceOf(Diagram, "employees");
        public static readonly int AnnualRevenue = Workload.PlaceOf(Diagram, "annualRevenue");
        public static readonly int BookAssets = Workload.PlaceOf(Diagram, "bookAssets");
    }
}
