namespace Kehu.Api;

/// <summary>The products of a sample firm, by what it does with the bank.</summary>
internal static class FirmProducts
{
    /// <summary>Writes the products and, where one is held, the time deposit.</summary>
    public static void Write(FactSheet sheet, Firm firm, Dice dice)
    {
        var big = firm.Size is FirmSize.Large or FirmSize.Medium;
        var saves = dice.Chance(big ? 32 : 9) && sheet[SharedFacts.Deposits] >= 4_000_000;
        sheet.Set(
            SharedFacts.Products,
            When(sheet[EnterpriseFacts.UsesEbanking] == 1, Products.CorporateEbanking)
            | When(sheet[EnterpriseFacts.PayrollHeadcount] > 0, Products.Payroll)
            | When(sheet[EnterpriseFacts.PosMonthlyVolume] > 0, Products.Pos)
            | When(firm.Borrows, Products.BusinessLoan)
            | When(sheet[SharedFacts.Investments] > 0, Products.WealthProduct)
            | When(sheet[EnterpriseFacts.CreditCardsIssued] > 0, Products.CreditCard)
            | When(saves, Products.TimeDeposit)
            | dice.With(big ? 46 : 4, Products.CashManagement)
            | dice.With(firm.Countries > 1 ? 75 : big ? 14 : 2, Products.TradeFinance)
            | dice.With(firm.Industry.Code == "construction" ? 40 : big ? 12 : 1, Products.Guarantee)
            | dice.With(firm.Size == FirmSize.Large ? 12 : 0, Products.BondUnderwriting)
            | dice.With(7, Products.Insurance));
        if (saves)
        {
            sheet.Set(SharedFacts.DepositAmount, sheet[SharedFacts.Deposits] / 100 * dice.Between(10, 60) / 1_000_000 * 1_000_000);
            sheet.Set(SharedFacts.DepositTermMonths, dice.OneOf<long>([3, 6, 12, 24, 36]));
            sheet.Set(SharedFacts.DepositsPerYear, dice.Between(1, 12));
        }
    }

    private static long When(bool held, long product) => held ? product : 0;
}
