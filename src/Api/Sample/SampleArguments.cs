using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Sample;

/// <summary>The form in which a portfolio is written.</summary>
internal enum SampleFormat
{
    /// <summary>One canonical JSON record a line.</summary>
    Ndjson = 0,

    /// <summary>One line of CSV a record, after a header.</summary>
    Csv,
}

/// <summary>What the command is asked for: a scale, and what may be left out.</summary>
internal sealed record SampleArguments(double Scale, ulong Seed, DateOnly AsOf, SampleFormat Format)
{
    /// <summary>How to ask, in one line.</summary>
    public const string Usage = "usage: sample --scale <0 < number <= 10> --seed <whole number> [--as-of <yyyy-MM-dd>] [--format ndjson|csv]";

    private const double LargestScale = 10;

    /// <summary>The date of the facts where none is given: a constant, so that the same command gives the same bytes on any day.</summary>
    private static readonly DateOnly DefaultAsOf = new(2026, 11, 20);

    /// <summary>The oldest customers are born 91 years before the date and may be no older than the calendar of the records; so nothing before this.</summary>
    private static readonly DateOnly EarliestAsOf = new(2000, 1, 1);

    private static readonly DateOnly LatestAsOf = new(2100, 12, 31);

    private static readonly string[] Names = ["--scale", "--seed", "--as-of", "--format"];

    /// <summary>The arguments, or what is wrong with the first faulty one.</summary>
    public static Either<string, SampleArguments> Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; place < args.Length; place += 2)
        {
            if (!Names.Contains(args[place], StringComparer.Ordinal))
            {
                return Left($"unknown argument '{args[place]}'");
            }

            if (place + 1 == args.Length)
            {
                return Left($"{args[place]} needs a value");
            }

            if (!given.TryAdd(args[place], args[place + 1]))
            {
                return Left($"{args[place]} is given twice");
            }
        }

        return from scale in Read(given, "--scale", None, "a number above 0 and up to 10, such as 0.01", Scaled)
               from seed in Read(given, "--seed", None, "a whole number from 0 to 18446744073709551615", Seeded)
               from asOf in Read(given, "--as-of", Some(DefaultAsOf), "a date yyyy-MM-dd from 2000-01-01 to 2100-12-31", Dated)
               from format in Read(given, "--format", Some(SampleFormat.Ndjson), "ndjson or csv", Formatted)
               select new SampleArguments(scale, seed, asOf, format);
    }

    private static Either<string, T> Read<T>(Dictionary<string, string> given, string name, Option<T> fallback, string wanted, Func<string, Option<T>> read) =>
        given.TryGetValue(name, out var text)
            ? read(text).ToEither($"{name} is {wanted}, not '{text}'")
            : fallback.ToEither($"{name} is needed: {wanted}");

    private static Option<double> Scaled(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= LargestScale ? Some(scale) : None;

    private static Option<ulong> Seeded(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? Some(seed) : None;

    private static Option<DateOnly> Dated(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= EarliestAsOf && day <= LatestAsOf
            ? Some(day)
            : None;

    private static Option<SampleFormat> Formatted(string text) => text switch
    {
        "ndjson" => Some(SampleFormat.Ndjson),
        "csv" => Some(SampleFormat.Csv),
        _ => None,
    };
}
