namespace Kehu.Domain;

/// <summary>
/// Moments as RFC 3339 writes them, with Z or any offset and any fraction: <c>2026-11-21T10:00:00+08:00</c>. The one reader of moments from
/// outside, in bodies and in queries. Times are held to 100 nanoseconds; finer digits are cut off.
/// </summary>
public static class Moment
{
    /// <summary>The most characters of a text that is looked at.</summary>
    public const int Longest = 64;

    private const int WholeSeconds = 19;

    private const int DigitsHeld = 7;

    private static readonly Label Malformed = new(
        "not a moment; write it as 2026-11-21T10:00:00+08:00 or 2026-11-21T02:00:00Z",
        "不是有效时刻；请写成 2026-11-21T10:00:00+08:00 或 2026-11-21T02:00:00Z");

    private static readonly Label WithoutOffset = new(
        "a moment says its offset from UTC; add Z or an offset such as +08:00: 2026-11-21T10:00:00+08:00",
        "时刻须注明与 UTC 的时差；请加上 Z 或 +08:00 之类的时差：2026-11-21T10:00:00+08:00");

    private static readonly Label LeapSecond = new(
        "the second 60 (a leap second) is not read; write the second 59, or 00 of the next minute",
        "不接受第 60 秒（闰秒）；请写第 59 秒，或下一分钟的 00 秒");

    private static readonly Label NoSuch = new(
        "no calendar has this day, time or offset; write one such as 2026-11-21T10:00:00+08:00",
        "历法中没有这一日期、时间或时差；请写成 2026-11-21T10:00:00+08:00 之类的时刻");

    /// <summary>The instant in UTC; or what is wrong with the text, with how to write it.</summary>
    public static Either<Label, DateTime> Read(string text)
    {
        if (!Fits(text, "dddd-dd-ddTdd:dd:dd"))
        {
            return Malformed;
        }

        var at = WholeSeconds;
        var ticks = 0L;
        if (at < text.Length && text[at] == '.')
        {
            var digits = Digits(text, at + 1);
            ticks = Ticks(text.AsSpan(at + 1, digits));
            at += 1 + digits;
            if (digits == 0)
            {
                return Malformed;
            }
        }

        return Offset(text.AsSpan(at)).Bind(minutes => Instant(text, ticks, minutes));
    }

    /// <summary>The minutes that the clock is ahead of UTC.</summary>
    private static Either<Label, int> Offset(ReadOnlySpan<char> rest) =>
        rest is "Z" or "z" ? 0
        : rest.IsEmpty ? WithoutOffset
        : rest[0] is not ('+' or '-') || !Fits(rest[1..], "dd:dd") || rest.Length != 6 ? Malformed
        : Number(rest, 1, 2) is var hours && Number(rest, 4, 2) is var minutes && (hours > 23 || minutes > 59) ? NoSuch
        : (rest[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);

    private static Either<Label, DateTime> Instant(string text, long ticks, int ahead)
    {
        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        var (hour, minute, second) = (Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return NoSuch;
        }

        if (second == 60)
        {
            return LeapSecond;
        }

        var utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - (ahead * TimeSpan.TicksPerMinute);
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks ? NoSuch : new DateTime(utc, DateTimeKind.Utc);
    }

    /// <summary>Whether the text begins like the form: d is a digit, T is T or t, the rest stands for itself.</summary>
    private static bool Fits(ReadOnlySpan<char> text, string form)
    {
        if (text.Length < form.Length)
        {
            return false;
        }

        for (var at = 0; at < form.Length; at++)
        {
            if (form[at] switch { 'd' => !char.IsAsciiDigit(text[at]), 'T' => text[at] is not ('T' or 't'), var sign => text[at] != sign })
            {
                return false;
            }
        }

        return true;
    }

    private static int Digits(string text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - from;
    }

    private static long Ticks(ReadOnlySpan<char> fraction)
    {
        var ticks = 0L;
        for (var place = 0; place < DigitsHeld; place++)
        {
            ticks = (ticks * 10) + (place < fraction.Length ? fraction[place] - '0' : 0);
        }

        return ticks;
    }

    private static int Number(ReadOnlySpan<char> text, int from, int digits)
    {
        var number = 0;
        foreach (var digit in text.Slice(from, digits))
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
