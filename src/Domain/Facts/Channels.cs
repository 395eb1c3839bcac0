namespace Kehu.Domain;

/// <summary>Channels in codes and words.</summary>
public static class Channels
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Channel channel) => channel switch
    {
        Channel.Phone => "phone",
        Channel.Sms => "sms",
        Channel.EMail => "e-mail",
        Channel.WeChat => "wechat",
        Channel.App => "app",
        Channel.Meeting => "meeting",
        Channel.Invitation => "invitation",
        Channel.Delivery => "delivery",
    };

    /// <summary>The channel in words.</summary>
    public static Label Label(this Channel channel) => channel switch
    {
        Channel.Phone => new Label("phone", "电话"),
        Channel.Sms => new Label("SMS", "短信"),
        Channel.EMail => new Label("e-mail", "电子邮件"),
        Channel.WeChat => new Label("WeChat", "微信"),
        Channel.App => new Label("app", "手机应用"),
        Channel.Meeting => new Label("meeting", "面谈"),
        Channel.Invitation => new Label("invitation", "邀约"),
        Channel.Delivery => new Label("delivery", "送达"),
    };
}
