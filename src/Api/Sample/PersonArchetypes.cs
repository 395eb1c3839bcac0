namespace Kehu.Api;

/// <summary>
/// The first persons of every portfolio, whatever its seed and scale: whole files that between them meet the classes of the policies.
/// Their bands of volume run high, medium, medium, low, low.
/// </summary>
internal static class PersonArchetypes
{
    private static readonly Person[] All =
    [
        Of(52, "male", Livelihood.BusinessOwner, 999_950, Pace.Active, 15, new(500_000, 36, 2)),
        Of(45, "female", Livelihood.ProfessionalManager, 998_800, Pace.Active, 8, new(2_000_000, 60, 12)),
        Of(38, "unstated", Livelihood.WhiteCollar, 995_000, Pace.Potential, 6, new(100_000, 24, 4)),
        Of(67, "female", Livelihood.Retired, 950_000, Pace.Dormant, 20, new(120_000, 12, 5)),
        Of(20, "male", Livelihood.Student, 100_000, Pace.Never, 2, null),
        Of(33, "female", Livelihood.WhiteCollar, 950_000, Pace.Active, 5, new(9_900, 6, 1)),
        Of(41, "male", Livelihood.CivilServant, 800_000, Pace.Active, 10, new(50_000, 12, 6)),
        Of(29, "male", Livelihood.Worker, 500_000, Pace.Potential, 3, null),
        Of(58, "female", Livelihood.Farmer, 600_000, Pace.Dormant, 9, new(8_000, 3, 1)),
        Of(36, "male", Livelihood.Other, 300_000, Pace.Potential, 1, null),
        Of(59, "male", Livelihood.ProfessionalManager, 999_000, Pace.Active, 12, new(1_000_000, 36, 10)),
        Of(47, "female", Livelihood.BusinessOwner, 985_000, Pace.Active, 4, null),
        Of(60, "female", Livelihood.CivilServant, 900_000, Pace.Active, 25, new(60_000, 36, 5)),
        Of(90, "male", Livelihood.Retired, 750_000, Pace.Potential, 30, new(10_000, 60, 1)),
        Of(18, "female", Livelihood.Student, 50_000, Pace.Active, 0, null),
        Of(35, "male", Livelihood.WhiteCollar, 996_000, Pace.Active, 7, null),
        Of(44, "female", Livelihood.Worker, 780_000, Pace.Active, 11, new(20_000, 1, 12)),
        Of(50, "male", Livelihood.Farmer, 820_000, Pace.Potential, 14, new(30_000, 12, 3)),
        Of(31, "unstated", Livelihood.Other, 930_000, Pace.Dormant, 5, null),
        Of(26, "female", Livelihood.Worker, 200_000, Pace.Active, 1, null),
        Of(39, "female", Livelihood.BusinessOwner, 997_000, Pace.Potential, 9, new(300_000, 6, 4)),
        Of(63, "male", Livelihood.Retired, 992_000, Pace.Active, 18, new(800_000, 24, 5)),
        Of(55, "female", Livelihood.ProfessionalManager, 970_000, Pace.Active, 3, null),
        Of(72, "unstated", Livelihood.Retired, 850_000, Pace.Potential, 22, new(90_000, 36, 2)),
        Of(48, "male", Livelihood.Worker, 650_000, Pace.Never, 6, null),
    ];

    /// <summary>How many there are: whole fives, so that the bands come out even.</summary>
    public static int Count => All.Length;

    /// <summary>The archetype at a place from 0.</summary>
    public static Person At(int place) => All[place] with { Tier = VolumeTiers.OfArchetype(place) };

    private static Person Of(int age, string gender, Livelihood work, int wealthRank, Pace pace, int years, Savings? savings) =>
        new(VolumeTier.Low, age, gender, work, wealthRank, pace, years, 0, savings);
}
