namespace Kehu.Bench;

/// <summary>
/// What a programmer would write by hand to decide and to show why: the criteria are known beforehand, so one array of lines a decision is all
/// that is made. The lines are those of the policies' evidence, to the last one. The places of criteria are written as constants.
/// </summary>
internal static class HandEvidence
{
    private static readonly long[] TierBounds = [500_000_000, 100_000_000, 20_000_000, 5_000_000];

    /// <summary>The criteria of one class of the size table: its own place and those of its 16 branches.</summary>
    private const int SizeStride = 45;

    /// <summary>Where in a class each industry's branch lies: 14 of them are a group of two bounds, two are one bound.</summary>
    private static readonly int[] SizeBranch = [1, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35, 38, 41, 44];

    public static EvidenceLine[] PersonalAssetTier(ReadOnlySpan<long> row)
    {
        var value = row[0];
        var outcome = value >= 500_000_000 ? 0 : value >= 100_000_000 ? 1 : value >= 20_000_000 ? 2 : value >= 5_000_000 ? 3 : 4;
        var lines = new EvidenceLine[Math.Min(outcome + 1, 4)];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Line(i, value >= TierBounds[i], value);
        }

        return lines;
    }

    public static EvidenceLine[] EnterpriseSize(ReadOnlySpan<long> row)
    {
        var (industry, x, y, z) = ((int)row[HandWritten.SizePlaces.Industry], row[HandWritten.SizePlaces.Employees], row[HandWritten.SizePlaces.AnnualRevenue], row[HandWritten.SizePlaces.BookAssets]);
        var outcome = HandWritten.Size(industry, x, y, z);
        var tested = Math.Min(outcome + 1, 3);
        var lines = new EvidenceLine[tested * (IsSingle(industry) ? 2 : 4)];
        var n = 0;
        for (var level = 0; level < tested; level++)
        {
            Size(lines, ref n, level, level * SizeStride, industry, x, y, z);
        }

        return lines;
    }

    private static bool IsSingle(int industry) => industry is 0 or 15;

    /// <summary>One class of the size table for one industry: the choice, the two bounds' group, the bounds.</summary>
    private static void Size(EvidenceLine[] lines, ref int n, int level, int at, int industry, long x, long y, long z)
    {
        var limits = HandWritten.Limits[industry];
        var branch = at + SizeBranch[industry];
        switch (industry)
        {
            case 0:
                lines[n++] = Line(at, y >= limits.Y[level], industry);
                lines[n++] = Line(branch, y >= limits.Y[level], y);
                break;
            case 15:
                lines[n++] = Line(at, x >= limits.X[level], industry);
                lines[n++] = Line(branch, x >= limits.X[level], x);
                break;
            case 2 or 12:
                Two(lines, ref n, at, branch, industry, y >= limits.Y[level], y, z >= limits.Z[level], z);
                break;
            case 14:
                Two(lines, ref n, at, branch, industry, x >= limits.X[level], x, z >= limits.Z[level], z);
                break;
            default:
                Two(lines, ref n, at, branch, industry, x >= limits.X[level], x, y >= limits.Y[level], y);
                break;
        }
    }

    private static void Two(EvidenceLine[] lines, ref int n, int at, int branch, int industry, bool first, long a, bool second, long b)
    {
        lines[n++] = Line(at, first && second, industry);
        lines[n++] = Group(branch, first && second);
        lines[n++] = Line(branch + 1, first, a);
        lines[n++] = Line(branch + 2, second, b);
    }

    public static EvidenceLine[] CorporateRelationship(ReadOnlySpan<long> row)
    {
        var outcome = HandWritten.Relationship(row);
        var industry = (int)row[HandWritten.RelationshipPlaces.Industry];
        var large = IsSingle(industry) ? 2 : 4;
        var lines = new EvidenceLine[13 + (outcome >= 1 ? 17 + large : 0) + (outcome >= 2 ? 11 : 0)];
        Strategic(lines, row, outcome == 0);
        if (outcome >= 1)
        {
            var n = 13;
            Quality(lines, ref n, row, outcome == 1, industry);
            if (outcome >= 2)
            {
                Sustained(lines, n, row, outcome == 2);
            }
        }

        return lines;
    }

    private static void Strategic(EvidenceLine[] lines, ReadOnlySpan<long> row, bool met)
    {
        lines[0] = Group(0, met);
        lines[1] = Line(1, row[HandWritten.RelationshipPlaces.EntityType] != 7, row[HandWritten.RelationshipPlaces.EntityType]);
        lines[2] = Line(2, row[HandWritten.RelationshipPlaces.StrategicAgreement] == 1, row[HandWritten.RelationshipPlaces.StrategicAgreement]);
        lines[3] = Line(3, row[HandWritten.RelationshipPlaces.ChannelLeverage] == 1, row[HandWritten.RelationshipPlaces.ChannelLeverage]);
        lines[4] = Line(4, row[HandWritten.RelationshipPlaces.SoundFinances] == 1, row[HandWritten.RelationshipPlaces.SoundFinances]);
        lines[5] = Line(5, row[HandWritten.RelationshipPlaces.MarginGap] >= 0, row[HandWritten.RelationshipPlaces.MarginGap]);
        lines[6] = Line(6, row[HandWritten.RelationshipPlaces.CreditRating] >= 4, row[HandWritten.RelationshipPlaces.CreditRating]);
        lines[7] = Group(7, row[HandWritten.RelationshipPlaces.AdverseRecord] == 0);
        lines[8] = Line(8, row[HandWritten.RelationshipPlaces.AdverseRecord] == 1, row[HandWritten.RelationshipPlaces.AdverseRecord]);
        lines[9] = Group(9, row[HandWritten.RelationshipPlaces.Litigation] == 0);
        lines[10] = Line(10, row[HandWritten.RelationshipPlaces.Litigation] == 1, row[HandWritten.RelationshipPlaces.Litigation]);
        lines[11] = Line(11, row[HandWritten.RelationshipPlaces.SettlementShare] >= 6_000, row[HandWritten.RelationshipPlaces.SettlementShare]);
        lines[12] = Line(12, row[HandWritten.RelationshipPlaces.AffiliateShare] >= 5_000, row[HandWritten.RelationshipPlaces.AffiliateShare]);
    }

    private static void Quality(EvidenceLine[] lines, ref int n, ReadOnlySpan<long> row, bool met, int industry)
    {
        var (special, supported, major, office) = (row[HandWritten.RelationshipPlaces.SpecialContribution] == 1, row[HandWritten.RelationshipPlaces.SupportedIndustry] == 1, row[HandWritten.RelationshipPlaces.MajorContribution] == 1, row[HandWritten.RelationshipPlaces.HeadOfficeSupported] == 1);
        var large = HandWritten.Size(industry, row[HandWritten.RelationshipPlaces.Employees], row[HandWritten.RelationshipPlaces.AnnualRevenue], row[HandWritten.RelationshipPlaces.BookAssets]) == 0;
        var (daily, period, pos) = (row[HandWritten.RelationshipPlaces.AverageDailyDeposits], row[HandWritten.RelationshipPlaces.PeriodEndDeposits], row[HandWritten.RelationshipPlaces.PosMonthlyVolume]);
        var (ebanking, heads, payroll, cards) = (row[HandWritten.RelationshipPlaces.UsesEbanking] == 1, row[HandWritten.RelationshipPlaces.PayrollHeadcount], row[HandWritten.RelationshipPlaces.PayrollMonthly], row[HandWritten.RelationshipPlaces.CreditCardsIssued]);
        var whole = (office || (large && (supported || major))) && daily >= 10_000_000_000 && period >= 30_000_000_000 && pos >= 800_000_000 && ebanking
            && heads >= 150 && payroll >= 80_000_000 && cards >= 20;
        lines[n++] = Group(13, met);
        lines[n++] = Line(14, special, row[HandWritten.RelationshipPlaces.SpecialContribution]);
        lines[n++] = Group(15, whole);
        lines[n++] = Group(16, office || (large && (supported || major)));
        lines[n++] = Group(17, large && (supported || major));
        lines[n++] = Group(18, large);
        Size(lines, ref n, 0, 19, industry, row[HandWritten.RelationshipPlaces.Employees], row[HandWritten.RelationshipPlaces.AnnualRevenue], row[HandWritten.RelationshipPlaces.BookAssets]);
        const int After = 19 + SizeStride;
        lines[n++] = Group(After, supported || major);
        lines[n++] = Line(After + 1, supported, row[HandWritten.RelationshipPlaces.SupportedIndustry]);
        lines[n++] = Line(After + 2, major, row[HandWritten.RelationshipPlaces.MajorContribution]);
        lines[n++] = Line(After + 3, office, row[HandWritten.RelationshipPlaces.HeadOfficeSupported]);
        lines[n++] = Line(After + 4, daily >= 10_000_000_000, daily);
        lines[n++] = Line(After + 5, period >= 30_000_000_000, period);
        lines[n++] = Line(After + 6, pos >= 800_000_000, pos);
        lines[n++] = Line(After + 7, ebanking, row[HandWritten.RelationshipPlaces.UsesEbanking]);
        lines[n++] = Line(After + 8, heads >= 150, heads);
        lines[n++] = Line(After + 9, payroll >= 80_000_000, payroll);
        lines[n++] = Line(After + 10, cards >= 20, cards);
    }

    private static void Sustained(EvidenceLine[] lines, int n, ReadOnlySpan<long> row, bool met)
    {
        var (supported, major) = (row[HandWritten.RelationshipPlaces.SupportedIndustry] == 1, row[HandWritten.RelationshipPlaces.MajorContribution] == 1);
        const int At = 19 + SizeStride + 11;
        lines[n] = Group(At, met);
        lines[n + 1] = Group(At + 1, supported || major);
        lines[n + 2] = Line(At + 2, supported, row[HandWritten.RelationshipPlaces.SupportedIndustry]);
        lines[n + 3] = Line(At + 3, major, row[HandWritten.RelationshipPlaces.MajorContribution]);
        lines[n + 4] = Line(At + 4, row[HandWritten.RelationshipPlaces.AverageDailyDeposits] >= 8_000_000_000, row[HandWritten.RelationshipPlaces.AverageDailyDeposits]);
        lines[n + 5] = Line(At + 5, row[HandWritten.RelationshipPlaces.PeriodEndDeposits] >= 15_000_000_000, row[HandWritten.RelationshipPlaces.PeriodEndDeposits]);
        lines[n + 6] = Line(At + 6, row[HandWritten.RelationshipPlaces.PosMonthlyVolume] >= 500_000_000, row[HandWritten.RelationshipPlaces.PosMonthlyVolume]);
        lines[n + 7] = Line(At + 7, row[HandWritten.RelationshipPlaces.UsesEbanking] == 1, row[HandWritten.RelationshipPlaces.UsesEbanking]);
        lines[n + 8] = Line(At + 8, row[HandWritten.RelationshipPlaces.PayrollHeadcount] >= 100, row[HandWritten.RelationshipPlaces.PayrollHeadcount]);
        lines[n + 9] = Line(At + 9, row[HandWritten.RelationshipPlaces.PayrollMonthly] >= 50_000_000, row[HandWritten.RelationshipPlaces.PayrollMonthly]);
        lines[n + 10] = Line(At + 10, row[HandWritten.RelationshipPlaces.CreditCardsIssued] >= 10, row[HandWritten.RelationshipPlaces.CreditCardsIssued]);
    }

    private static EvidenceLine Line(int criterion, bool met, long read) => new(criterion, met ? Truth.True : Truth.False, Interval.Point(read));

    private static EvidenceLine Group(int criterion, bool met) => new(criterion, met ? Truth.True : Truth.False, default);
}
