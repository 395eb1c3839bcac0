using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;

namespace Kehu.Properties;

/// <summary>Moments of RFC 3339 are read to their instant, wherever they stand; nothing else is a moment.</summary>
public sealed class MomentReadingLaws
{
    /// <summary>A moment in parts: what is written, and the instant that it means.</summary>
    private sealed record Written(DateTime Clock, string Fraction, int Ahead, string Text)
    {
        public DateTime Instant => Clock.AddTicks(long.Parse(Fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture)).AddMinutes(-Ahead);
    }

    private static Gen<Written> Of(long firstDay, long lastDay) =>
        from day in WireGenerators.Between(firstDay, lastDay)
        from second in Gen.Choose(0, 86_399)
        from fraction in Gen.OneOf(Gen.Constant(""), Gen.Choose(0, 9).ArrayOf().Select(digits => string.Concat(digits.Take(12))))
        from ahead in Gen.OneOf(Gen.Constant(0), Gen.Elements(480, -1_439, 1_439), Gen.Choose(-1_439, 1_439))
        from zulu in Gen.Elements("Z", "z", "+", "-")
        from t in Gen.Elements('T', 't')
        let clock = DateOnly.FromDayNumber((int)day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds(second)
        let offset = ahead == 0 && zulu is "Z" or "z" ? zulu : $"{(ahead < 0 ? "-" : ahead > 0 ? "+" : zulu == "-" ? "-" : "+")}{Math.Abs(ahead) / 60:00}:{Math.Abs(ahead) % 60:00}"
        let hours = offset is "Z" or "z" ? 0 : ahead
        select new Written(
            clock, fraction, hours, string.Create(CultureInfo.InvariantCulture, $"{clock:yyyy-MM-dd}{t}{clock:HH:mm:ss}{(fraction.Length > 0 ? "." : "")}{fraction}{offset}"));

    private static Gen<Written> Known => Of(Spans.Dates.Low + 2, Spans.Dates.High - 2);

    [Law(2_000)]
    public Property Every_moment_is_read_to_its_instant() =>
        Law.ForAll(Of(2, DateOnly.MaxValue.DayNumber - 2), written => Read(written.Text) is { Kind: DateTimeKind.Utc } read && read == written.Instant);

    /// <summary>The body's moment is that of the bank's time, to the second; the query's is the instant.</summary>
    [Law(500)]
    public Property Bodies_and_queries_read_alike() => Law.ForAll(Known, written =>
    {
        var cursor = new JsonCursor(System.Text.Encoding.UTF8.GetBytes($"\"{written.Text}\""));
        var query = new QueryReader($"?knownAt={Uri.EscapeDataString(written.Text)}");
        var (body, asked) = (MomentJson.Read(ref cursor), query.Moment("knownAt"));
        return asked == written.Instant && body is { } at && cursor.Finish().Count == 0 && query.Finish().Count == 0
            && at == written.Instant.AddHours(8).AddTicks(-(written.Instant.Ticks % TimeSpan.TicksPerSecond)) && at.Ticks % TimeSpan.TicksPerSecond == 0;
    });

    /// <summary>One character put in, left out or changed: what is still read, a plain pattern of the grammar admits; all else is refused in words.</summary>
    [Law(3_000)]
    public Property Nothing_else_is_read() => Law.ForAll(
        from written in Known
        from at in Gen.Choose(0, written.Text.Length - 1)
        from sign in Gen.Elements("0123456789TtZz+-:. /,Ee٣\u2212\0".ToCharArray())
        from how in Gen.Choose(0, 2)
        select how switch
        {
            0 => written.Text.Remove(at, 1),
            1 => written.Text.Insert(at, sign.ToString()),
            _ => written.Text.Remove(at, 1).Insert(at, sign.ToString()),
        },
        text => Read(text) is not null == IsMoment(text) && (Read(text) is not null || Refusal(text) is { En.Length: > 20, Zh.Length: > 10 }));

    [Theory]
    [InlineData("2026-11-21T10:00:00", "offset from UTC")]
    [InlineData("2026-11-21T10:00:00.5", "offset from UTC")]
    [InlineData("2016-12-31T23:59:60Z", "leap second")]
    [InlineData("2026-11-21T10:00:60+08:00", "leap second")]
    [InlineData("2026-02-30T10:00:00Z", "no calendar")]
    [InlineData("2026-11-21T24:00:00Z", "no calendar")]
    [InlineData("2026-11-21T10:00:61Z", "no calendar")]
    [InlineData("2026-11-21T10:00:00+24:00", "no calendar")]
    [InlineData("2026-11-21T10:00:00+08:60", "no calendar")]
    [InlineData("0000-01-01T00:00:00Z", "no calendar")]
    [InlineData("0001-01-01T00:00:00+00:01", "no calendar")]
    [InlineData("9999-12-31T23:59:59.9999999-00:01", "no calendar")]
    [InlineData("2026-11-21 10:00:00Z", "not a moment")]
    [InlineData("2026-11-21T10:00Z", "not a moment")]
    [InlineData("2026-11-21T10:00:00 08:00", "not a moment")]
    [InlineData("2026-11-21T10:00:00.Z", "not a moment")]
    [InlineData("2026-11-21", "not a moment")]
    [InlineData("yesterday", "not a moment")]
    [InlineData("", "not a moment")]
    public void What_is_refused_is_refused_in_words_that_help(string text, string words) => Assert.Contains(words, Refusal(text)!.En, StringComparison.Ordinal);

    private static DateTime? Read(string text) => Moment.Read(text).Case is DateTime at ? at : null;

    private static Label? Refusal(string text) => Moment.Read(text).Case as Label;

    /// <summary>The grammar, by the platform's own calendar.</summary>
    private static bool IsMoment(string text) =>
        System.Text.RegularExpressions.Regex.Match(text, @"^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z") is { Success: true } match
        && DateTime.TryParseExact($"{match.Groups[1].Value}T{match.Groups[2].Value}", "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
