using System.Globalization;
using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>
/// Moments in the bank's time, to the second, on the wire: <c>2026-11-21T10:00:00+08:00</c>. Read with that offset, with another, with Z,
/// or without any, which means the bank's time.
/// </summary>
internal static class MomentJson
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";

    private const int Local = 19;

    private const int InUtc = 20;

    private const int WithOffset = 25;

    /// <summary>Now in the bank's time (UTC+8), to the second.</summary>
    public static DateTime Now(TimeProvider time) => ToSecond(time.GetUtcNow().UtcDateTime + Offset);

    /// <summary>A moment within what the service knows; null where a fault was reported.</summary>
    public static DateTime? Read(ref JsonCursor cursor)
    {
        if (cursor.ReadString(64) is not { } text)
        {
            return null;
        }

        if (Parse(text) is not { } moment)
        {
            cursor.Fault("json.moment", "not a moment; write it as 2026-11-21T10:00:00+08:00, in whole seconds", "不是有效时刻；请写成 2026-11-21T10:00:00+08:00，精确到秒");
            return null;
        }

        if (!Spans.Dates.Contains(DateOnly.FromDateTime(moment).DayNumber))
        {
            cursor.Fault("date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return null;
        }

        return moment;
    }

    /// <summary>A moment in one of the forms read.</summary>
    public static DateTime? Parse(string text) => text.Length switch
    {
        Local => DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null,
        InUtc => Zoned(text, Form + "'Z'", DateTimeStyles.AssumeUniversal),
        WithOffset => Zoned(text, Form + "zzz", DateTimeStyles.None),
        _ => null,
    };

    /// <summary>The moment as a member.</summary>
    public static void WriteMoment(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime moment) =>
        json.WriteString(name, ToText(moment));

    /// <summary>The moment as it is written.</summary>
    public static string ToText(DateTime moment) => moment.ToString(Form + "'+08:00'", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC with all its digits, as <c>knownAt</c> is sent.</summary>
    public static string Exact(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static DateTime? Zoned(string text, string form, DateTimeStyles styles) =>
        DateTimeOffset.TryParseExact(text, form, CultureInfo.InvariantCulture, styles, out var moment) && moment.UtcDateTime.Year < DateTime.MaxValue.Year
            ? DateTime.SpecifyKind(moment.UtcDateTime + Offset, DateTimeKind.Unspecified)
            : null;

    private static DateTime ToSecond(DateTime moment) => DateTime.SpecifyKind(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)), DateTimeKind.Unspecified);
}
