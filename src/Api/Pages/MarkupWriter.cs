using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kehu.Api;

/// <summary>
/// Writes a page as HTML that is well-formed XML too. The only place where text becomes markup: every text and every attribute is escaped, and
/// characters that XML does not know are replaced.
/// </summary>
internal static class MarkupWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Elements of HTML that hold nothing and have no end tag.</summary>
    private static readonly HashSet<string> Void = new(["br", "col", "meta"], StringComparer.Ordinal);

    /// <summary>The whole page, as a document.</summary>
    public static string Document(Markup page)
    {
        var text = new StringBuilder("<!DOCTYPE html>\n");
        Write(text, page);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, Markup markup) => _ = markup switch
    {
        Markup.Element(var name, var attributes, var parts) => Write(text, name, attributes, parts),
        Markup.Text(var words) => text.Append(Escaped(words)),
        Markup.Sheet(var rules) => text.Append(rules),
    };

    private static StringBuilder Write(StringBuilder text, string name, IReadOnlyList<(string Name, string Value)> attributes, IReadOnlyList<Markup> parts)
    {
        text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            text.Append(' ').Append(attribute).Append("=\"").Append(Escaped(value)).Append('"');
        }

        if (Void.Contains(name))
        {
            return text.Append(" />\n");
        }

        text.Append('>');
        foreach (var part in parts)
        {
            Write(text, part);
        }

        text.Append("</").Append(name).Append('>');
        return Ends(name) ? text.Append('\n') : text;
    }

    /// <summary>Whether a line ends here, so that pages can be read and compared line by line; there, it changes nothing that is seen.</summary>
    private static bool Ends(string name) => name
        is "tr" or "table" or "thead" or "tbody" or "p" or "h1" or "h2" or "h3" or "head" or "style" or "section" or "header"
        or "svg" or "g" or "rect" or "line" or "path" or "text" or "circle"
        or "div" or "dt" or "dd" or "dl" or "li" or "figure" or "title" or "caption";

    private static string Escaped(string words) =>
        Encoder.Encode(IsPlain(words) ? words : string.Concat(words.EnumerateRunes().Select(rune => IsKnown(rune) ? rune : Rune.ReplacementChar)));

    private static bool IsPlain(string words) => words.All(c => c is (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800'));

    /// <summary>Whether XML knows the character, and text needs it: no controls, no surrogates, none that Unicode leaves out.</summary>
    private static bool IsKnown(Rune rune) => !Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE;
}
