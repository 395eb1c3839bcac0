namespace Kehu.Domain;

/// <summary>Occasions in codes and words.</summary>
public static class OccasionWords
{
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
        Occasion.Lantern => new Label("Lantern Festival", "元宵"),
        Occasion.LabourDay => new Label("Labour Day", "劳动节"),
        Occasion.DragonBoat => new Label("Dragon Boat Festival", "端午"),
        Occasion.MidAutumn => new Label("Mid-Autumn Festival", "中秋"),
        Occasion.NationalDay => new Label("National Day", "国庆"),
    };
}
