namespace Kehu.Domain;

/// <summary>What a case is.</summary>
public enum CaseType
{
    /// <summary>Something the customer wants.</summary>
    Request = 0,

    /// <summary>Something the customer is displeased with: it goes through all nine steps.</summary>
    Complaint,
}

/// <summary>What a case is about, for the statistics.</summary>
public enum CaseSubject
{
    Product = 0,
    Service,
    Fee,
    Channel,
    Staff,
    Other,
}

/// <summary>How pressing a case is.</summary>
public enum Urgency
{
    Normal = 0,

    /// <summary>Acknowledged within an hour of working time, like every complaint.</summary>
    Urgent,
}

/// <summary>The nine steps of handling, in their order. Source 001, 第五篇 (六).</summary>
public enum CaseStep
{
    /// <summary>迅速隔离</summary>
    Isolate = 0,

    /// <summary>仔细倾听</summary>
    Listen,

    /// <summary>注意沟通</summary>
    Communicate,

    /// <summary>判断推敲</summary>
    Assess,

    /// <summary>换位思考</summary>
    Empathise,

    /// <summary>抓住核心</summary>
    FindTheCore,

    /// <summary>平息抱怨</summary>
    Settle,

    /// <summary>记录内容</summary>
    Record,

    /// <summary>事后跟踪</summary>
    FollowUp,
}
