using LanguageExt;

namespace Kehu.Api;

/// <summary>Whose the rows of a table are, and so who is shown them.</summary>
internal abstract record Belonging
{
    private Belonging()
    {
    }

    /// <summary>Of the customer whose id a row has: the customer's newest record, which says whom the customer is entrusted to.</summary>
    public sealed record Self : Belonging;

    /// <summary>Of the customer with whose id and a space a row's id begins.</summary>
    public sealed record Beginning : Belonging;

    /// <summary>Of the customer who stands in an index, and whom a row itself names; none where it is of nobody any more.</summary>
    public sealed record Indexed(string Index, Func<Row, Option<string>> Customer) : Belonging;

    /// <summary>Of no customer: whoever may ask is shown all of it.</summary>
    public sealed record Nobody : Belonging;

    /// <summary>Of many customers at once, or of some who are gone: shown to nobody who sees a part of the bank only.</summary>
    public sealed record Bank(string Why) : Belonging;
}
