namespace Kehu.Domain;

/// <summary>The names of what every page of a list has.</summary>
public static class Listed
{
    public const string Items = "items";

    public const string Next = "next";
}

/// <summary>A page of a list, and the cursor of the page that follows; none on the last.</summary>
public sealed record Listed<T>(Arr<T> Items, Option<string> Next)
{
    /// <summary>A page as it is answered.</summary>
    public static Contract<Listed<T>> Of(Form<T> each) => Answered<Listed<T>>.Object(
        "A page, by id in ordinal order; next is the cursor of the following page, null on the last.",
        Answered<Listed<T>>.Always(Listed.Items, Forms.List(each), page => page.Items),
        Answered<Listed<T>>.Nullable(Listed.Next, Forms.Plain, page => page.Next));
}
