namespace Kehu.Api;

/// <summary>A page as a tree, so that every element is closed and every text is written as text (<see cref="MarkupWriter"/>).</summary>
internal abstract record Markup
{
    private Markup()
    {
    }

    /// <summary>An element with its attributes and what stands in it.</summary>
    public sealed record Element(string Name, IReadOnlyList<(string Name, string Value)> Attributes, IReadOnlyList<Markup> Parts) : Markup
    {
        /// <summary>The element with one more attribute.</summary>
        public Element With(string name, string value) => this with { Attributes = [.. Attributes, (name, value)] };

        /// <summary>The element with a number as an attribute.</summary>
        public Element With(string name, long value) => With(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        /// <summary>The element of a class, or of several with spaces between them.</summary>
        public Element Of(string classes) => With("class", classes);
    }

    /// <summary>Words, whatever they hold.</summary>
    public sealed record Text(string Words) : Markup;

    /// <summary>A style sheet of ours, written as it stands; it has no sign that HTML or XML would read.</summary>
    public sealed record Sheet(string Rules) : Markup;

    public static implicit operator Markup(string words) => new Text(words);

    /// <summary>An element.</summary>
    public static Element Tag(string name, params IEnumerable<Markup> parts) => new(name, [], [.. parts]);

    /// <summary>Words from outside: which way they run stays their own affair.</summary>
    public static Element Foreign(string words) => Tag("bdi", words);
}
