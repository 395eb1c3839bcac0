using System.Globalization;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Standards;

/// <summary>Festivals and statutory holidays against the sky, the rule and dates that everybody remembers.</summary>
public sealed class FestivalLaws
{
    private static readonly IReadOnlyList<int> Years = [.. Enumerable.Range(1901, 200)];

    private static readonly IReadOnlyList<int> FestivalMonths = [1, 5, 8];

    /// <summary>Twelve or thirteen months.</summary>
    private static readonly IReadOnlyList<int> YearLengths = [353, 354, 355, 383, 384, 385];

    /// <summary>But for the third month of 1917: the sun reached 30° three minutes after midnight, which the sums cannot tell, and with it goes which month is the leap month.</summary>
    [Xunit.Fact]
    public void Every_month_of_two_centuries_begins_with_its_new_moon() => Assert.All(
        from year in Years from month in Enumerable.Range(1, 12) where (year, month) != (1917, 3) select (year, month),
        month => Assert.True(
            Almanac.Months[month].MayBe(LunarDates.On(month.year, month.month, 1)), $"{month}: {LunarDates.On(month.year, month.month, 1):O}, from the sky {Almanac.Months[month]}"));

    [Xunit.Fact]
    public void No_month_of_a_festival_begins_on_another_day_than_its_new_moon() => Assert.Equal(
        [],
        (from year in Years from month in FestivalMonths where Almanac.Months[(year, month)].Day != LunarDates.On(year, month, 1) select $"{year} month {month}"));

    [Xunit.Fact]
    public void Lunar_festivals_fall_on_their_days_of_their_months() => Assert.All(Years, year =>
    {
        Assert.Equal(LunarDates.On(year, 1, 1), On(Occasion.SpringFestival, year));
        Assert.Equal(On(Occasion.SpringFestival, year).AddDays(14), On(Occasion.Lantern, year));
        Assert.Equal(LunarDates.On(year, 5, 1).AddDays(4), On(Occasion.DragonBoat, year));
        Assert.Equal(LunarDates.On(year, 8, 1).AddDays(14), On(Occasion.MidAutumn, year));
    });

    [Xunit.Fact]
    public void Spring_Festival_is_between_21_January_and_21_February_and_a_lunar_year_after_the_last()
    {
        Assert.All(Years, year => Assert.InRange(On(Occasion.SpringFestival, year), new DateOnly(year, 1, 21), new DateOnly(year, 2, 21)));
        Assert.All(Years.Skip(1), year => Assert.Contains(On(Occasion.SpringFestival, year).DayNumber - On(Occasion.SpringFestival, year - 1).DayNumber, YearLengths));
    }

    [Xunit.Fact]
    public void Qingming_is_the_day_on_which_the_sun_reaches_15_degrees() => Assert.All(
        Years, year => Assert.True(Almanac.Sun(15, year).MayBe(LunarDates.Qingming(year)), $"{LunarDates.Qingming(year):O}, from the sky {Almanac.Sun(15, year)}"));

    /// <summary>From the printed almanacs and the notices of public holidays; the years with leap months and 2033, whose leap month was long disputed, among them.</summary>
    [Theory]
    [InlineData(Occasion.SpringFestival, "1901-02-19")]
    [InlineData(Occasion.SpringFestival, "1949-01-29")]
    [InlineData(Occasion.SpringFestival, "1985-02-20")]
    [InlineData(Occasion.SpringFestival, "2000-02-05")]
    [InlineData(Occasion.SpringFestival, "2008-02-07")]
    [InlineData(Occasion.SpringFestival, "2020-01-25")]
    [InlineData(Occasion.SpringFestival, "2021-02-12")]
    [InlineData(Occasion.SpringFestival, "2022-02-01")]
    [InlineData(Occasion.SpringFestival, "2023-01-22")]
    [InlineData(Occasion.SpringFestival, "2024-02-10")]
    [InlineData(Occasion.SpringFestival, "2025-01-29")]
    [InlineData(Occasion.SpringFestival, "2026-02-17")]
    [InlineData(Occasion.SpringFestival, "2034-02-19")]
    [InlineData(Occasion.Lantern, "2024-02-24")]
    [InlineData(Occasion.DragonBoat, "2020-06-25")]
    [InlineData(Occasion.DragonBoat, "2023-06-22")]
    [InlineData(Occasion.DragonBoat, "2024-06-10")]
    [InlineData(Occasion.DragonBoat, "2025-05-31")]
    [InlineData(Occasion.DragonBoat, "2026-06-19")]
    [InlineData(Occasion.MidAutumn, "2020-10-01")]
    [InlineData(Occasion.MidAutumn, "2023-09-29")]
    [InlineData(Occasion.MidAutumn, "2024-09-17")]
    [InlineData(Occasion.MidAutumn, "2025-10-06")]
    [InlineData(Occasion.MidAutumn, "2026-09-25")]
    [InlineData(Occasion.MidAutumn, "2033-09-08")]
    public void Known_festivals_fall_so(Occasion occasion, string date) => Assert.Equal(Date(date), On(occasion, Date(date).Year));

    [Theory]
    [InlineData("2020-04-04")]
    [InlineData("2022-04-05")]
    [InlineData("2023-04-05")]
    [InlineData("2024-04-04")]
    [InlineData("2025-04-04")]
    [InlineData("2026-04-05")]
    [InlineData("2027-04-05")]
    [InlineData("2028-04-04")]
    public void Known_days_of_Qingming_fall_so(string date) => Assert.Equal(Date(date), LunarDates.Qingming(Date(date).Year));

    [Xunit.Fact]
    public void Every_year_has_all_festivals_by_date_and_no_birthday() => Assert.All(Years, year =>
    {
        var festivals = Festivals.Of(year);
        Assert.Equal(Occasions.All.Filter(occasion => occasion != Occasion.Birthday), festivals.Map(festival => festival.Occasion).OrderBy(occasion => occasion));
        Assert.Equal(festivals.OrderBy(festival => festival.Date), festivals);
        Assert.All(festivals, festival => Assert.Equal(festival.Date, On(festival.Occasion, year)));
        Assert.All(festivals, festival => Assert.Equal(year, festival.Date.Year));
        Assert.True(Festivals.On(Occasion.Birthday, year).IsNone);
    });

    [Xunit.Fact]
    public void Outside_the_two_centuries_nothing_is_known() => Assert.All([int.MinValue, -1, 0, 1900, 2101, 9999, 10_000, int.MaxValue], year =>
    {
        Assert.All(Occasions.All, occasion => Assert.True(Festivals.On(occasion, year).IsNone));
        Assert.Empty(Festivals.Of(year));
        Assert.Empty(Holidays.Of(year));
    });

    [Xunit.Fact]
    public void There_are_thirteen_holidays_one_less_where_Mid_Autumn_falls_within_National_Day() => Assert.All(Years, year =>
    {
        var (spring, autumn) = (On(Occasion.SpringFestival, year), On(Occasion.MidAutumn, year));
        DateOnly[] expected =
        [
            new(year, 1, 1), .. Enumerable.Range(-1, 4).Select(spring.AddDays), LunarDates.Qingming(year), new(year, 5, 1), new(year, 5, 2),
            On(Occasion.DragonBoat, year), autumn, new(year, 10, 1), new(year, 10, 2), new(year, 10, 3),
        ];
        var holidays = Holidays.Of(year);
        Assert.Equal(expected.Distinct().Order(), holidays.Map(holiday => holiday.Date));
        Assert.Equal(autumn.Month == 10 && autumn.Day <= 3 ? 12 : 13, holidays.Count);
        Assert.All(Enumerable.Range(new DateOnly(year, 1, 1).DayNumber, 365).Select(DateOnly.FromDayNumber), day => Assert.Equal(expected.Contains(day), Holidays.Contains(day)));
    });

    [Xunit.Fact]
    public void A_day_kept_for_two_reasons_names_both() =>
        Assert.Equal(new Label("National Day, Mid-Autumn Festival", "国庆节、中秋节"), Holidays.Of(2020).Find(holiday => holiday.Date == new DateOnly(2020, 10, 1)).Map(holiday => holiday.Name).IfNone(Label.Same("")));

    [Law(2_000)]
    public Property A_birthday_is_kept_on_its_day_or_at_the_end_of_February() => Law.ForAll(
        from born in Days.Any from year in Gen.Choose(1901, 2100) select (born, year),
        drawn => Festivals.Birthday(drawn.born, drawn.year) == new DateOnly(drawn.year, drawn.born.Month, Math.Min(drawn.born.Day, DateTime.DaysInMonth(drawn.year, drawn.born.Month))));

    [Xunit.Fact]
    public void Occasions_are_all_named_and_no_code_comes_twice()
    {
        Assert.Equal(Enum.GetValues<Occasion>(), Occasions.All);
        Assert.Equal(
            ["birthday", "new-year", "spring-festival", "lantern", "labour-day", "dragon-boat", "mid-autumn", "national-day"], Occasions.All.Map(occasion => occasion.Code()).ToList());
    }

    private static DateOnly On(Occasion occasion, int year) => Festivals.On(occasion, year).IfNone(DateOnly.MinValue);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
