using System.Globalization;

namespace Kehu.Api.Archive;

/// <summary>
/// Where customers are kept. <c>customers</c> holds each one's newest snapshot; <c>history</c> every older one and every superseded one,
/// under "id asOf recordedAt": a space sorts before all that an id may hold, so that the order is by id, then date, then moment.
/// </summary>
internal static class Tables
{
    public const string Customers = "customers";
    public const string History = "history";
    public const string Cases = "cases";
    public const string Outlets = "outlets";

    /// <summary>Withdrawals of which something is still to be done.</summary>
    public const string Erasures = "erasures";

    public const string Simulations = "simulations";
    public const string Runs = "runs";
    public const string Decisions = "decisions";

    /// <summary>The log of what runs found changed.</summary>
    public const string Changes = "changes";

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
