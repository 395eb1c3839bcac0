namespace Kehu.Domain;

/// <summary>What a record or a part of one came to, counted in members.</summary>
/// <param name="Kept">Said as it was.</param>
/// <param name="Changed">Said otherwise than it was.</param>
/// <param name="PassedOver">Said, and shown in no record: another source's word of the same date, or a later one, stands.</param>
/// <param name="Dropped">Known before, and left out by a whole record.</param>
public readonly record struct MergeCounts(int Kept, int Changed, int PassedOver, int Dropped);

/// <summary>A snapshot with what came merged into it.</summary>
public sealed record MergedRecord(CustomerRecord Record, MergeCounts Counts);

/// <summary>
/// Merging what a source says into what is shown. What is said is a record whose provenance names the members that it is about: of a part those that it has,
/// of a whole one all. Each member then shows the reading that comes first (<see cref="SourceOrder"/>), so that the order in which sources send, and into how
/// many parts they split what they send, changes nothing.
/// </summary>
public sealed class RecordMerging(RecordMembers members, SourceOrder order)
{
    private static readonly string Closing = Provenance.Facts + SharedFacts.ClosedOn.Name;

    private readonly Option<int> closing = members.PlaceOf(Closing);

    /// <summary>The members.</summary>
    public RecordMembers Members => members;

    /// <summary>The snapshot of a date that shows what was shown on it, or before it, and what is said.</summary>
    public MergedRecord Merge(CustomerRecord shown, CustomerRecord said, DateOnly asOf)
    {
        var (before, coming) = (members.Origins(shown.Origins), members.Origins(said.Origins));
        var (known, knew) = (members.KnownIn(said), members.KnownIn(shown));
        var (taken, named) = (default(MemberGroup), known);
        var anew = BeginsAnew(shown, said) ? closing : None;
        var origins = new Option<Origin>[before.Length];
        for (var place = 0; place < before.Length; place++)
        {
            named = coming[place].IsNamed ? named.Or(members.At(place)) : named;
            var takes = coming[place].Origin.Case is Origin origin && Takes(origin, before[place].Origin, members.Has(named, place) || anew == Some(place));
            taken = takes ? taken.Or(members.At(place)) : taken;
            origins[place] = takes ? coming[place].Origin : before[place].Origin;
        }

        var merged = members.Chosen(said, taken, shown) with { AsOf = asOf };
        var alike = members.Alike(shown, said);
        return new MergedRecord(
            merged.From(members.ProvenanceOf(new Arr<Option<Origin>>(origins))),
            new MergeCounts(
                Kept: named.And(taken).And(alike).Count,
                Changed: named.And(taken).Except(alike).Count,
                PassedOver: named.Except(taken).Count,
                Dropped: taken.And(knew).Except(named).Count));
    }

    /// <summary>What is said of a date before which nothing is on file.</summary>
    public MergedRecord First(CustomerRecord said) => new(said, new MergeCounts(0, members.KnownIn(said).Count, 0, 0));

    /// <summary>Whether every member of a whole record shows where a record comes from one origin alone, and nothing of it is left.</summary>
    public bool Replaces(Origin whole, CustomerRecord shown) =>
        shown.Origins.Only.Case is Origin only && only.Source != Origin.Service && order.Shows(whole, only);

    /// <summary>How many members a record knows that another, which replaces it, leaves out.</summary>
    public int Dropped(CustomerRecord shown, CustomerRecord whole) => members.KnownIn(shown).Except(members.KnownIn(whole)).Count;

    /// <summary>
    /// Whether a relationship began after the one that is known to have ended: then a whole record that leaves the end out speaks of the new one, and what the
    /// service wrote of the old one stands no longer.
    /// </summary>
    private static bool BeginsAnew(CustomerRecord shown, CustomerRecord said) =>
        shown.Facts.TryGet(SharedFacts.ClosedOn, out var closed) && said.Facts.TryGet(SharedFacts.CustomerSince, out var since) && since > closed;

    /// <summary>A whole record says nothing of what the service itself writes, unless it names it.</summary>
    private bool Takes(Origin coming, Option<Origin> shown, bool isNamed) => shown.Case is Origin before
        ? order.Shows(coming, before) && (isNamed || before.Source != Origin.Service)
        : true;
}
