namespace Kehu.Domain;

/// <summary>What customers are greeted on. Source: standards, 1.</summary>
public enum Occasion
{
    Birthday = 0,
    NewYear,
    SpringFestival,
    Lantern,
    LabourDay,
    DragonBoat,
    MidAutumn,
    NationalDay,
}
