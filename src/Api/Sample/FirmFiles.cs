namespace Kehu.Api;

/// <summary>The facts of a sample firm about itself: size, results, ownership, standing in its trade.</summary>
internal static class FirmFiles
{
    private static readonly Weighted<string> Ratings = new(("aaa", 3), ("aa", 11), ("a", 30), ("bbb", 28), ("bb", 17), ("b", 8), ("c", 3));

    private static readonly Weighted<string> GoodRatings = new(("aaa", 30), ("aa", 45), ("a", 25));

    /// <summary>Writes every fact of the firm.</summary>
    public static void Write(FactSheet sheet, Firm firm, DateOnly asOf, Dice dice)
    {
        Results(sheet, firm, dice);
        Character(sheet, firm, dice);
        Repute(sheet, firm, dice);
        FirmBanking.Write(sheet, firm, asOf, dice);
    }

    private static void Results(FactSheet sheet, Firm firm, Dice dice)
    {
        var place = dice.Below(1_000);
        var income = firm.Industry.Income.At(firm.Size, Nearby(place, dice)) * 1_000_000 + dice.Below(1_000_000);
        var peers = firm.Industry.MarginBasisPoints;
        var margin = dice.Chance(14) ? -dice.Between(10, 1_800) : peers + dice.Between(-peers * 9 / 10, peers);
        margin = firm.Repute == FirmRepute.Strategic ? peers + dice.Between(0, peers) : margin;
        sheet.Set(EnterpriseFacts.Industry, firm.Industry.Code);
        sheet.Set(EnterpriseFacts.Employees, Math.Max(1, firm.Industry.Employees.At(firm.Size, Nearby(place, dice))));
        sheet.Set(EnterpriseFacts.AnnualRevenue, income);
        sheet.Set(EnterpriseFacts.BookAssets, firm.Industry.Assets.At(firm.Size, Nearby(place, dice)) * 1_000_000 + dice.Below(1_000_000));
        sheet.Set(EnterpriseFacts.ProfitMargin, margin);
        sheet.Set(EnterpriseFacts.IndustryMargin, peers);
        sheet.Set(EnterpriseFacts.NetProfit, income / 10_000 * margin);
    }

    private static void Character(FactSheet sheet, Firm firm, Dice dice)
    {
        sheet.Set(EnterpriseFacts.Ownership, firm.Ownership);
        sheet.Set(EnterpriseFacts.CountriesOfOperation, firm.Countries);
        sheet.Set(EnterpriseFacts.Sector, firm.Sector);
        sheet.Set(EnterpriseFacts.Market, firm.Market);
        sheet.Set(EnterpriseFacts.LowerLargeSalesThreshold, firm.Industry.LowerLimit);
        sheet.Set(EnterpriseFacts.YearsInBusiness, firm.Years + dice.Below(12));
        sheet.Set(EnterpriseFacts.BrandAgency, dice.Chance(firm.Industry.Sells ? 24 : 3));
        sheet.Set(EnterpriseFacts.EntityType, firm.EntityType);
    }

    private static void Repute(FactSheet sheet, Firm firm, Dice dice)
    {
        var best = firm.Repute == FirmRepute.Strategic;
        var close = firm.Repute != FirmRepute.Ordinary;
        sheet.Set(EnterpriseFacts.StrategicGroupMember, best || (firm.Size == FirmSize.Large ? dice.Chance(12) : dice.ChanceInThousand(4)));
        sheet.Set(EnterpriseFacts.StrategicAgreement, best || dice.Chance(close ? 20 : 1));
        sheet.Set(EnterpriseFacts.ChannelLeverage, best || dice.Chance(close ? 30 : 4));
        sheet.Set(EnterpriseFacts.SoundFinances, best || dice.Chance(close ? 75 : 22));
        sheet.Set(EnterpriseFacts.CreditRating, (close ? GoodRatings : Ratings).Draw(dice));
        sheet.Set(EnterpriseFacts.AdverseRecord, !close && dice.Chance(4));
        sheet.Set(EnterpriseFacts.Litigation, !close && dice.Chance(6));
        sheet.Set(EnterpriseFacts.SupportedIndustry, firm.Repute is FirmRepute.Quality or FirmRepute.Sustained || dice.Chance(21));
        sheet.Set(EnterpriseFacts.MajorContribution, close || dice.Chance(3));
        sheet.Set(EnterpriseFacts.HeadOfficeSupported, firm.Repute == FirmRepute.Quality || dice.ChanceInThousand(6));
        sheet.Set(EnterpriseFacts.SpecialContribution, firm.Recognised);
    }

    /// <summary>A place near another within the thousand of a size.</summary>
    private static long Nearby(long place, Dice dice) => Math.Clamp(place + dice.Between(-150, 150), 0, 999);
}
