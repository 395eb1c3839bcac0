using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Generators;
using Interval = Kehu.Domain.Interval;

namespace Kehu.Properties;

/// <summary>Numbers, spans of dates, intervals and ids against definitions that take longer.</summary>
[FsCheck.Xunit.Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class ValueLaws
{
    public sealed record Numeral(string Text);

    public sealed record Places(int Count);

    public sealed record Days(DateOnly From, DateOnly To);

    public static class Arbitraries
    {
        public static Arbitrary<Numeral> Numeral() => Numerals.Select(text => new Numeral(text)).ToArbitrary();

        public static Arbitrary<Places> Places() => Gen.Choose(0, 4).Select(count => new Places(count)).ToArbitrary();

        public static Arbitrary<long> Whole() => Longs(-long.MaxValue, long.MaxValue).ToArbitrary();

        public static Arbitrary<Days> Days() => Pairs.Select(pair => new Days(pair.Item1, pair.Item2)).ToArbitrary();

        public static Arbitrary<Interval> Interval() => Small.ToArbitrary();
    }

    /// <summary>JSON numbers and things that look like them.</summary>
    private static readonly Gen<string> Numerals =
        from sign in Gen.Elements("", "", "-", "+")
        from whole in Gen.OneOf(Gen.Elements("0", "1", "", "00", "9223372036854775807", "9223372036854775808", "92233720368547758"), Digits(22))
        from fraction in Gen.OneOf(Gen.Constant(""), Gen.Elements(".", ".00", ".07", ".10"), Digits(6).Select(digits => "." + digits))
        from exponent in Gen.OneOf(Gen.Constant(""), from e in Gen.Elements("e", "E", "e+", "e-", "") from size in Gen.Choose(0, 30) select e.Length == 0 ? "e" : e + size.ToString(CultureInfo.InvariantCulture))
        select sign + whole + fraction + exponent;

    [Law(5_000)]
    public bool A_number_is_read_exactly_or_refused_for_the_right_reason(Numeral numeral, Places places)
    {
        var reading = Decimals.Read(Encoding.ASCII.GetBytes(numeral.Text), places.Count, out var units);
        if (!IsJsonNumber(numeral.Text))
        {
            return reading == DecimalReading.Malformed;
        }

        var (digits, scale) = Split(numeral.Text);
        var shift = scale + places.Count;
        var scaled = shift >= 0 ? digits * BigInteger.Pow(10, shift) : digits / BigInteger.Pow(10, -shift);
        var exact = shift >= 0 || scaled * BigInteger.Pow(10, -shift) == digits;
        var fits = BigInteger.Abs(scaled) <= long.MaxValue;
        return reading switch
        {
            DecimalReading.Exact => exact && fits && scaled == units,
            DecimalReading.TooFine => !exact,
            DecimalReading.TooLarge => !fits,
            DecimalReading.Malformed => false,
        };
    }

    [Theory]
    [InlineData("1.00000000000000000000000000000000001", 2, DecimalReading.TooFine)]
    [InlineData("1e400", 2, DecimalReading.TooLarge)]
    [InlineData("1e-400", 2, DecimalReading.TooFine)]
    [InlineData("0e999999999", 2, DecimalReading.Exact)]
    [InlineData("0e-99999999999999999999", 2, DecimalReading.Exact)]
    [InlineData("1e99999999999999999999", 0, DecimalReading.TooLarge)]
    [InlineData("0.1e1", 0, DecimalReading.Exact)]
    [InlineData("-0", 0, DecimalReading.Exact)]
    [InlineData("9223372036854775807", 0, DecimalReading.Exact)]
    [InlineData("-9223372036854775807", 0, DecimalReading.Exact)]
    [InlineData("9223372036854775808", 0, DecimalReading.TooLarge)]
    [InlineData("00", 0, DecimalReading.Malformed)]
    [InlineData("-", 0, DecimalReading.Malformed)]
    [InlineData("", 0, DecimalReading.Malformed)]
    [InlineData("1.", 0, DecimalReading.Malformed)]
    [InlineData("1e", 0, DecimalReading.Malformed)]
    [InlineData("1e+", 0, DecimalReading.Malformed)]
    [InlineData(" 1", 0, DecimalReading.Malformed)]
    [InlineData("NaN", 0, DecimalReading.Malformed)]
    public void Numbers_at_the_edge_are_read_so(string text, int decimals, DecimalReading expected) =>
        Assert.Equal(expected, Decimals.Read(Encoding.ASCII.GetBytes(text), decimals, out _));

    [Law(1_000)]
    public bool A_count_is_printed_as_the_decimal_it_is_and_read_back(long units, Places places)
    {
        var (plain, grouped) = (Decimals.Plain(units, places.Count), Decimals.Grouped(units, places.Count));
        var value = new decimal(units) / (decimal)BigInteger.Pow(10, places.Count);
        var format = places.Count == 0 ? "#,##0" : "#,##0." + new string('0', places.Count);
        return plain == value.ToString("0.####", CultureInfo.InvariantCulture)
            && grouped == value.ToString(format, CultureInfo.InvariantCulture).Replace(",", " ", StringComparison.Ordinal)
            && Decimals.Read(Encoding.ASCII.GetBytes(plain), places.Count, out var back) == DecimalReading.Exact && back == units;
    }

    [Law(2_000)]
    public bool Whole_years_are_the_anniversaries_reached(Days days)
    {
        var (from, to) = days;
        bool Reached(int years) => (Year: from.Year + years, from.Month, Day: Math.Min(from.Day, DateTime.DaysInMonth(from.Year + years, from.Month))).CompareTo((to.Year, to.Month, to.Day)) <= 0;
        return Spans.WholeYears(from, to) == Enumerable.Range(1, 201).TakeWhile(Reached).Count();
    }

    [Law(2_000)]
    public Property Months_since_a_day_are_the_fewest_that_lead_back_to_it() =>
        Law.ForAll(Pairs, pair =>
        {
            var (day, asOf) = pair;
            DateOnly Back(int months)
            {
                var month = (asOf.Year * 12) + asOf.Month - 1 - months;
                return new DateOnly(month / 12, (month % 12) + 1, Math.Min(asOf.Day, DateTime.DaysInMonth(month / 12, (month % 12) + 1)));
            }

            return Spans.MonthsSince(day, asOf) == Enumerable.Range(0, 3_000).First(months => day >= Back(months));
        });

    [Theory]
    [InlineData("2004-02-29", "2005-02-27", 0)]
    [InlineData("2004-02-29", "2005-02-28", 1)]
    [InlineData("2004-02-29", "2008-02-28", 3)]
    [InlineData("2004-02-29", "2008-02-29", 4)]
    [InlineData("1900-01-01", "2100-12-31", 200)]
    public void Years_are_full_on_the_day(string from, string to, int years) => Assert.Equal(years, Spans.WholeYears(Date(from), Date(to)));

    [Theory]
    [InlineData("2026-02-28", "2026-05-31", 3)]
    [InlineData("2026-02-27", "2026-05-31", 4)]
    [InlineData("2026-03-31", "2026-03-31", 0)]
    [InlineData("2026-03-01", "2026-03-31", 1)]
    [InlineData("2024-02-29", "2024-03-31", 1)]
    [InlineData("2024-02-28", "2024-03-31", 2)]
    public void Months_clamp_to_the_end_of_a_month(string day, string asOf, int months) => Assert.Equal(months, Spans.MonthsSince(Date(day), Date(asOf)));

    [Law(1_000)]
    public bool Intervals_hold_what_lies_between_their_ends(Interval a, Interval b)
    {
        var (inA, inB) = (Members(a), Members(b));
        return Enumerable.Range(-6, 13).All(value => a.Contains(value) == inA.Contains(value))
            && a.Contains(b) == inB.All(inA.Contains) && a.Meets(b) == inA.Intersect(inB).Any() && a.IsPoint == (inA.Count == 1)
            && a.Cut(b).Match(Some: both => Members(both).SequenceEqual(inA.Intersect(inB)), None: () => !inA.Intersect(inB).Any());
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("0-_.Z", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData(".a", false)]
    [InlineData("a b", false)]
    [InlineData("客户", false)]
    [InlineData("aé", false)]
    [InlineData("import", false)]
    [InlineData("export", false)]
    [InlineData("imports", true)]
    [InlineData("Import", true)]
    public void An_id_is_of_the_alphabet(string text, bool legal) => Assert.Equal(legal, CustomerId.From(text).IsSuccess);

    [Xunit.Fact]
    public void An_id_has_at_most_64_characters_and_keeps_them() => Assert.All(Enumerable.Range(1, 70), length => Assert.Equal(
        length <= 64 ? new string('x', length) : "refused", CustomerId.From(new string('x', length)).Match(Succ: id => id.ToString(), Fail: _ => "refused")));

    private static Gen<(DateOnly, DateOnly)> Pairs =>
        from a in Dates
        from b in Gen.OneOf(Dates, Gen.Choose(-800, 800).Select(days => DateOnly.FromDayNumber(Math.Clamp(a.DayNumber + days, (int)Spans.Dates.Low, (int)Spans.Dates.High))))
        select a < b ? (a, b) : (b, a);

    private static Gen<Interval> Small => from low in Gen.Choose(-5, 5) from high in Gen.Choose(low, 5) select new Interval(low, high);

    private static List<long> Members(Interval interval) => [.. Enumerable.Range((int)interval.Low, (int)(interval.High - interval.Low + 1)).Select(value => (long)value)];

    private static Gen<string> Digits(int most) => from count in Gen.Choose(1, most) from digits in Gen.Choose(0, 9).ArrayOf(count) select string.Concat(digits);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsJsonNumber(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The digits of a JSON number as a whole, and the power of ten they stand at.</summary>
    private static (BigInteger Digits, int Scale) Split(string text)
    {
        var parts = text.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        return (BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
            (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - fraction);
    }
}
