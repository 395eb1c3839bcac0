namespace Kehu.Api;

/// <summary>What customers bought.</summary>
internal sealed class PurchaseRoutes(EventRoutes<Purchase> purchases) : IFeature
{
    private static readonly EventTexts Texts = new(
        "Surveys", "Purchase", Examples.Purchases, "fund-2026-11-20",
        Listed: "What a customer bought",
        Found: "One purchase of a customer",
        TakenBack: "Take back a purchase that was logged by mistake",
        Correcting: "To correct a purchase, withdraw it and log it again.");

    public IEnumerable<Route> Routes =>
    [
        purchases.Log(
            Texts, "Log what a customer bought",
            "On a day up to today, a product of the fact products, with the amount in yuan where there is one.", Examples.Purchase),
        .. purchases.Others(Texts),
    ];
}
