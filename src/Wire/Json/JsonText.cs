using System.Globalization;
using System.Text;

namespace Kehu.Wire;

/// <summary>The text inside a JSON string's quotation marks.</summary>
internal static class JsonText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Resolves the escapes of a string the reader has found well-formed. A surrogate escape without its other half has no meaning:
    /// it is told in <paramref name="lone"/> and replaced by U+FFFD.
    /// </summary>
    public static string Unescape(ReadOnlySpan<byte> raw, out bool lone)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            plain = plain < 0 ? raw.Length : plain;
            text.Append(Encoding.UTF8.GetString(raw[..plain]));
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                text.Append(Escaped(raw));
                raw = raw[(raw[1] == (byte)'u' ? 6 : 2)..];
            }
        }

        lone = ReplaceLone(text);
        return text.ToString();
    }

    /// <summary>
    /// Whether a text has more than so many characters; those beyond the basic plane, as rare Han characters in names,
    /// are two units each and one character.
    /// </summary>
    public static bool IsLonger(string text, int most)
    {
        if (text.Length <= most)
        {
            return false;
        }

        var characters = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            characters++;
        }

        return characters > most;
    }

    private static char Escaped(ReadOnlySpan<byte> escape) => (char)escape[1] switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        var itself => itself,
    };

    private static bool ReplaceLone(StringBuilder text)
    {
        var lone = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                (text[i], lone) = (Replacement, true);
            }
        }

        return lone;
    }
}
