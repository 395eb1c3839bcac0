using static Kehu.Domain.Author;
using static Kehu.Domain.DerivedFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Active, potential and dormant customers. Source 004, 商业银行客户分层分级管理与关系营销, which gives no numbers.</summary>
public static class Activity
{
    public static readonly PolicyId Id = new("activity");

    private static readonly Citation Source = Citation.From("004", "商业银行客户分层分级管理与关系营销");

    public static Policy Policy { get; } =
        Begin(Id, "Activity", "客户活跃度", Ordering.Ranked, ForBoth, Source)
            .Then(
                Class("active", "Active customer", "活跃客户"),
                AllOf(
                    EverTransacted.Is(Source),
                    MonthlyTransactions.AtLeast(3, Citation.Set("active-transactions", "three transactions a month show regular use", "每月三笔表明经常使用")),
                    MonthsSinceLastTransaction.AtMost(3, Citation.Set("active-months", "a quarter without a transaction ends activity", "一个季度无交易即不再活跃"))))
            .Then(
                Class("potential", "Potential customer", "潜在客户"),
                AllOf(
                    EverTransacted.Is(Source),
                    MonthsSinceLastTransaction.AtMost(12, Citation.Set("potential-months", "a year without a transaction means dormant", "一年无交易即为沉睡"))))
            .Otherwise(Class("dormant", "Dormant customer", "沉睡客户"))
            .Reading(
                "\"Within n months\" counts calendar months back from the as-of date, both days included.",
                "“n 个月内”自基准日按日历月倒推，首尾两日均计入。");
}
