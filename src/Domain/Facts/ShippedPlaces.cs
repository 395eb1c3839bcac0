namespace Kehu.Domain;

/// <summary>
/// Places of the facts that are read of every customer, looked up once; apart, because the shipped facts are not to be made when the first catalogue is.
/// </summary>
internal static class ShippedPlaces
{
    public static readonly int LastTransactionOn = ShippedFacts.PlaceOf(SharedFacts.LastTransactionOn);
    public static readonly int EverTransacted = ShippedFacts.PlaceOf(SharedFacts.EverTransacted);
    public static readonly int ProfitContribution = ShippedFacts.PlaceOf(SharedFacts.ProfitContribution);
    public static readonly int InterestIncome = ShippedFacts.PlaceOf(SharedFacts.InterestIncome);
    public static readonly int FeeIncome = ShippedFacts.PlaceOf(SharedFacts.FeeIncome);
}
