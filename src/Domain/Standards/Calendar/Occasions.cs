namespace Kehu.Domain;

/// <summary>Names of the occasions.</summary>
public static class Occasions
{
    /// <summary>Every occasion, in the enumeration's order.</summary>
    public static Arr<Occasion> All { get; } = Array(
        Occasion.Birthday, Occasion.NewYear, Occasion.SpringFestival, Occasion.Lantern,
        Occasion.LabourDay, Occasion.DragonBoat, Occasion.MidAutumn, Occasion.NationalDay);

    /// <summary>The name on the wire.</summary>
    public static string Code(this Occasion occasion) => occasion switch
    {
        Occasion.Birthday => "birthday",
        Occasion.NewYear => "new-year",
        Occasion.SpringFestival => "spring-festival",
        Occasion.Lantern => "lantern",
        Occasion.LabourDay => "labour-day",
        Occasion.DragonBoat => "dragon-boat",
        Occasion.MidAutumn => "mid-autumn",
        Occasion.NationalDay => "national-day",
    };

    /// <summary>The occasion in words.</summary>
    public static Label Label(this Occasion occasion) => occasion switch
    {
        Occasion.Birthday => new Label("birthday", "生日"),
        Occasion.NewYear => new Label("New Year's Day", "元旦"),
        Occasion.SpringFestival => new Label("Spring Festival", "春节"),
        Occasion.Lantern => new Label("Lantern Festival", "元宵节"),
        Occasion.LabourDay => new Label("Labour Day", "劳动节"),
        Occasion.DragonBoat => new Label("Dragon Boat Festival", "端午节"),
        Occasion.MidAutumn => new Label("Mid-Autumn Festival", "中秋节"),
        Occasion.NationalDay => new Label("National Day", "国庆节"),
    };
}
