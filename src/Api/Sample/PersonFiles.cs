namespace Kehu.Api;

/// <summary>The facts of a sample person: who it is, how it deals with the bank, what it holds, what it brings.</summary>
internal static class PersonFiles
{
    private static readonly Quantiles HighVolume = new((0, 100_000), (600_000, 220_000), (950_000, 900_000), (Quantiles.Whole, 8_000_000));

    private static readonly Quantiles MediumVolume = new((0, 50_000), (Quantiles.Whole, 99_998));

    private static readonly Quantiles LowVolume = new((0, 200), (500_000, 12_000), (Quantiles.Whole, 49_998));

    private static readonly Quantiles Monthly = new((0, 3), (600_000, 12), (950_000, 40), (Quantiles.Whole, 90));

    private static readonly Quantiles Growth =
        new((0, -9_500), (200_000, -1_200), (600_000, 400), (850_000, 2_000), (970_000, 8_000), (Quantiles.Whole, 60_000));

    private static readonly Quantiles Elsewhere = new((0, 0), (500_000, 8_000), (850_000, 120_000), (975_000, 1_000_000), (Quantiles.Whole, 20_000_000));

    private static readonly Weighted<string> Credit = new(("excellent", 22), ("good", 46), ("fair", 26), ("poor", 6));

    private static readonly Weighted<string> BoldRisk = new(("c1", 6), ("c2", 18), ("c3", 38), ("c4", 26), ("c5", 12));

    private static readonly Weighted<string> CarefulRisk = new(("c1", 34), ("c2", 38), ("c3", 21), ("c4", 6), ("c5", 1));

    /// <summary>Writes every fact of the person.</summary>
    public static void Write(FactSheet sheet, Person person, DateOnly asOf, Dice dice)
    {
        Dealings.Write(sheet, person.Pace, person.Years, person.ClosedDaysAgo, Monthly.At(dice.RankNear(person.WealthRank)), asOf, dice);
        sheet.Set(SharedFacts.AnnualTransactionVolume, Volume(person, dice));
        PersonHoldings.Write(sheet, person, dice);
        Self(sheet, person, asOf, dice);
        Yield(sheet, person, dice);
    }

    private static long Volume(Person person, Dice dice)
    {
        if (person.Pace is Pace.Dormant or Pace.Never)
        {
            return 0;
        }

        var yuan = person.Tier switch
        {
            VolumeTier.High => HighVolume,
            VolumeTier.Medium => MediumVolume,
            VolumeTier.Low => LowVolume,
        };
        return (yuan.At(dice.Rank()) * 100) + dice.Below(100);
    }

    private static void Self(FactSheet sheet, Person person, DateOnly asOf, Dice dice)
    {
        sheet.Set(PersonalFacts.BirthDate, asOf.AddYears(-person.Age).AddDays(-(int)dice.Below(365)));
        sheet.Set(PersonalFacts.Gender, person.Gender);
        sheet.Set(PersonalFacts.Occupation, person.Work.Code);
        sheet.Set(PersonalFacts.AnnualIncome, person.Work.Income.At(dice.RankNear(person.WealthRank)) / 100 * 10_000);
        sheet.Set(PersonalFacts.CreditGrade, Credit.Draw(dice));
        sheet.Set(PersonalFacts.RiskLevel, (person.Age < 55 ? BoldRisk : CarefulRisk).Draw(dice));
    }

    private static void Yield(FactSheet sheet, Person person, Dice dice)
    {
        var interest = (sheet[SharedFacts.Loans] * dice.Between(150, 280) / 10_000) + (sheet[SharedFacts.Deposits] * dice.Between(60, 140) / 10_000);
        var fees = (sheet[SharedFacts.Investments] * dice.Between(30, 120) / 10_000)
            + (sheet[SharedFacts.AnnualTransactionVolume] * dice.Between(1, 6) / 10_000);
        sheet.Set(SharedFacts.InterestIncome, interest);
        sheet.Set(SharedFacts.FeeIncome, fees);
        sheet.Set(SharedFacts.ProfitContribution, interest + fees - dice.Between(2_000, 18_000));
        sheet.Set(SharedFacts.AssetGrowth12m, Growth.At(dice.Rank()));
        sheet.Set(SharedFacts.ExternalAssets, Elsewhere.At(dice.RankNear(person.WealthRank)) / 100 * 10_000);
        sheet.Set(SharedFacts.ProductPurchases12m, person.Pace == Pace.Active ? dice.Below(2 + (person.WealthRank / 200_000)) : 0);
    }
}
