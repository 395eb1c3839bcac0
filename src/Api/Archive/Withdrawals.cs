using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// All that is stored about a customer, read to be withdrawn. What may stay is written here and nothing else does: that there was such an id and when it was
/// withdrawn, that the customer's cases happened, and who changed what when. Decisions of runs hold no words and stay too.
/// </summary>
/// <param name="Rows">The customer with all parts.</param>
/// <param name="Answers">The kept answers that speak of the customer.</param>
/// <param name="Texts">The texts of the audit that speak of the customer.</param>
/// <param name="HoldRow">The row of what keeps the customer from being erased, if there is one.</param>
/// <param name="Pending">What is still to be done of an earlier withdrawal of the id, if anything is.</param>
internal sealed record Withdrawals(CustomerRows Rows, IReadOnlyList<Row> Answers, IReadOnlyList<Row> Texts, Row? HoldRow, Row? Pending)
{
    /// <summary>Those who were merged into the customer, with the rows that say so: whatever is left of them is the customer's and goes with it.</summary>
    public IReadOnlyList<(Row Merge, Withdrawals Of)> MergedIn { get; init; } = [];

    private const CustomerParts All =
        CustomerParts.History | CustomerParts.Engagements | CustomerParts.Surveys | CustomerParts.Purchases | CustomerParts.Cases
        | CustomerParts.Consents | CustomerParts.Restrictions;

    /// <summary>What keeps the customer from being erased.</summary>
    public Option<CustomerHold> Hold => HoldRow is { } row ? HoldOnFile.Stored(row) : Option<CustomerHold>.None;

    /// <summary>The customer of an id; null where there never was one.</summary>
    public static Withdrawals? Read(IReader reader, string id) =>
        reader.Customer(id, _ => All) is { } rows
            ? new Withdrawals(rows, [.. reader.Page(Keeping.Table, Keeping.Customer, id, "")], [.. reader.Page(Tables.AuditTexts, AuditRows.Customer, id, "")],
                reader.Get(Tables.Holds, HoldOnFile.IdOf(id)), reader.Get(Tables.Erasures, id))
            {
                MergedIn = [.. MergedOnFile.IntoOne(reader, id).Select(row => (row, Read(reader, row.Id)!))],
            }
            : null;

    /// <summary>All that stands against withdrawing the customer on a day; nothing where it may be done.</summary>
    public Seq<Fault> WhyKept(FactCatalogue facts, CustomerRetention retention, DateOnly today) => ErasureRules.WhyKept(
        Rows.Held.Record(facts),
        Hold,
        new Arr<string>(Rows.Cases.Select(CaseOnFile.Of).Where(one => one.State.Phase != CasePhase.Closed).Select(one => one.Id)),
        retention,
        today);

    /// <summary>
    /// The unit that withdraws the customer, at a moment later than all that is on file. It is done only if nothing about the customer was added
    /// since it was read; and what is logged later expects the customer on file.
    /// </summary>
    public Arr<Write> Withdraw(DateTime moment)
    {
        var (after, before) = Tables.Of(Rows.Id);
        return new Arr<Write>(
        [
            new Write.Put(Tables.Customers, Rows.Id, Rows.Head.Version, new Held(moment, Rows.Held.Since, default).ToBody(), Write.Unlisted),
            .. Gone(Tables.History, Rows.History),
            .. Gone(Tables.Consents, Rows.Consents),
            .. Gone(Tables.Restrictions, Rows.Restrictions),
            .. EventTables.All.SelectMany(table => Gone(table.Name, Rows.Of(table))),
            new Write.ExpectIndexed(Keeping.Table, Keeping.Customer, Rows.Id, Versions(Answers)),
            .. Answers.Select(answer => new Write.Delete(Keeping.Table, answer.Id, answer.Version)),
            new Write.ExpectIndexed(Tables.AuditTexts, AuditRows.Customer, Rows.Id, Versions(Texts)),
            .. Texts.Select(text => new Write.Delete(Tables.AuditTexts, text.Id, text.Version)),
            new Write.ExpectIndexed(CaseRow.Table, CaseRow.Customer, Rows.Id, Versions(Rows.Cases)),
            .. Rows.Cases.Select(CaseFiling.WithoutWords),
            new Write.Delete(Tables.Holds, HoldOnFile.IdOf(Rows.Id), HoldRow?.Version ?? 0),
            new Write.Put(Tables.Erasures, Rows.Id, Pending?.Version ?? 0, PendingErasures.Body(moment), Write.Unlisted),
            new Write.ExpectIndexed(Tables.Merges, Tables.MergedInto, Rows.Id, Versions(MergedIn.Select(one => one.Merge))),
            .. MergedIn.SelectMany(one => one.Of.Withdraw(moment).Add(new Write.Delete(Tables.Merges, one.Merge.Id, one.Merge.Version))),
            new Write.Moment(moment),
        ]);

        IEnumerable<Write> Gone(string table, IReadOnlyList<Row> rows) =>
            rows.Select(Write (row) => new Write.Delete(table, row.Id, row.Version)).Prepend(new Write.ExpectRange(table, after, before, Versions(rows)));
    }

    private static IReadOnlyList<(string Id, long Version)> Versions(IEnumerable<Row> rows) => [.. rows.Select(row => (row.Id, row.Version))];
}
