using LanguageExt;

namespace Kehu.Api;

/// <summary>What is on file of a customer's restrictions: one row, behind the customer's id and a space, as whatever belongs to a customer.</summary>
/// <param name="Row">The row; null where there never was a restriction.</param>
/// <param name="Log">What it holds.</param>
internal sealed record RestrictionFile(Row? Row, RestrictionLog Log)
{
    private static readonly Codec<Arr<CustomerRestriction>> Codec = JsonForms.All.Of(Forms.List(CustomerRestriction.Contract));

    /// <summary>The id of a customer's row.</summary>
    public static string IdOf(string customer) => $"{customer} restrictions";

    /// <summary>What the rows hold that were read with a customer, of which there is one at most.</summary>
    public static RestrictionFile Of(IReadOnlyList<Row> rows) => Of(rows.Count > 0 ? rows[0] : null);

    /// <summary>What a row holds.</summary>
    public static RestrictionFile Of(Row? row) => new(
        row,
        row is not { } found ? RestrictionLog.Empty
        : Codec.Read(found.Body, out var all).Count == 0 ? new RestrictionLog(all)
        : throw new InvalidDataException("a stored restriction is damaged"));

    /// <summary>The write that stores a log over the row that was read; none where it holds the same.</summary>
    public Option<Write> With(RestrictionLog log, string customer) => log == Log
        ? Option<Write>.None
        : new Write.Put(
            Tables.Restrictions, IdOf(customer), Row?.Version ?? 0, WireJson.Bytes(json => Codec.Write(json, log.All)), Write.Unlisted);
}
