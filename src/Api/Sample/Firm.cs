namespace Kehu.Api;

/// <summary>How close a sample firm stands to the bank.</summary>
internal enum FirmRepute
{
    /// <summary>An ordinary customer.</summary>
    Ordinary = 0,

    /// <summary>Large balances and much use, short of the best.</summary>
    Sustained,

    /// <summary>Larger still.</summary>
    Quality,

    /// <summary>A leader of its trade under agreement with the bank.</summary>
    Strategic,
}

/// <summary>
/// What a sample firm is like; the facts follow from it. Quality is that of the bank's claims on it;
/// a recognised firm is named for a special contribution.
/// </summary>
internal sealed record Firm(
    FirmIndustry Industry, FirmSize Size, Pace Pace, int Years, int ClosedDaysAgo, FirmRepute Repute, string Ownership, string Sector,
    string Market, bool Borrows, int Countries, string EntityType, string Quality, bool Recognised)
{
    private static readonly Weighted<FirmSize> Sizes = new((FirmSize.Micro, 640), (FirmSize.Small, 290), (FirmSize.Medium, 60), (FirmSize.Large, 10));

    private static readonly Weighted<Pace> Paces = new((Pace.Active, 71), (Pace.Potential, 20), (Pace.Dormant, 7), (Pace.Never, 2));

    private static readonly Weighted<FirmRepute> LargeReputes = new(
        (FirmRepute.Ordinary, 58), (FirmRepute.Sustained, 16), (FirmRepute.Quality, 14), (FirmRepute.Strategic, 12));

    private static readonly Weighted<FirmRepute> MediumReputes = new(
        (FirmRepute.Ordinary, 94), (FirmRepute.Sustained, 4), (FirmRepute.Quality, 1), (FirmRepute.Strategic, 1));

    private static readonly Weighted<string> LargeOwners = new(("state-owned", 36), ("private", 44), ("foreign-invested", 15), ("other", 5));

    private static readonly Weighted<string> Owners = new(("state-owned", 4), ("private", 88), ("foreign-invested", 3), ("other", 5));

    private static readonly Weighted<string> Leaders = new(
        ("central-soe", 16), ("provincial-soe-leader", 18), ("monopoly-institution", 6), ("china-top-500", 14),
        ("industry-top-100", 18), ("headquarters-group-chain", 16), ("listed-company", 12));

    private static readonly Weighted<string> Qualities = new(("normal", 91), ("special-mention", 5), ("substandard", 2), ("doubtful", 1), ("loss", 1));

    private static readonly Quantiles Tenure = new((0, 0), (250_000, 2), (650_000, 6), (930_000, 14), (Quantiles.Whole, 25));

    public static Firm Draw(Dice dice)
    {
        var (industry, size, pace) = (FirmIndustry.Draw(dice), Sizes.Draw(dice), Paces.Draw(dice));
        var repute = size switch
        {
            FirmSize.Large => LargeReputes.Draw(dice),
            FirmSize.Medium => MediumReputes.Draw(dice),
            FirmSize.Small or FirmSize.Micro => FirmRepute.Ordinary,
        };
        var multinational = dice.ChanceInThousand(size switch { FirmSize.Large => 220, FirmSize.Medium => 60, FirmSize.Small => 10, FirmSize.Micro => 2 });
        return new Firm(
            industry,
            size,
            repute == FirmRepute.Ordinary ? pace : Pace.Active,
            Math.Max(Dealings.FewestYears(pace), (int)Tenure.At(dice.Rank())),
            Dealings.ClosedDaysAgo(LikelyTier(pace), dice),
            repute,
            (size == FirmSize.Large ? LargeOwners : Owners).Draw(dice),
            dice.Chance(5) ? "institution" : "company",
            MarketOf(industry, dice),
            dice.Chance(size switch { FirmSize.Large => 82, FirmSize.Medium => 64, FirmSize.Small => 42, FirmSize.Micro => 22 }),
            multinational ? (int)dice.Between(2, size == FirmSize.Large ? 40 : 6) : 1,
            repute == FirmRepute.Strategic || (size == FirmSize.Large && dice.Chance(45)) ? Leaders.Draw(dice) : "other",
            repute == FirmRepute.Ordinary ? Qualities.Draw(dice) : "normal",
            dice.ChanceInThousand(repute == FirmRepute.Quality ? 80 : 1));
    }

    /// <summary>The band that most firms of a pace are in: their volume is drawn later.</summary>
    private static VolumeTier LikelyTier(Pace pace) => pace switch
    {
        Pace.Active => VolumeTier.High,
        Pace.Potential => VolumeTier.Medium,
        Pace.Dormant or Pace.Never => VolumeTier.Low,
    };

    private static string MarketOf(FirmIndustry industry, Dice dice) => industry.Code switch
    {
        "real-estate" => "real-estate",
        "software-it" or "information-transmission" => dice.Chance(60) ? "emerging" : "traditional",
        _ => dice.Chance(2) ? "emerging" : "traditional",
    };
}
