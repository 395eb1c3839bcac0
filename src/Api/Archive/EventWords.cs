namespace Kehu.Api;

/// <summary>What events of one sort are called, and why one is refused.</summary>
/// <param name="Code">The singular in routes and before the dot in the codes of faults.</param>
/// <param name="One">One of them in words.</param>
/// <param name="Many">Several of them in words.</param>
/// <param name="NotYet">Why none lies in the future.</param>
internal sealed record EventWords(string Code, Label One, Label Many, Label NotYet)
{
    public static EventWords Engagement { get; } = new(
        "engagement", new("engagement", "维护记录"), new("engagements", "维护记录"),
        new("what is logged has been done: the date is not after today (UTC+8)", "只能记录已完成的维护，日期不得晚于今天（UTC+8）"));

    public static EventWords Survey { get; } = new(
        "survey", new("survey", "满意度调查记录"), new("surveys", "满意度调查记录"),
        new("the customer has been asked: the date is not after today (UTC+8)", "只能记录已进行的调查，日期不得晚于今天（UTC+8）"));

    public static EventWords Purchase { get; } = new(
        "purchase", new("purchase", "购买记录"), new("purchases", "购买记录"),
        new("what is logged has been bought: the date is not after today (UTC+8)", "只能记录已发生的购买，日期不得晚于今天（UTC+8）"));

    /// <summary>It has not happened yet.</summary>
    public Fault InFuture => new($"{Code}.in-future", new Place.Pointer("/date"), NotYet);

    /// <summary>An import could not be repeated.</summary>
    public Fault IdNeeded => Fault.At(
        "/id", $"{Code}.id-needed", $"in an import every {One.En} has an id, so that repeating the import changes nothing", $"导入时每条{One.Zh}须有 id，以便重复导入不产生变化");

    /// <summary>The year holds as many as it may.</summary>
    public Fault Full(int most) => Fault.At("/date", $"{Code}.too-many", $"a customer has at most {most} {Many.En} a year", $"每位客户每年最多 {most} 条{Many.Zh}");

    /// <summary>Another has the id.</summary>
    public Fault Taken(string id) => Fault.At(
        "/id",
        $"{Code}.id-taken",
        $"another {One.En} of the customer has the id '{id}'; log this one under an id of its own",
        $"该客户已有编号为“{id}”的其他{One.Zh}，请换用新的编号");

    /// <summary>The customer has none of that id.</summary>
    public Fault Unknown(string customer, string id) => Fault.Of(
        Code, $"{Code}.unknown", $"the customer '{customer}' has no {One.En} '{id}' on file", $"客户“{customer}”没有编号为“{id}”的{One.Zh}");

    /// <summary>What is wrong with an id in a route.</summary>
    public IEnumerable<Fault> OfId(string id) => Codes.IsCode(id, 64) ? [] :
    [
        Fault.Of(
            Code, $"{Code}.id", "an id is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
            "编号由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头"),
    ];

    /// <summary>There is no such customer.</summary>
    public static Fault UnknownCustomer(string id) => Fault.At(
        "/customer", "customer.unknown", $"there is no customer '{id}' on file; put the customer first", $"没有客户“{id}”的档案，请先建立客户档案");
}
