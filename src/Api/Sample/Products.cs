namespace Kehu.Api;

/// <summary>Bits of the set of products, by their codes.</summary>
internal static class Products
{
    public static readonly long GoldCard = Bit("wealth-gold-card");
    public static readonly long CreditCard = Bit("credit-card");
    public static readonly long UsbKey = Bit("ebank-usb-key");
    public static readonly long MobileBanking = Bit("mobile-banking");
    public static readonly long TimeDeposit = Bit("time-deposit");
    public static readonly long WealthProduct = Bit("wealth-product");
    public static readonly long Fund = Bit("fund");
    public static readonly long Insurance = Bit("insurance");
    public static readonly long PreciousMetal = Bit("precious-metal");
    public static readonly long ThirdPartyCustody = Bit("third-party-custody");
    public static readonly long Mortgage = Bit("mortgage");
    public static readonly long ConsumerLoan = Bit("consumer-loan");
    public static readonly long BusinessLoan = Bit("business-loan");
    public static readonly long Payroll = Bit("payroll");
    public static readonly long Pos = Bit("pos");
    public static readonly long CorporateEbanking = Bit("corporate-ebanking");
    public static readonly long CashManagement = Bit("cash-management");
    public static readonly long TradeFinance = Bit("trade-finance");
    public static readonly long Guarantee = Bit("guarantee");
    public static readonly long BondUnderwriting = Bit("bond-underwriting");

    /// <summary>The product in so many cases of a hundred, else nothing.</summary>
    public static long With(this Dice dice, int percent, long product) => dice.Chance(percent) ? product : 0;

    private static long Bit(string code) => 1L << FactSheet.Place(SharedFacts.Products, code);
}
