using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Enterprises without loans whose accounts show that they might want one. Source 001, 第一篇 二, which gives no numbers.</summary>
public static class ProspectSignal
{
    public static readonly PolicyId Id = new("prospect-signal");

    private static readonly Citation Source = Citation.From("001", "第一篇 二");

    private static readonly Criterion NoLoan = Loans.AtLeast(new Money(1), Source).Not();

    private static readonly Criterion Busy = AnyOf(
        AccountUtilisation.AtLeast(Percent.Of(300), Citation.Set("busy-utilisation", "the balance turns over three times in a quarter", "余额每季周转三次")),
        LargeTransfers90d.AtLeast(6, Citation.Set("busy-transfers", "a large transfer in every second week", "约每两周一笔大额转账")));

    public static Policy Policy { get; } =
        Begin(Id, "Prospect signals", "信贷营销线索", Ordering.Nominal, For(CustomerKind.Enterprise), Source)
            .Then(Class("hot", "Hot prospect", "重点线索"), AllOf(NoLoan, BasicAccount.Is(Source), Busy))
            .ThenExceptAbove(
                Class("warm", "Warm prospect", "一般线索"),
                AllOf(NoLoan, Busy),
                Citation.Own("a basic account here is a reason more, not a class of its own", "基本账户在本行为加强条件，不另成一类"))
            .Otherwise(Class("none", "No signal", "无线索"))
            .Reading(
                "Frequent large movements and a high use of the account are read as alternatives; "
                    + "the basic account here makes the prospect hot, as in the source's case.",
                "“资金进出较大、较频繁”与“账户使用率较高”按任一满足理解；基本结算账户在本行者为重点线索，与来源案例一致。");
}
