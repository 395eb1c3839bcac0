using System.Globalization;
using System.Text.Json;

namespace Kehu.Wire;

/// <summary>
/// Moments in the bank's time, to the second, on the wire: <c>2026-11-21T10:00:00+08:00</c>. Read as every moment is
/// (<see cref="Moment"/>); fractions of a second are cut off.
/// </summary>
internal static class MomentJson
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>Now in the bank's time (UTC+8), to the second.</summary>
    public static DateTime Now(TimeProvider time) => ToSecond(time.GetUtcNow().UtcDateTime + Offset);

    /// <summary>A moment within what the service knows, to the second; null where a fault was reported.</summary>
    public static DateTime? Read(ref JsonCursor cursor)
    {
        if (ReadExact(ref cursor) is not { } instant)
        {
            return null;
        }

        if (instant.Year is < 1899 or > 2101 || !Spans.Dates.Contains(DateOnly.FromDateTime(instant + Offset).DayNumber))
        {
            cursor.Fault("date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return null;
        }

        return ToSecond(instant + Offset);
    }

    /// <summary>A moment in UTC with all its digits; null where a fault was reported.</summary>
    public static DateTime? ReadExact(ref JsonCursor cursor)
    {
        if (cursor.ReadString(Moment.Longest) is not { } text)
        {
            return null;
        }

        var read = Moment.Read(text);
        if (read.Case is Label wrong)
        {
            cursor.Fault("json.moment", wrong.En, wrong.Zh);
            return null;
        }

        return read.IfLeft(DateTime.MinValue);
    }

    /// <summary>The moment as a member.</summary>
    public static void WriteMoment(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime moment) =>
        json.WriteString(name, ToText(moment));

    /// <summary>The moment as it is written.</summary>
    public static string ToText(DateTime moment) => moment.ToString(Form + "'+08:00'", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC with all its digits, as <c>knownAt</c> is sent.</summary>
    public static string Exact(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static DateTime ToSecond(DateTime moment) =>
        DateTime.SpecifyKind(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)), DateTimeKind.Unspecified);
}
