using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Archive;

/// <summary>How logging an engagement ends.</summary>
internal abstract record EngagementFiling
{
    private EngagementFiling()
    {
    }

    /// <summary>It is there already, the same in everything.</summary>
    public sealed record Unchanged : EngagementFiling;

    /// <summary>Another of the customer's engagements has the id.</summary>
    public sealed record Taken : EngagementFiling;

    /// <summary>The year holds as many as it may.</summary>
    public sealed record Full : EngagementFiling;

    /// <summary>The year with it.</summary>
    public sealed record Filed(Engagement[] Year) : EngagementFiling;

    /// <summary>The pure part: all that was done for a customer, and one thing more.</summary>
    public static EngagementFiling Add(IReadOnlyCollection<Engagement> all, Engagement engagement)
    {
        if (all.FirstOrDefault(one => one.Id == engagement.Id) is { } same)
        {
            return same == engagement ? new Unchanged() : new Taken();
        }

        Engagement[] year = [.. all.Where(one => one.Date.Year == engagement.Date.Year), engagement];
        return year.Length > EngagementRow.Most ? new Full() : new Filed(year);
    }

    /// <summary>The write that takes an engagement out of the year that holds it; the row goes with its last.</summary>
    public static Write Without(Row row, string engagement) => Array.FindAll(EngagementRow.From(row.Body), one => one.Id != engagement) is { Length: > 0 } rest
        ? ToWrite(row.Id, row.Version, rest)
        : new Write.Delete(Tables.Engagements, row.Id, row.Version);

    /// <summary>The write that stores a year over a row of this version (0: none).</summary>
    public static Write.Put ToWrite(string id, long version, Engagement[] year) =>
        new(Tables.Engagements, id, version, EngagementRow.ToBody(year), new Dictionary<string, string>());

    /// <summary>The unit that stores a year among these rows, if the customer is still on file in the version that was read.</summary>
    public static Write[] ToUnit(string id, IReadOnlyCollection<Row> rows, Engagement[] year, Row customer) =>
    [
        ToWrite(id, rows.Where(row => row.Id == id).Select(row => row.Version).FirstOrDefault(), year),
        new Write.Expect(Tables.Customers, customer.Id, customer.Version),
    ];

    /// <summary>The write that erases what was noted in a year, where anything was: notes may tell who the customer was.</summary>
    public static IEnumerable<Write> WithoutNotes(Row row) =>
        EngagementRow.From(row.Body) is var year && Array.Exists(year, one => one.Note.IsSome)
            ? [ToWrite(row.Id, row.Version, Array.ConvertAll(year, one => one with { Note = LanguageExt.Option<string>.None }))]
            : [];
}
