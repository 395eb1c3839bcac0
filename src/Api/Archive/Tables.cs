using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// Where customers are kept. <c>customers</c> holds each one's newest snapshot; <c>history</c> every older one and every superseded one,
/// under "id asOf recordedAt": a space sorts before all that an id may hold, so that the order is by id, then date, then moment.
/// </summary>
internal static class Tables
{
    public const string Customers = "customers";
    public const string History = "history";
    public const string Cases = "cases";

    /// <summary>Outlets as versions before units kept them: taken over into <see cref="Units"/> before those are changed, and never written.</summary>
    public const string Outlets = "outlets";

    public const string Units = "units";

    /// <summary>The index of units by the one that they belong to.</summary>
    public const string UnitParent = "parent";

    public const string Staff = "staff";

    /// <summary>The indexes of staff by their unit, by the unit to which their access is bound, and by their deputy.</summary>
    public const string StaffUnit = "unit";

    public const string StaffScope = "scope";

    public const string StaffDeputy = "deputy";

    /// <summary>Withdrawals of which something is still to be done.</summary>
    public const string Erasures = "erasures";

    /// <summary>What keeps customers from being erased, under "id hold".</summary>
    public const string Holds = "holds";

    /// <summary>What keeps lists for sending from having customers, a row a customer, under "id restrictions".</summary>
    public const string Restrictions = "restrictions";

    /// <summary>The keys with which callers come.</summary>
    public const string Keys = "keys";

    public const string Simulations = "simulations";
    public const string Runs = "runs";
    public const string Decisions = "decisions";

    /// <summary>The log of what runs found changed.</summary>
    public const string Changes = "changes";

    /// <summary>The index of customers by the outlet of the newest record.</summary>
    public const string OfOutlet = "outlet";

    /// <summary>The index of customers by the manager of the newest record.</summary>
    public const string OfManager = "manager";

    /// <summary>The chained log of who changed what.</summary>
    public const string Audit = "audit";

    /// <summary>What was changed and why, beside the entries that name it, so that it can be erased with the customer.</summary>
    public const string AuditTexts = "audit_texts";

    /// <summary>What customers said of purposes and channels, a row a customer, under "id consents".</summary>
    public const string Consents = "consents";

    /// <summary>Who was merged into whom, under the id of before.</summary>
    public const string Merges = "merges";

    /// <summary>The index of merges by the id under which the customer is on file.</summary>
    public const string MergedInto = "into";

    /// <summary>What came last of each source.</summary>
    public const string Feeds = "feeds";

    /// <summary>The schema of this release.</summary>
    public static StoreSchema Schema { get; } = new(Array(
        Array<SchemaChange>(
            new SchemaChange.Table("customers", Array("outlet", "manager")),
            new SchemaChange.Table("history", Empty),
            new SchemaChange.Log("changes")),
        Array<SchemaChange>(
            new SchemaChange.Table("engagements", Empty),
            new SchemaChange.Table("cases", Array("customer", "outlet", "phase")),
            new SchemaChange.Table("answers", Array("customer"))),
        Array<SchemaChange>(
            new SchemaChange.Table("surveys", Empty),
            new SchemaChange.Table("purchases", Empty),
            new SchemaChange.Table("outlets", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Table("runs", Array("phase")),
            new SchemaChange.Table("decisions", Empty),
            new SchemaChange.Table("simulations", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Moments(),
            new SchemaChange.Table("erasures", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Table("units", Array("parent")),
            new SchemaChange.Table("staff", Array("unit", "scope", "deputy"))),
        Array<SchemaChange>(
            new SchemaChange.Table("keys", Empty)),
        Array<SchemaChange>(
            new SchemaChange.ChainedLog("audit"),
            new SchemaChange.Table("audit_texts", Array("customer"))),
        Array<SchemaChange>(
            new SchemaChange.Table("holds", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Table("feeds", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Table("consents", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Table("restrictions", Empty)),
        Array<SchemaChange>(
            new SchemaChange.Table("merges", Array("into")))));

    /// <summary>Whose the rows of each table are: a table that is not here cannot be read within a scope.</summary>
    public static HashMap<string, Belonging> Belongings { get; } = HashMap<string, Belonging>(
        (Customers, new Belonging.Self()),
        (History, new Belonging.Beginning()),
        ("engagements", new Belonging.Beginning()),
        ("surveys", new Belonging.Beginning()),
        ("purchases", new Belonging.Beginning()),
        (Cases, new Belonging.Indexed(CaseRow.Customer, CaseOnFile.CustomerOf)),
        (Holds, new Belonging.Beginning()),
        (Consents, new Belonging.Beginning()),
        (Restrictions, new Belonging.Beginning()),
        (Merges, new Belonging.Indexed(MergedInto, row => MergedOnFile.Of(row).Into)),
        (Outlets, new Belonging.Nobody()),
        (Units, new Belonging.Nobody()),
        (Staff, new Belonging.Nobody()),
        (Keys, new Belonging.Bank("what opens the service")),
        (Keeping.Table, new Belonging.Bank("what was answered to others")),
        (AuditTexts, new Belonging.Bank("who changed what is for who examines it")),
        (Feeds, new Belonging.Bank("what came of the whole bank")),
        (Erasures, new Belonging.Bank("whoever is gone is nobody's")),
        (Simulations, new Belonging.Bank("counts over the portfolio")),
        (Runs, new Belonging.Bank("they decide the portfolio")),
        (Decisions, new Belonging.Bank("a row tells of many customers")));

    /// <summary>The id of a snapshot in the history.</summary>
    public static string HistoryId(string customer, DateOnly asOf, DateTime recordedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{customer} {asOf:yyyy-MM-dd} {recordedAt.Ticks:D20}");

    /// <summary>Below every row of a customer in a table whose ids begin with the customer's and a space, and above every one.</summary>
    public static (string After, string Before) Of(string customer) => ($"{customer} ", $"{customer}!");

    /// <summary>Below every snapshot of a customer as of one date, and above every one.</summary>
    public static (string After, string Before) HistoryOf(string customer, DateOnly asOf)
    {
        return (Bound(' '), Bound('!'));

        string Bound(char end) => string.Create(CultureInfo.InvariantCulture, $"{customer} {asOf:yyyy-MM-dd}{end}");
    }

    /// <summary>The date as of which a snapshot in the history holds, by its id.</summary>
    public static DateOnly AsOfIn(string historyId) =>
        DateOnly.ParseExact(historyId.AsSpan(historyId.IndexOf(' ', StringComparison.Ordinal) + 1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The customer with whose id and a space an id begins.</summary>
    public static string CustomerOf(string id) => id[..id.IndexOf(' ', StringComparison.Ordinal)];
}
