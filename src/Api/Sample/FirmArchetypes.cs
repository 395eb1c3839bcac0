namespace Kehu.Api;

/// <summary>
/// The first enterprises of every portfolio, whatever its seed and scale: every industry in every size, whole files,
/// some with a story of their own so that they meet the classes of the policies between them.
/// </summary>
internal static class FirmArchetypes
{
    private static readonly string[] Owners = ["private", "state-owned", "foreign-invested", "other"];

    private static readonly Pace[] Paces = [Pace.Active, Pace.Active, Pace.Potential, Pace.Active, Pace.Dormant, Pace.Active, Pace.Never];

    private static readonly string[] Qualities =
        ["normal", "normal", "special-mention", "normal", "normal", "substandard", "normal", "doubtful", "normal", "loss", "normal"];

    private static readonly string[] Leaders =
    [
        "central-soe", "provincial-soe-leader", "monopoly-institution", "china-top-500",
        "industry-top-100", "headquarters-group-chain", "listed-company", "other",
    ];

    private static readonly Dictionary<(string Industry, FirmSize Size), Func<Firm, Firm>> Stories = new()
    {
        [("industry", FirmSize.Large)] = firm => Close(firm, FirmRepute.Strategic) with { Ownership = "state-owned", Countries = 12 },
        [("construction", FirmSize.Large)] = firm => Close(firm, FirmRepute.Quality) with { Ownership = "state-owned" },
        [("wholesale", FirmSize.Large)] = firm => Close(firm, FirmRepute.Sustained) with { Ownership = "private" },
        [("information-transmission", FirmSize.Large)] = firm => Close(firm, FirmRepute.Strategic) with { Market = "emerging", Ownership = "state-owned" },
        [("retail", FirmSize.Large)] = firm => Close(firm, FirmRepute.Quality) with { Borrows = false, Ownership = "foreign-invested", Countries = 5 },
        [("transport", FirmSize.Large)] = firm => firm with { Pace = Pace.Active, Borrows = true },
        [("agriculture", FirmSize.Medium)] = firm => Close(firm, FirmRepute.Sustained),
        [("catering", FirmSize.Medium)] = firm => firm with { Pace = Pace.Active, Borrows = true },
        [("software-it", FirmSize.Small)] = firm => firm with { Market = "emerging", Borrows = true, Pace = Pace.Active },
        [("real-estate", FirmSize.Medium)] = firm => firm with { Borrows = true, Pace = Pace.Active },
        [("other", FirmSize.Medium)] = firm => firm with { Sector = "institution", Borrows = true, Ownership = "state-owned" },
        [("other", FirmSize.Small)] = firm => firm with { Sector = "institution", Borrows = false, Ownership = "other" },
        [("wholesale", FirmSize.Small)] = firm => firm with { Borrows = false, Pace = Pace.Active, Countries = 2 },
        [("retail", FirmSize.Micro)] = firm => firm with { Borrows = false, Pace = Pace.Active },
        [("catering", FirmSize.Micro)] = firm => firm with { Borrows = true, Pace = Pace.Active, Recognised = true },
    };

    private static readonly Firm[] All =
    [
        .. FirmIndustry.All.SelectMany(industry => Enum.GetValues<FirmSize>().Select(size => (Industry: industry, Size: size)))
            .Select((pair, place) => Stories.GetValueOrDefault((pair.Industry.Code, pair.Size), firm => firm)(Plain(pair.Industry, pair.Size, place))),
    ];

    public static int Count => All.Length;

    /// <summary>The archetype at a place from 0.</summary>
    public static Firm At(int place) => All[place];

    private static Firm Close(Firm firm, FirmRepute repute) =>
        firm with { Repute = repute, Pace = Pace.Active, Borrows = true, Years = 9, Quality = "normal" };

    private static Firm Plain(FirmIndustry industry, FirmSize size, int place) => new(
        industry,
        size,
        Paces[place % Paces.Length],
        2 + (place % 9),
        0,
        FirmRepute.Ordinary,
        Owners[place / 4 % Owners.Length],
        "company",
        industry.Code == "real-estate" ? "real-estate" : "traditional",
        place % 3 == 0,
        1,
        size == FirmSize.Large ? Leaders[place / 4 % Leaders.Length] : "other",
        Qualities[place % Qualities.Length],
        Recognised: false);
}
