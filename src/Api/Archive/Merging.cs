using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Two customers who are to be one, with all that is stored of both, as of one moment. The head of the one is written as if it were withdrawn, so that no
/// list and no figure has it any more; what it was goes to the history, of which an undo makes it again.
/// </summary>
/// <param name="From">The one that is merged.</param>
/// <param name="Into">The other, which stays.</param>
/// <param name="HoldRow">What keeps the one from being erased.</param>
/// <param name="IntoFrom">Those who were merged into the one.</param>
/// <param name="IntoInto">Those who were merged into the other.</param>
internal sealed record Merging(CustomerRows From, CustomerRows Into, Row? HoldRow, IReadOnlyList<Row> IntoFrom, IReadOnlyList<Row> IntoInto)
{
    /// <summary>All that is stored of a customer and moves, or is read to say what moves.</summary>
    internal const CustomerParts All =
        CustomerParts.History | CustomerParts.Engagements | CustomerParts.Surveys | CustomerParts.Purchases | CustomerParts.Cases | CustomerParts.Consents
        | CustomerParts.Restrictions;

    /// <summary>Both customers; null where one of them is not there.</summary>
    public static Merging? Read(IReader reader, string id, string other) =>
        reader.Customer(id, _ => All) is { Held.IsWithdrawn: false } from && reader.Customer(other, _ => All) is { Held.IsWithdrawn: false } into
            ? new Merging(from, into, reader.Get(Tables.Holds, HoldOnFile.IdOf(id)), MergedOnFile.IntoOne(reader, id), MergedOnFile.IntoOne(reader, other))
            : null;

    /// <summary>What is wrong with it by the records.</summary>
    public Seq<Fault> Faults(FactCatalogue facts) => Merged.Faults(From.Held.Record(facts), Into.Held.Record(facts));

    /// <summary>The unit that merges them on a day, at a moment later than all that is on file; or all that stands against it.</summary>
    public Either<Seq<Fault>, (Merged Merged, Arr<Write> Unit)> Done(FactCatalogue facts, DateOnly today, DateTime moment)
    {
        var moved = EventTables.All.Map(table => table.Moved(From, Into));
        var refusals = From.ConsentFile(facts).Log.On(today).RefusedOn(today);
        var consents = Into.ConsentFile(facts).With(refusals.Map(said => new LoggedConsent(said, moment, FromRecord: false)));
        var events = new Arr<MovedEvent>(moved.SelectMany(one => one.RightAsEnumerable()).SelectMany(one => one.Events));
        IEnumerable<Fault> faults = [.. WhyNot(events.Count), .. moved.SelectMany(one => one.LeftAsEnumerable()), .. consents.LeftAsEnumerable()];
        var against = Prelude.toSeq(faults.Distinct()).Strict();
        var head = From.Held;
        var merged = new Merged(Into.Id, moment, head.AsOf, head.RecordedAt, events, new Arr<string>(From.Cases.Select(row => row.Id)));
        return against.IsEmpty
            ? (merged, new Arr<Write>(
            [
                .. AsRead,
                new Write.Put(Tables.Customers, From.Id, From.Head.Version, new Held(moment, head.Since, default).ToBody(), Write.Unlisted),
                new Write.Put(Tables.History, Tables.HistoryId(From.Id, head.AsOf, head.RecordedAt), 0, head.ToBody(), Write.Unlisted),
                HeadAgain(Into, facts),
                .. moved.SelectMany(one => one.RightAsEnumerable()).SelectMany(one => one.Unit),
                .. From.Cases.Select(row => CaseFiling.Of(row, Into.Held.Record(facts).Id)),
                .. consents.RightAsEnumerable().Where(file => file.IsChanged).Select(Write (file) => file.Write(Into.Id)),
                MergedOnFile.ToWrite(From.Id, merged),
                new Write.Moment(moment),
            ]))
            : against;
    }

    /// <summary>
    /// The head of a customer to whom something moves, as it is, in a new version: so whatever was read of the customer before is read again before it is
    /// written.
    /// </summary>
    internal static Write HeadAgain(CustomerRows customer, FactCatalogue facts) => Refiling.Put(
        SnapshotKey.Of(customer.Held.Record(facts)), customer.Head.Version, customer.Held, new ArrayBufferWriter<byte>());

    /// <summary>Nothing of a customer was added or taken since it was read; the heads, which are written, say that of the records.</summary>
    internal static IEnumerable<Write> Unchanged(CustomerRows customer)
    {
        var (after, before) = Tables.Of(customer.Id);
        return
        [
            Range(Tables.History, customer.History),
            Range(Tables.Consents, customer.Consents),
            Range(Tables.Restrictions, customer.Restrictions),
            .. EventTables.All.Map(table => Range(table.Name, customer.Of(table))),
            new Write.ExpectIndexed(CaseRow.Table, CaseRow.Customer, customer.Id, Versions(customer.Cases)),
        ];

        Write Range(string table, IReadOnlyList<Row> rows) => new Write.ExpectRange(table, after, before, Versions(rows));
    }

    private IEnumerable<Write> AsRead =>
    [
        .. Unchanged(From),
        .. Unchanged(Into),
        new Write.Expect(Tables.Holds, HoldOnFile.IdOf(From.Id), 0),
        new Write.ExpectIndexed(Tables.Merges, Tables.MergedInto, From.Id, []),
        new Write.ExpectIndexed(Tables.Merges, Tables.MergedInto, Into.Id, Versions(IntoInto)),
    ];

    private IEnumerable<Fault> WhyNot(int events)
    {
        if (HoldRow is not null)
        {
            yield return Fault.Of(
                "id", "merge.held", $"a hold is set on '{From.Id}'; set it on '{Into.Id}' and lift it here first", $"客户“{From.Id}”已设保留；请先改设于“{Into.Id}”并在此解除");
        }

        if (RestrictionFile.Of(From.Restrictions).Log.InForce.IsSome && RestrictionFile.Of(Into.Restrictions).Log.InForce.IsNone)
        {
            yield return Fault.Of(
                "id", "merge.restricted", $"'{From.Id}' is restricted; restrict '{Into.Id}' first, so that nothing is sent afterwards either",
                $"客户“{From.Id}”已受限制；请先限制“{Into.Id}”，以免合并后仍被发送信息");
        }

        if (IntoFrom.Count > 0)
        {
            yield return Fault.Of(
                "id", "merge.chain", $"others were merged into '{From.Id}'; merge '{Into.Id}' into it instead", $"已有客户并入“{From.Id}”；请改将“{Into.Id}”并入其中");
        }

        if (events > Merged.MostEvents || From.Cases.Count > Merged.MostCases || IntoInto.Count >= Merged.MostIntoOne)
        {
            yield return Merged.TooMany;
        }
    }

    private static IReadOnlyList<(string Id, long Version)> Versions(IEnumerable<Row> rows) => [.. rows.Select(row => (row.Id, row.Version))];
}
