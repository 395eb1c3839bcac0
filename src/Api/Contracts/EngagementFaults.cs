using Kehu.Api.Archive;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>Why a rule refuses an engagement.</summary>
internal static class EngagementFaults
{
    public static Fault InFuture { get; } = Fault.At("/date", "engagement.in-future", "what is logged has been done: the date is not after today (UTC+8)", "只能记录已完成的维护，日期不得晚于今天（UTC+8）");

    public static Fault Full { get; } = Fault.At(
        "/date", "engagement.too-many", $"a customer has at most {EngagementRow.Most} engagements a year", $"每位客户每年最多 {EngagementRow.Most} 条维护记录");

    public static Fault IdNeeded { get; } = Fault.At(
        "/id", "engagement.id-needed", "in an import every engagement has an id, so that repeating the import changes nothing", "导入时每条维护记录须有 id，以便重复导入不产生变化");

    public static Fault Taken(string id) => Fault.At(
        "/id", "engagement.id-taken", $"another engagement of the customer has the id '{id}'; log this one under an id of its own", $"该客户已有编号为“{id}”的其他维护记录，请换用新的编号");

    public static Fault UnknownCustomer(string id) => Fault.At(
        "/customer", "customer.unknown", $"there is no customer '{id}' on file; put the customer first", $"没有客户“{id}”的档案，请先建立客户档案");
}
