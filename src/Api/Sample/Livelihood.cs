namespace Kehu.Api;

/// <summary>An occupation with what goes with it: yearly income in yuan, how the income reaches the bank, and whether there is an employer.</summary>
internal sealed record Livelihood(string Code, Quantiles Income, int PayrollPercent, int CreditCardPercent, bool Employed)
{
    public static readonly Livelihood BusinessOwner = new("business-owner", Earning(40_000, 180_000, 900_000, 6_000_000), 3, 55, false);

    public static readonly Livelihood WhiteCollar = new("white-collar", Earning(50_000, 130_000, 300_000, 800_000), 75, 65, true);

    public static readonly Livelihood ProfessionalManager = new("professional-manager", Earning(150_000, 380_000, 900_000, 4_000_000), 60, 70, true);

    public static readonly Livelihood CivilServant = new("civil-servant", Earning(60_000, 120_000, 220_000, 420_000), 80, 50, true);

    public static readonly Livelihood Worker = new("worker", Earning(25_000, 62_000, 110_000, 240_000), 55, 30, true);

    public static readonly Livelihood Farmer = new("farmer", Earning(6_000, 28_000, 70_000, 400_000), 0, 8, false);

    public static readonly Livelihood Student = new("student", Earning(0, 3_000, 15_000, 40_000), 0, 12, false);

    public static readonly Livelihood Retired = new("retired", Earning(6_000, 42_000, 80_000, 260_000), 45, 12, false);

    public static readonly Livelihood Other = new("other", Earning(8_000, 45_000, 100_000, 600_000), 10, 22, false);

    private static readonly Weighted<Livelihood> Young = new((Student, 70), (Worker, 14), (WhiteCollar, 8), (Other, 8));

    private static readonly Weighted<Livelihood> Grown = new(
        (Worker, 28), (WhiteCollar, 26), (Farmer, 14), (BusinessOwner, 9), (CivilServant, 7), (ProfessionalManager, 4), (Other, 12));

    private static readonly Weighted<Livelihood> Old = new((Retired, 78), (Farmer, 13), (BusinessOwner, 4), (Other, 5));

    /// <summary>An occupation for an age.</summary>
    public static Livelihood Draw(int age, Dice dice) => (age < 23 ? Young : age < 60 ? Grown : Old).Draw(dice);

    private static Quantiles Earning(long least, long median, long high, long most) =>
        new((0, least), (500_000, median), (930_000, high), (Quantiles.Whole, most));
}
