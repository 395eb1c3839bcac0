using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Standards;

/// <summary>Days, spans of days and moves of days for the laws of the calendar.</summary>
internal static class Days
{
    /// <summary>A day that records may hold, leap days and the ends of years more often than by chance.</summary>
    public static Gen<DateOnly> Any { get; } = Gen.OneOf(
        Gen.Choose((int)Spans.Dates.Low, (int)Spans.Dates.High).Select(DateOnly.FromDayNumber),
        from year in Gen.Choose(1901, 2099) from day in Gen.Elements(new DateOnly(2004, 2, 29), new(2004, 12, 31), new(2004, 1, 1), new(2004, 10, 1)) select day.AddYears(year - 2004));

    /// <summary>A day within a few weeks of another.</summary>
    public static Gen<DateOnly> Near(DateOnly day) => Gen.Choose(-45, 45).Select(day.AddDays);

    /// <summary>A day and a calendar with moves near it.</summary>
    public static Gen<(DateOnly Day, WorkCalendar Calendar)> AnyWithCalendar { get; } =
        from day in Any
        from count in Gen.Choose(0, 12)
        from moved in (from near in Near(day) from works in Gen.Elements(true, false) select new DayMoved(near, works)).ArrayOf(count)
        select (day, new WorkCalendar(new Arr<DayMoved>(moved)));
}
