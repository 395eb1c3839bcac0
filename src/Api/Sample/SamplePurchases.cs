using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What sample customers bought in the year behind the portfolio: as often as the fact <c>productPurchases12m</c> says, of what they hold.</summary>
internal static class SamplePurchases
{
    private static readonly Quantiles Yuan = new((0, 1_000), (500_000, 20_000), (900_000, 100_000), (990_000, 500_000), (Quantiles.Whole, 3_000_000));

    /// <summary>What is bought for an amount of money.</summary>
    private static readonly string[] Placed =
        ["time-deposit", "wealth-product", "fund", "insurance", "precious-metal", "mortgage", "consumer-loan", "business-loan"];

    private static readonly string[] OfPersons = ["time-deposit", "wealth-product", "fund", "insurance"];

    private static readonly string[] OfFirms = ["time-deposit", "wealth-product", "cash-management", "insurance"];

    /// <summary>The purchases of the year. Where the fact is unknown, few.</summary>
    public static IEnumerable<Purchase> Of(CustomerRecord record, Dice dice)
    {
        var (days, choice) = (SampleYear.Days(record), Choice(record));
        var count = record.Facts.Find(SharedFacts.ProductPurchases12m).IfNone(dice.Below(3));
        for (var at = 1; at <= count; at++)
        {
            var (date, product) = (days.From.AddDays((int)dice.Below(days.Days)), dice.OneOf(choice));
            yield return new Purchase(string.Create(CultureInfo.InvariantCulture, $"purchase-{record.AsOf:yyyy-MM-dd}-{at:00}"), date, product)
            {
                Amount = Placed.Contains(product) ? Some(Money.Yuan(Yuan.At(dice.Rank()) / 100 * 100)) : None,
            };
        }
    }

    /// <summary>What is bought again and again of the products held, or any of them, or what is usual where none is known.</summary>
    private static string[] Choice(CustomerRecord record)
    {
        var bits = record.Facts.Find(SharedFacts.Products).IfNone(0);
        var held = SharedFacts.Products.Options.Map(product => product.Code).Where((_, place) => (bits >> place & 1) == 1).ToArray();
        return System.Array.FindAll(held, Placed.Contains) is { Length: > 0 } placed ? placed
            : held.Length > 0 ? held
            : record.Kind switch
            {
                CustomerKind.Personal => OfPersons,
                CustomerKind.Enterprise => OfFirms,
            };
    }
}
