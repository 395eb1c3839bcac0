namespace Kehu.Domain;

/// <summary>
/// Types, subjects, urgencies, steps, phases and promptness in codes and words. Codes are written out, even where the English word is the same:
/// clients and the stored index hold them, and a better word changes neither.
/// </summary>
public static class CaseWords
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this CaseType type) => type switch
    {
        CaseType.Request => "request",
        CaseType.Complaint => "complaint",
    };

    /// <summary>A type in both languages.</summary>
    public static Label Label(this CaseType type) => type switch
    {
        CaseType.Request => new Label("request", "需求"),
        CaseType.Complaint => new Label("complaint", "投诉"),
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this CaseSubject subject) => subject switch
    {
        CaseSubject.Product => "product",
        CaseSubject.Service => "service",
        CaseSubject.Fee => "fee",
        CaseSubject.Channel => "channel",
        CaseSubject.Staff => "staff",
        CaseSubject.Other => "other",
    };

    /// <summary>A subject in both languages.</summary>
    public static Label Label(this CaseSubject subject) => subject switch
    {
        CaseSubject.Product => new Label("product", "产品"),
        CaseSubject.Service => new Label("service", "服务"),
        CaseSubject.Fee => new Label("fee", "收费"),
        CaseSubject.Channel => new Label("channel", "渠道"),
        CaseSubject.Staff => new Label("staff", "人员"),
        CaseSubject.Other => new Label("other", "其他"),
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this Urgency urgency) => urgency switch
    {
        Urgency.Normal => "normal",
        Urgency.Urgent => "urgent",
    };

    /// <summary>An urgency in both languages.</summary>
    public static Label Label(this Urgency urgency) => urgency switch
    {
        Urgency.Normal => new Label("normal", "一般"),
        Urgency.Urgent => new Label("urgent", "紧急"),
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this CasePhase phase) => phase switch
    {
        CasePhase.Opened => "opened",
        CasePhase.Acknowledged => "acknowledged",
        CasePhase.Handling => "handling",
        CasePhase.Closed => "closed",
    };

    /// <summary>A phase in both languages.</summary>
    public static Label Label(this CasePhase phase) => phase switch
    {
        CasePhase.Opened => new Label("opened", "已登记"),
        CasePhase.Acknowledged => new Label("acknowledged", "已受理"),
        CasePhase.Handling => new Label("handling", "处理中"),
        CasePhase.Closed => new Label("closed", "已结案"),
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this CaseStep step) => step switch
    {
        CaseStep.Isolate => "isolate",
        CaseStep.Listen => "listen",
        CaseStep.Communicate => "communicate",
        CaseStep.Assess => "assess",
        CaseStep.Empathise => "empathise",
        CaseStep.FindTheCore => "find-the-core",
        CaseStep.Settle => "settle",
        CaseStep.Record => "record",
        CaseStep.FollowUp => "follow-up",
    };

    /// <summary>A step in both languages.</summary>
    public static Label Label(this CaseStep step) => step switch
    {
        CaseStep.Isolate => new Label("isolate", "迅速隔离"),
        CaseStep.Listen => new Label("listen", "仔细倾听"),
        CaseStep.Communicate => new Label("communicate", "注意沟通"),
        CaseStep.Assess => new Label("assess", "判断推敲"),
        CaseStep.Empathise => new Label("empathise", "换位思考"),
        CaseStep.FindTheCore => new Label("find the core", "抓住核心"),
        CaseStep.Settle => new Label("settle", "平息抱怨"),
        CaseStep.Record => new Label("record", "记录内容"),
        CaseStep.FollowUp => new Label("follow up", "事后跟踪"),
    };

    /// <summary>The name on the wire.</summary>
    public static string Code(this Promptness promptness) => promptness switch
    {
        Promptness.Pending => "pending",
        Promptness.InTime => "in-time",
        Promptness.Late => "late",
    };
}
