namespace Kehu.Domain;

/// <summary>How many customers, the total assets known of them (in fen), and of how many those are unknown, as answers say it.</summary>
public readonly record struct CountedSum(int Customers, Int128 Assets, int Unvalued)
{
    public static Field<CountedSum, int> OfCustomers { get; } = Answered<CountedSum>.Always("customers", Forms.Count, sum => sum.Customers);

    public static Field<CountedSum, string> OfAssets { get; } = Answered<CountedSum>.Always(
        "assets", Forms.Digits, sum => Decimals.Plain(sum.Assets, 2)) with
    { Says = "Total assets known of them, in yuan." };

    public static Field<CountedSum, int> OfUnvalued { get; } = Answered<CountedSum>.Always(
        "unvalued", Forms.Count, sum => sum.Unvalued) with
    { Says = "Of how many the assets are unknown." };

    /// <summary>The sum on the wire.</summary>
    public static Contract<CountedSum> Contract { get; } = Answered<CountedSum>.Object("", OfCustomers, OfAssets, OfUnvalued);
}
