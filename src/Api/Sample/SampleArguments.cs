using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The form in which a portfolio is written.</summary>
internal enum SampleFormat
{
    /// <summary>One canonical JSON record a line.</summary>
    Ndjson = 0,

    /// <summary>One line of CSV a record, after a header.</summary>
    Csv,
}

/// <summary>Which portfolio is meant, and how it is written.</summary>
internal sealed record SampleArguments(double Scale, ulong Seed, DateOnly AsOf, SampleFormat Format)
{
    /// <summary>A hundredth of the reference bank, where nothing else is asked for.</summary>
    public const double DefaultScale = 0.01;

    /// <summary>The seed where none is given.</summary>
    public const ulong DefaultSeed = 1;

    private const double LargestScale = 10;

    /// <summary>The oldest customers are born 91 years before the date and may be no older than the calendar of the records; so nothing before this.</summary>
    private static readonly DateOnly EarliestAsOf = new(2000, 1, 1);

    private static readonly DateOnly LatestAsOf = new(2100, 12, 31);

    /// <summary>The date of the facts where none is given: a constant, so that the same command gives the same bytes on any day.</summary>
    public static DateOnly DefaultAsOf { get; } = new(2026, 11, 20);

    /// <summary>A scale in digits.</summary>
    public static Option<double> Scaled(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= LargestScale
            ? Some(scale)
            : None;

    /// <summary>A seed in digits.</summary>
    public static Option<ulong> Seeded(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? Some(seed) : None;

    /// <summary>A date that the sample can be of.</summary>
    public static Option<DateOnly> Dated(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= EarliestAsOf && day <= LatestAsOf
            ? Some(day)
            : None;

    /// <summary>A form by its name.</summary>
    public static Option<SampleFormat> Formatted(string text) => text switch
    {
        "ndjson" => Some(SampleFormat.Ndjson),
        "csv" => Some(SampleFormat.Csv),
        _ => None,
    };
}
