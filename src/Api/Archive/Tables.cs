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
    public const string Outlets = "outlets";
    public const string Simulations = "simulations";
    public const string Runs = "runs";
    public const string Decisions = "decisions";

    /// <summary>The log of what runs found changed.</summary>
    public const string Changes = "changes";

    /// <summary>The id of a snapshot in the history.</summary>
    public static string HistoryId(string customer, DateOnly asOf, DateTime recordedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{customer} {asOf:yyyy-MM-dd} {recordedAt.Ticks:D20}");

    /// <summary>Below every snapshot of a customer, and above every one.</summary>
    public static (string After, string Before) HistoryOf(string customer) => ($"{customer} ", $"{customer}!");

    /// <summary>Below every snapshot of a customer as of one date, and above every one.</summary>
    public static (string After, string Before) HistoryOf(string customer, DateOnly asOf) =>
        (string.Create(CultureInfo.InvariantCulture, $"{customer} {asOf:yyyy-MM-dd} "), string.Create(CultureInfo.InvariantCulture, $"{customer} {asOf:yyyy-MM-dd}!"));

    /// <summary>The date as of which a snapshot in the history holds, by its id.</summary>
    public static DateOnly AsOfIn(string historyId) =>
        DateOnly.ParseExact(historyId.AsSpan(historyId.IndexOf(' ', StringComparison.Ordinal) + 1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The customer whose snapshot a history id names.</summary>
    public static string CustomerOf(string historyId) => historyId[..historyId.IndexOf(' ', StringComparison.Ordinal)];
}
