using LanguageExt;
using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>What all pages have: head, style, title with facts about the page, and definitions in small print.</summary>
internal static class PageFrame
{
    /// <summary>What a page may load: nothing; what may run in it: nothing. Styles are its own.</summary>
    public const string Security = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>A whole page.</summary>
    public static string Page(
        Element heading, string title, IEnumerable<(string Name, string Value)> about, IEnumerable<Markup> sections, Language language)
    {
        var head = Tag(
            "head",
            Tag("meta").With("charset", "utf-8"),
            Tag("meta").With("http-equiv", "Content-Security-Policy").With("content", Security),
            Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
            Tag("title", title),
            Tag("style", new Sheet(PageStyle.Rules)));
        var body = Tag("body", [
            TargetChart.Patterns,
            Tag("header", heading, Tag("dl", about.Select(fact => Tag("div", Tag("dt", fact.Name), Tag("dd", fact.Value)))).Of("meta")),
            .. sections,
        ]);
        return MarkupWriter.Document(Tag("html", head, body).With("lang", AcceptLanguage.Tag(language)));
    }

    /// <summary>A part of a page under a heading.</summary>
    public static Element Section(Label heading, Language language, params IEnumerable<Markup> parts) =>
        Tag("section", [Tag("h2", heading.In(language)), .. parts]);

    /// <summary>What the indicators of some figures say and where they come from.</summary>
    public static Markup Definitions(Arr<Figure> figures, Arr<Indicator> indicators, IEnumerable<Label> notes, Language language)
    {
        var shown = figures.Map(figure => figure.Measure.Indicator).ToHashSet();
        var words = notes.Append(PageWords.Rounding).Append(PageWords.Undecided).Select(note => note.In(language));
        return Section(
            new Label("Definitions and sources", "指标定义与来源"),
            language,
            Tag("dl", indicators.Filter(one => shown.Contains(one.Id)).SelectMany(one => new[]
            {
                Tag("dt", one.Label.In(language)),
                Tag("dd", $"{one.Definition.In(language)}{(language == Language.English ? " " : "")}({PageWords.Cited(one.Citations, language)})"),
            })),
            Tag("p", string.Join(language == Language.English ? " " : "", words))).Of("small-print");
    }
}
