namespace Kehu.Domain;

/// <summary>Where in a request, a line or a policy a fault lies.</summary>
public abstract record Place
{
    private Place()
    {
    }

    /// <summary>A JSON Pointer (RFC 6901) into the body; the empty pointer is the whole body.</summary>
    public sealed record Pointer(string Path) : Place
    {
        /// <summary>One reference token with its slash: <c>~</c> is written ~0 and <c>/</c> is written ~1.</summary>
        public static string Token(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }

    /// <summary>A query or route parameter, by name.</summary>
    public sealed record Parameter(string Name) : Place;

    /// <summary>A request header, by name.</summary>
    public sealed record Header(string Name) : Place;
}

/// <summary>
/// One thing wrong with an input: a kebab-case code for programs, the place, and words that say what is wrong and how to mend it.
/// </summary>
public sealed record Fault(string Code, Place Place, Label Detail)
{
    /// <summary>A fault at a JSON Pointer of the body.</summary>
    public static Fault At(string pointer, string code, string en, string zh) => new(code, new Place.Pointer(pointer), new Label(en, zh));

    /// <summary>A fault of a query or route parameter.</summary>
    public static Fault Of(string parameter, string code, string en, string zh) => new(code, new Place.Parameter(parameter), new Label(en, zh));

    /// <summary>A fault of a request header.</summary>
    public static Fault Header(string name, string code, string en, string zh) => new(code, new Place.Header(name), new Label(en, zh));

    /// <summary>The same fault seen from an enclosing value: the pointer gets the prefix, other places stay.</summary>
    public Fault Under(string prefix) => Place switch
    {
        Place.Pointer(var path) => this with { Place = new Place.Pointer(prefix + path) },
        Place.Parameter or Place.Header => this,
    };
}

/// <summary>Several faults.</summary>
public static class Faults
{
    /// <summary>The same faults seen from an enclosing value.</summary>
    public static Seq<Fault> Under(this Seq<Fault> faults, string prefix) => faults.IsEmpty ? faults : faults.Map(fault => fault.Under(prefix));
}
