namespace Kehu.Domain;

/// <summary>Where a reading comes from: the source that sent it, and the date that it is of.</summary>
/// <param name="Source">The code of the system, such as <c>core-banking</c>; empty where it did not name itself.</param>
/// <param name="On">The date as of which the source said so.</param>
public readonly record struct Origin(string Source, DateOnly On)
{
    /// <summary>The source under which the service itself writes: nobody else's.</summary>
    public const string Service = "kehu";
}

/// <summary>Members of a record that show what one origin said of them.</summary>
/// <param name="Origin">Where they come from.</param>
/// <param name="Members">Their names, such as <c>contact.mobile</c>; <see cref="Provenance.Rest"/> for all that are named nowhere else.</param>
public sealed record OriginOf(Origin Origin, Arr<string> Members);

/// <summary>
/// Where each member of a record comes from. A member that is named nowhere, and without a rest, was never read.
/// Source: the customer record of the fact catalogue, and where it comes from.
/// </summary>
public sealed record Provenance(Arr<OriginOf> All)
{
    /// <summary>What the names of facts begin with.</summary>
    public const string Facts = "facts.";

    /// <summary>All members that are named nowhere else.</summary>
    public const string Rest = "*";

    /// <summary>The provenance of a whole record: every member comes from there.</summary>
    public static Provenance Whole(Origin origin) => new(Array(new OriginOf(origin, Array(Rest))));

    /// <summary>The origin of a record of which every member has the same; none where they have several.</summary>
    public Option<Origin> Only => All.Count == 1 && All[0].Members == Array(Rest) ? Some(All[0].Origin) : None;

    /// <summary>Where a member comes from; none where it was never read.</summary>
    public Option<Origin> Of(string member) =>
        (All.Find(one => one.Members.Contains(member)) || All.Find(one => one.Members.Contains(Rest))).Map(one => one.Origin);

    /// <summary>The last day on which any fact was read; none where none ever was.</summary>
    public Option<DateOnly> FactsReadOn => All.Filter(one => one.Members.Exists(IsFact)).Map(one => one.Origin.On).OrderDescending().HeadOrNone();

    private static bool IsFact(string member) => member == Rest || member.StartsWith(Facts, StringComparison.Ordinal);
}
