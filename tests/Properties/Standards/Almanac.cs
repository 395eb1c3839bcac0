namespace Kehu.Properties.Standards;

/// <summary>A moment that names a day in China, and whether it lies so near midnight that the sums below may name the wrong one.</summary>
internal readonly record struct Phase(DateOnly Day, bool Doubtful)
{
    /// <summary>Whether it is of this day, or may be.</summary>
    public bool MayBe(DateOnly day) => day == Day || (Doubtful && Math.Abs(day.DayNumber - Day.DayNumber) == 1);
}

/// <summary>
/// The lunisolar calendar from the sky alone: new moons after J. Meeus, Astronomical Algorithms (2nd ed., chapter 49), the sun's
/// longitude after his Astronomical Formulae for Calculators (chapter 18), months numbered by the rule of GB/T 33661 (the solstice is in month 11; of thirteen months the first without a major solar term is a leap month).
/// Both are right to a few minutes.
/// </summary>
internal static class Almanac
{
    private const double J1900 = 2_415_020.0;

    private const double J2000 = 2_451_545.0;

    /// <summary>The Julian day that begins with 0001-01-01, the first day of <see cref="DateOnly"/>.</summary>
    private const double FirstDay = 1_721_425.5;

    /// <summary>From dynamical time, about a minute ahead, to the time of the calendar, in days: UTC+8 from 1929 on, Beijing's own time (116°25′ E) before.</summary>
    private const double China = (8.0 / 24) - (64.0 / 86_400);

    private const double Beijing = (116.4167 / 360) - (64.0 / 86_400);

    /// <summary>1 January 1929.</summary>
    private const double ChinaFrom = 2_425_612.5;

    /// <summary>Ten minutes of a day, for the errors above.</summary>
    private const double Doubt = 10.0 / 1_440;

    /// <summary>The first days of every month but leap months, by lunar year and number.</summary>
    public static IReadOnlyDictionary<(int Year, int Month), Phase> Months { get; } = Enumerable.Range(1901, 201).SelectMany(Numbered).ToDictionary(month => month.Number, month => month.Begins);

    /// <summary>When the sun reaches a longitude in a year; 280° is reached about the new year.</summary>
    public static Phase Sun(int longitude, int year)
    {
        var moment = J2000 + ((year - 2000) * 365.2422) + (((longitude - 280 + 360) % 360) / 360.0 * 365.2422);
        for (var i = 0; i < 8; i++)
        {
            moment += 58 * Sin(longitude - Longitude(moment));
        }

        return In(moment);
    }

    /// <summary>The months from the one of last year's winter solstice up to the one of this year's: 11, 12, 1 … 10.</summary>
    private static IEnumerable<((int Year, int Month) Number, Phase Begins)> Numbered(int year)
    {
        var (from, to) = (Eleventh(year - 1), Eleventh(year));
        var moons = Enumerable.Range(from, to - from + 1).Select(NewMoon).ToList();
        var terms = Enumerable.Range(0, 12).Select(term => Sun((270 + (30 * term)) % 360, term == 0 ? year - 1 : year).Day).ToList();
        var leap = moons.Count == 13 + 1 ? Enumerable.Range(1, 12).First(i => !terms.Exists(day => moons[i].Day <= day && day < moons[i + 1].Day)) : -1;
        var ordinary = moons.SkipLast(1).Where((_, i) => i != leap).ToList();
        return ordinary.Select((moon, i) => ((i < 2 ? year - 1 : year, ((i + 10) % 12) + 1), moon));
    }

    /// <summary>The count of the last new moon not after the winter solstice of a year.</summary>
    private static int Eleventh(int year)
    {
        var solstice = Sun(270, year).Day;
        return Enumerable.Range((int)((year - 2000) * 12.3685) + 9, 7).Last(count => NewMoon(count).Day <= solstice);
    }

    private static Phase In(double moment)
    {
        var day = moment - FirstDay + (moment < ChinaFrom ? Beijing : China);
        var whole = Math.Floor(day);
        return new Phase(DateOnly.FromDayNumber((int)whole), day - whole is < Doubt or > 1 - Doubt);
    }

    /// <summary>The sun's apparent longitude in degrees, with the largest perturbations by Venus, Jupiter and the moon.</summary>
    private static double Longitude(double moment)
    {
        var t = (moment - J1900) / 36_525;
        var mean = 279.69668 + (36_000.76892 * t) + (0.0003025 * t * t);
        var m = 358.47583 + (35_999.04975 * t) - (0.000150 * t * t);
        var centre = ((1.919460 - (0.004789 * t) - (0.000014 * t * t)) * Sin(m)) + ((0.020094 - (0.000100 * t)) * Sin(2 * m)) + (0.000293 * Sin(3 * m));
        var pulled = (0.00134 * Cos(153.23 + (22_518.7541 * t))) + (0.00154 * Cos(216.57 + (45_037.5082 * t))) + (0.00200 * Cos(312.69 + (32_964.3577 * t)))
            + (0.00179 * Sin(350.74 + (445_267.1142 * t) - (0.00144 * t * t))) + (0.00178 * Sin(231.19 + (20.20 * t)));
        return mean + centre + pulled - 0.00569 - (0.00479 * Sin(259.18 - (1_934.142 * t)));
    }

    /// <summary>The new moon of a count, that of January 2000 being 0; the terms below 0.00002 days are left out.</summary>
    private static Phase NewMoon(int k)
    {
        var t = k / 1_236.85;
        var e = 1 - (0.002516 * t) - (0.0000074 * t * t);
        var m = 2.5534 + (29.10535670 * k) - (0.0000014 * t * t);
        var n = 201.5643 + (385.81693528 * k) + (0.0107582 * t * t) + (0.00001238 * t * t * t);
        var f = 160.7108 + (390.67050284 * k) - (0.0016118 * t * t);
        var node = 124.7746 - (1.56375588 * k) + (0.0020672 * t * t);
        return In(2_451_550.09766 + (29.530588861 * k) + (0.00015437 * t * t)
            - (0.40720 * Sin(n)) + (0.17241 * e * Sin(m)) + (0.01608 * Sin(2 * n)) + (0.01039 * Sin(2 * f))
            + (0.00739 * e * Sin(n - m)) - (0.00514 * e * Sin(n + m)) + (0.00208 * e * e * Sin(2 * m)) - (0.00111 * Sin(n - (2 * f)))
            - (0.00057 * Sin(n + (2 * f))) + (0.00056 * e * Sin((2 * n) + m)) - (0.00042 * Sin(3 * n)) + (0.00042 * e * Sin(m + (2 * f)))
            + (0.00038 * e * Sin(m - (2 * f))) - (0.00024 * e * Sin((2 * n) - m)) - (0.00017 * Sin(node)) - (0.00007 * Sin(n + (2 * m)))
            + (0.00004 * Sin((2 * n) - (2 * f))) + (0.00004 * Sin(3 * m)) + (0.00003 * Sin(n + m - (2 * f))) + (0.00003 * Sin((2 * n) + (2 * f)))
            - (0.00003 * Sin(n + m + (2 * f))) + (0.00003 * Sin(n - m + (2 * f))));
    }

    private static double Cos(double degrees) => Sin(degrees + 90);

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
