namespace Kehu.Api;

/// <summary>The facts of a sample firm about its business with the bank: balances, loans, settlement, payroll, products, yield.</summary>
internal static class FirmBanking
{
    private static readonly Quantiles Growth = new((0, -8_000), (250_000, -800), (600_000, 500), (850_000, 2_000), (970_000, 7_000), (Quantiles.Whole, 80_000));

    /// <summary>Writes them; the firm's own figures are on the sheet.</summary>
    public static void Write(FactSheet sheet, Firm firm, DateOnly asOf, Dice dice)
    {
        var busy = firm.Size switch { FirmSize.Large => 600, FirmSize.Medium => 120, FirmSize.Small => 40, FirmSize.Micro => 15 };
        Dealings.Write(sheet, firm.Pace, firm.Years, firm.ClosedDaysAgo, dice.Between(3, busy), asOf, dice);
        Balances(sheet, firm, dice);
        Settlement(sheet, firm, dice);
        Staff(sheet, firm, dice);
        FirmProducts.Write(sheet, firm, dice);
        Yield(sheet, firm, dice);
    }

    private static void Balances(FactSheet sheet, Firm firm, Dice dice)
    {
        var income = sheet[EnterpriseFacts.AnnualRevenue];
        var daily = income / 1_000 * dice.Between(8, 110);
        var (least, leastAtEnd) = firm.Repute switch
        {
            FirmRepute.Strategic => (60, 100),
            FirmRepute.Quality => (105, 310),
            FirmRepute.Sustained => (82, 155),
            FirmRepute.Ordinary => (0, 0),
        };
        daily = Math.Max(daily, Million(least, dice));
        var deposits = daily / 100 * dice.Between(80, 130);
        var invested = dice.Chance(24) ? deposits / 100 * dice.Between(5, 60) : 0;
        sheet.Set(EnterpriseFacts.AverageDailyDeposits, daily);
        sheet.Set(EnterpriseFacts.PeriodEndDeposits, Math.Max(daily / 100 * dice.Between(55, 98), Million(leastAtEnd, dice)));
        sheet.Set(SharedFacts.Deposits, Math.Max(deposits, sheet[EnterpriseFacts.PeriodEndDeposits]));
        sheet.Set(SharedFacts.Investments, invested);
        sheet.Set(SharedFacts.TotalAssets, sheet[SharedFacts.Deposits] + invested);
        sheet.Set(SharedFacts.ExternalAssets, income / 1_000 * dice.Between(0, 60));
        sheet.Set(SharedFacts.Loans, firm.Borrows ? Math.Max(5_000_000, income / 100 * dice.Between(4, 35) / 1_000_000 * 1_000_000) : 0);
        sheet.Set(SharedFacts.AssetGrowth12m, Growth.At(dice.Rank()));
        sheet.Set(EnterpriseFacts.AssetQuality, firm.Quality);
    }

    private static void Settlement(FactSheet sheet, Firm firm, Dice dice)
    {
        var close = firm.Repute != FirmRepute.Ordinary;
        var share = close ? dice.Between(6_000, 9_500) : dice.Below(8_500);
        var volume = firm.Pace is Pace.Dormant or Pace.Never
            ? 0
            : sheet[EnterpriseFacts.AnnualRevenue] / 10_000 * Math.Max(share, 50) / (firm.Pace == Pace.Active ? 1 : 12) * 2;
        sheet.Set(SharedFacts.AnnualTransactionVolume, volume);
        sheet.Set(EnterpriseFacts.SettlementShare, share);
        sheet.Set(EnterpriseFacts.AffiliateShare, close ? dice.Between(5_000, 9_000) : dice.Below(6_000));
        sheet.Set(EnterpriseFacts.BasicAccount, close || dice.Chance(58));
        sheet.Set(EnterpriseFacts.ActiveAccounts, firm.Pace == Pace.Never ? 0 : dice.Between(1, firm.Size == FirmSize.Large ? 12 : 4));
        sheet.Set(EnterpriseFacts.AccountUtilisation, Math.Min(1_000_000, volume / 4 / Math.Max(1, sheet[EnterpriseFacts.AverageDailyDeposits] / 10_000)));
        sheet.Set(EnterpriseFacts.LargeTransfers90d, Math.Min(4_000, volume / 100 * dice.Between(2, 12) / 50_000_000));
        var pos = firm.Industry.Sells && dice.Chance(70) ? volume / 12 / 100 * dice.Between(10, 60) : 0;
        sheet.Set(EnterpriseFacts.PosMonthlyVolume, Math.Max(pos, firm.Repute switch
        {
            FirmRepute.Quality => Million(8, dice),
            FirmRepute.Sustained => Million(5, dice),
            FirmRepute.Strategic or FirmRepute.Ordinary => 0,
        }));
    }

    private static void Staff(FactSheet sheet, Firm firm, Dice dice)
    {
        var close = firm.Repute != FirmRepute.Ordinary;
        var paid = close || dice.Chance(34) ? Math.Max(sheet[EnterpriseFacts.Employees] * dice.Between(30, 100) / 100, close ? dice.Between(150, 220) : 1) : 0;
        sheet.Set(EnterpriseFacts.PayrollHeadcount, paid);
        sheet.Set(EnterpriseFacts.PayrollMonthly, paid * dice.Between(5_500, 14_000) * 100);
        sheet.Set(EnterpriseFacts.CreditCardsIssued, Math.Max(paid * dice.Between(0, 35) / 100, close ? dice.Between(20, 60) : 0));
        sheet.Set(EnterpriseFacts.UsesEbanking, close || dice.Chance(66));
        sheet.Set(EnterpriseFacts.ExecutivesAreVip, dice.Chance(close ? 85 : 12));
    }

    private static void Yield(FactSheet sheet, Firm firm, Dice dice)
    {
        var interest = (sheet[SharedFacts.Loans] / 10_000 * dice.Between(90, 240)) + (sheet[SharedFacts.Deposits] / 10_000 * dice.Between(50, 130));
        var fees = sheet[SharedFacts.AnnualTransactionVolume] / 100_000 * dice.Between(3, 40);
        sheet.Set(SharedFacts.InterestIncome, interest);
        sheet.Set(SharedFacts.FeeIncome, fees);
        sheet.Set(SharedFacts.ProfitContribution, ((interest + fees) / 100 * dice.Between(30, 80)) - dice.Between(60_000, 400_000));
        sheet.Set(SharedFacts.ProductPurchases12m, firm.Pace == Pace.Active ? dice.Below(5) : 0);
    }

    /// <summary>So many million yuan and up to half as many again, in fen.</summary>
    private static long Million(int yuan, Dice dice) => yuan * dice.Between(100, 150) * 1_000_000;
}
