namespace Kehu.Api;

/// <summary>What a sample person holds with the bank: assets, loans, products, a time deposit.</summary>
internal static class PersonHoldings
{
    /// <summary>Assets in yuan: seven in ten below 50 000, one in a hundred above a million, seven in ten thousand in private banking.</summary>
    private static readonly Quantiles Assets = new(
        (0, 0), (100_000, 300), (300_000, 4_000), (500_000, 15_000), (700_000, 50_000), (850_000, 110_000), (925_000, 200_000),
        (975_000, 500_000), (990_000, 1_000_000), (998_500, 5_000_000), (999_300, 6_000_000), (999_900, 20_000_000), (Quantiles.Whole, 150_000_000));

    private static readonly Weighted<int> Terms = new((1, 2), (3, 18), (6, 17), (12, 30), (24, 12), (36, 15), (60, 6));

    private static readonly Weighted<int> Placements = new((1, 42), (2, 20), (3, 12), (4, 7), (5, 5), (6, 4), (8, 4), (10, 3), (12, 3));

    /// <summary>Writes balances, products and the time deposit.</summary>
    public static void Write(FactSheet sheet, Person person, Dice dice)
    {
        var total = (Assets.At(person.WealthRank) * 100) + dice.Below(100);
        var invests = dice.Chance(person.WealthRank switch { < 300_000 => 1, < 700_000 => 14, < 925_000 => 38, < 990_000 => 66, _ => 92 });
        var investments = invests ? total * dice.Between(10, 70) / 100 : 0;
        sheet.Set(SharedFacts.TotalAssets, total);
        sheet.Set(SharedFacts.Deposits, total - investments);
        sheet.Set(SharedFacts.Investments, investments);
        var products = Everyday(person, dice) | (invests ? Invested(dice) : 0) | Borrowed(sheet, person, dice);
        var savings = person.Savings ?? Drawn(total - investments, person.Age, dice);
        sheet.Set(SharedFacts.Products, products | (savings is null ? 0 : Products.TimeDeposit));
        if (savings is { } held)
        {
            sheet.Set(SharedFacts.DepositAmount, held.Yuan * 100);
            sheet.Set(SharedFacts.DepositTermMonths, held.Months);
            sheet.Set(SharedFacts.DepositsPerYear, held.PerYear);
        }
    }

    private static long Everyday(Person person, Dice dice) =>
        dice.With(person.WealthRank >= 925_000 ? 72 : 1, Products.GoldCard)
        | dice.With(person.Work.CreditCardPercent, Products.CreditCard)
        | dice.With(person.WealthRank >= 700_000 ? 55 : 18, Products.UsbKey)
        | dice.With(person.Age < 60 ? 78 : 30, Products.MobileBanking)
        | dice.With(person.Work.PayrollPercent, Products.Payroll);

    private static long Invested(Dice dice)
    {
        var held = dice.With(62, Products.WealthProduct) | dice.With(34, Products.Fund) | dice.With(26, Products.Insurance)
            | dice.With(7, Products.PreciousMetal) | dice.With(15, Products.ThirdPartyCustody);
        return held == 0 ? Products.WealthProduct : held;
    }

    private static long Borrowed(FactSheet sheet, Person person, Dice dice)
    {
        var mortgage = person.Age is >= 25 and < 58 && dice.Chance(19);
        var consumer = person.Age is >= 22 and < 60 && dice.Chance(8);
        var business = person.Work == Livelihood.BusinessOwner && dice.Chance(26);
        sheet.Set(
            SharedFacts.Loans,
            (mortgage ? dice.Between(8_000_000, 220_000_000) : 0)
            + (consumer ? dice.Between(300_000, 20_000_000) : 0)
            + (business ? dice.Between(5_000_000, 300_000_000) : 0));
        return (mortgage ? Products.Mortgage : 0) | (consumer ? Products.ConsumerLoan : 0) | (business ? Products.BusinessLoan : 0);
    }

    /// <summary>A time deposit out of the deposits: the old like it best, and nobody places less than a hundred yuan.</summary>
    private static Savings? Drawn(long deposits, int age, Dice dice)
    {
        var hundreds = deposits * dice.Between(25, 100) / 100 / 10_000;
        return dice.Chance(age < 40 ? 16 : age < 60 ? 34 : 58) && hundreds > 0 ? new Savings(hundreds * 100, Terms.Draw(dice), Placements.Draw(dice)) : null;
    }
}
