namespace Kehu.Bench;

/// <summary>What a programmer would write by hand for the three workloads, over the same readings.</summary>
internal static class HandWritten
{
    public static Func<long[], int, int> PersonalAssetTier(Func<string, int> place)
    {
        var assets = place("totalAssets");
        return (rows, at) =>
        {
            var value = rows[at + assets];
            return value >= 500_000_000 ? 0 : value >= 100_000_000 ? 1 : value >= 20_000_000 ? 2 : value >= 5_000_000 ? 3 : 4;
        };
    }

    public static Func<long[], int, int> EnterpriseSize(Func<string, int> place)
    {
        var (industry, employees, revenue, assets) = (place("industry"), place("employees"), place("annualRevenue"), place("bookAssets"));
        return (rows, at) => Size((int)rows[at + industry], rows[at + employees], rows[at + revenue], rows[at + assets]);
    }

    public static Func<long[], int, int> CorporateRelationship(Func<string, int> place)
    {
        var p = new RelationshipPlaces(place);
        return (rows, at) => Relationship(rows.AsSpan(at), p);
    }

    private static int Size(int industry, long x, long y, long z) => industry switch
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

    private static int Both(int left, int right) => Math.Max(left, right);

    private static int Count(long value, long large, long medium, long small) => value >= large ? 0 : value >= medium ? 1 : value >= small ? 2 : 3;

    /// <summary>Limits in 万元, the value in fen.</summary>
    private static int Level(long value, long large, long medium, long small) => Count(value, large * 1_000_000, medium * 1_000_000, small * 1_000_000);

    private static int Relationship(ReadOnlySpan<long> row, RelationshipPlaces p)
    {
        if (row[p.EntityType] != 7 && row[p.StrategicAgreement] == 1 && row[p.ChannelLeverage] == 1 && row[p.SoundFinances] == 1
            && row[p.MarginGap] >= 0 && row[p.CreditRating] >= 4 && row[p.AdverseRecord] == 0 && row[p.Litigation] == 0
            && row[p.SettlementShare] >= 6_000 && row[p.AffiliateShare] >= 5_000)
        {
            return 0;
        }

        if (row[p.SpecialContribution] == 1)
        {
            return 1;
        }

        var favoured = row[p.SupportedIndustry] == 1 || row[p.MajorContribution] == 1;
        if (row[p.UsesEbanking] == 0 || row[p.AverageDailyDeposits] < 8_000_000_000 || row[p.PeriodEndDeposits] < 15_000_000_000
            || row[p.PosMonthlyVolume] < 500_000_000 || row[p.PayrollHeadcount] < 100 || row[p.PayrollMonthly] < 50_000_000 || row[p.CreditCardsIssued] < 10)
        {
            return 3;
        }

        var quality = row[p.AverageDailyDeposits] >= 10_000_000_000 && row[p.PeriodEndDeposits] >= 30_000_000_000
            && row[p.PosMonthlyVolume] >= 800_000_000 && row[p.PayrollHeadcount] >= 150 && row[p.PayrollMonthly] >= 80_000_000 && row[p.CreditCardsIssued] >= 20
            && (row[p.HeadOfficeSupported] == 1
                || (favoured && Size((int)row[p.Industry], row[p.Employees], row[p.AnnualRevenue], row[p.BookAssets]) == 0));
        return quality ? 1 : favoured ? 2 : 3;
    }

    private sealed class RelationshipPlaces(Func<string, int> place)
    {
        public readonly int EntityType = place("entityType");
        public readonly int StrategicAgreement = place("strategicAgreement");
        public readonly int ChannelLeverage = place("channelLeverage");
        public readonly int SoundFinances = place("soundFinances");
        public readonly int MarginGap = place("marginGap");
        public readonly int CreditRating = place("creditRating");
        public readonly int AdverseRecord = place("adverseRecord");
        public readonly int Litigation = place("litigation");
        public readonly int SettlementShare = place("settlementShare");
        public readonly int AffiliateShare = place("affiliateShare");
        public readonly int SpecialContribution = place("specialContribution");
        public readonly int SupportedIndustry = place("supportedIndustry");
        public readonly int MajorContribution = place("majorContribution");
        public readonly int HeadOfficeSupported = place("headOfficeSupported");
        public readonly int UsesEbanking = place("usesEbanking");
        public readonly int AverageDailyDeposits = place("averageDailyDeposits");
        public readonly int PeriodEndDeposits = place("periodEndDeposits");
        public readonly int PosMonthlyVolume = place("posMonthlyVolume");
        public readonly int PayrollHeadcount = place("payrollHeadcount");
        public readonly int PayrollMonthly = place("payrollMonthly");
        public readonly int CreditCardsIssued = place("creditCardsIssued");
        public readonly int Industry = place("industry");
        public readonly int Employees = place("employees");
        public readonly int AnnualRevenue = place("annualRevenue");
        public readonly int BookAssets = place("bookAssets");
    }
}
