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
        ? ToWrite(row.Id, row, rest)
        : new Write.Delete(Tables.Engagements, row.Id, row.Version);

    /// <summary>The write that stores a year; <paramref name="row"/> is what is stored of it now.</summary>
    public static Write.Put ToWrite(string id, Row? row, Engagement[] year) =>
        new(Tables.Engagements, id, row?.Version ?? 0, EngagementRow.ToBody(year), new Dictionary<string, string>());

    /// <summary>The write that erases what was noted in a year, where anything was: notes may tell who the customer was.</summary>
    public static IEnumerable<Write> WithoutNotes(Row row) =>
        EngagementRow.From(row.Body) is var year && Array.Exists(year, one => one.Note.IsSome)
            ? [ToWrite(row.Id, row, Array.ConvertAll(year, one => one with { Note = LanguageExt.Option<string>.None }))]
            : [];
}
