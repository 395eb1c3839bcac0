using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>Shapes of charts. All numbers are whole: a chart counts in tenths of a pixel.</summary>
internal static class Shapes
{
    /// <summary>A chart so wide and high, with what it shows in words for those who do not see it.</summary>
    public static Element Chart(int width, int height, string title, params IEnumerable<Markup> parts) => Tag("svg", [Tag("title", title), .. parts])
        .With("viewBox", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"0 0 {width} {height}"))
        .With("role", "img")
        .With("aria-label", title);

    public static Element Box(string classes, long x, long y, long width, long height) =>
        Tag("rect").Of(classes).With("x", x).With("y", y).With("width", width).With("height", height);

    public static Element Line(string classes, long fromX, long fromY, long toX, long toY) =>
        Tag("line").Of(classes).With("x1", fromX).With("y1", fromY).With("x2", toX).With("y2", toY);

    public static Element Words(string classes, long x, long y, string words) => Tag("text", words).Of(classes).With("x", x).With("y", y);

    public static Element Path(string classes, string way) => Tag("path").Of(classes).With("d", way);

    /// <summary>Numbers and words of a way in one text.</summary>
    public static string Way(FormattableString way) => FormattableString.Invariant(way);

    /// <summary>A length as far as the value goes of the most, within 0 and the length.</summary>
    public static int Along(this Kehu.Domain.Fraction value, Kehu.Domain.Fraction most, int length) =>
        value.Sign <= 0 ? 0 : value >= most ? length : (int)(value / most * length).Rounded();

    /// <summary>Words cut to a width, counted in Latin letters; a Chinese character is two wide.</summary>
    public static string Cut(this string words, int width)
    {
        var (room, at) = (width, 0);
        foreach (var rune in words.EnumerateRunes())
        {
            room -= rune.Value >= 0x2E80 ? 2 : 1;
            if (room < 0)
            {
                return words[..at].TrimEnd() + "…";
            }

            at += rune.Utf16SequenceLength;
        }

        return words;
    }
}
