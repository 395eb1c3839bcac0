using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>The days that the yearly notices move, as data: <c>[ { "date": "2026-02-14", "works": true } ]</c>, each day once.</summary>
internal static class MovedDaysJson
{
    private const int Date = 0;

    private static readonly JsonMembers Members = new("date", "works");

    /// <summary>The days, and everything wrong with them.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> text, out Arr<DayMoved> days)
    {
        var cursor = new JsonCursor(text);
        days = Read(ref cursor);
        return cursor.Finish();
    }

    /// <summary>The days in the array here; sound where the cursor has found no faults.</summary>
    public static Arr<DayMoved> Read(ref JsonCursor cursor)
    {
        var listed = new System.Collections.Generic.HashSet<DateOnly>();
        return ListJson.Read(ref cursor, (ref JsonCursor cursor) => ReadDay(ref cursor, listed)).Sound();
    }

    private static DayMoved? ReadDay(ref JsonCursor cursor, System.Collections.Generic.HashSet<DateOnly> listed)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        (DateOnly? date, bool? works) = (null, null);
        var seen = default(MemberSet);
        while (cursor.NextMember(Members, ref seen, out var member))
        {
            if (member == Date)
            {
                date = ReadDate(ref cursor, listed);
            }
            else
            {
                works = cursor.ReadBool();
            }
        }

        return date is { } day && works is { } isWorked ? new DayMoved(day, isWorked) : null;
    }

    private static DateOnly? ReadDate(ref JsonCursor cursor, System.Collections.Generic.HashSet<DateOnly> listed)
    {
        if (cursor.ReadDate() is not { } date)
        {
            return null;
        }

        if (!Festivals.Years.Contains(date.Year))
        {
            cursor.Fault("calendar.out-of-range", $"the calendar is known from {Festivals.Years.Low} to {Festivals.Years.High}", $"历法范围为 {Festivals.Years.Low} 年至 {Festivals.Years.High} 年");
        }
        else if (!listed.Add(date))
        {
            cursor.Fault("calendar.repeated-day", "this day is listed before; list each day once", "该日期已列出；每个日期只能列一次");
        }

        return date;
    }
}
