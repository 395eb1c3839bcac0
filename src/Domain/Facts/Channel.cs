namespace Kehu.Domain;

/// <summary>A way to reach a customer.</summary>
public enum Channel
{
    Phone = 0,
    Sms,
    EMail,
    WeChat,
    App,
    Meeting,
    Invitation,
    Delivery,
}
