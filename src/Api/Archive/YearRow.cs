using System.Globalization;

namespace Kehu.Api;

/// <summary>
/// The ids of rows that hold a customer's events of a year: "customer year". A space sorts before all that a customer's id may hold, so that
/// rows are in the order of customers, then years, the same in every such table.
/// </summary>
internal static class YearRow
{
    /// <summary>The id of a customer's row of a year.</summary>
    public static string Id(string customer, int year) => string.Create(CultureInfo.InvariantCulture, $"{customer} {year:0000}");

    /// <summary>The customer whose row this is, and the year.</summary>
    public static (string Customer, int Year) Read(string id)
    {
        var customer = Tables.CustomerOf(id);
        return (customer, int.Parse(id.AsSpan(customer.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
