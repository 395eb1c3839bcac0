namespace Kehu.Domain;

/// <summary>A customer as the policies see it: its kind and what is known of it.</summary>
public sealed record Customer(CustomerKind Kind, KnownFacts Facts)
{
    /// <summary>Everything that contradicts itself or the date in the facts; pointers are relative to the facts.</summary>
    public Seq<Fault> FaultsOn(DateOnly asOf) => Facts.LateDates(asOf) + Facts.Contradictions();
}

/// <summary>What facts must not say together.</summary>
public static class FactChecks
{
    /// <summary>Dates of the past that lie after the date: ages and spans would be negative.</summary>
    public static Seq<Fault> LateDates(this KnownFacts facts, DateOnly asOf) => facts.HaveAnyOf(facts.Catalogue.PastGroup) && facts.IsLate(asOf)
        ? Seq(facts.Catalogue.PastDates.Filter(past => facts.TryGet(past, out var day) && day > asOf.DayNumber).Map(past => Fault.At(
            $"/{past.Name}", "fact.after-as-of",
            $"{past.Name} lies after the as-of date {asOf:yyyy-MM-dd}; correct one of the two",
            $"{past.Head.Label.Zh}晚于基准日 {asOf:yyyy-MM-dd}，请更正其一")))
        : Seq<Fault>();

    /// <summary>The facts that do not belong to customers of the kind; pointers relative to the facts.</summary>
    public static Seq<Fault> OfOtherKind(this KnownFacts facts, CustomerKind kind) => !facts.HaveAnyOf(facts.Catalogue.ForeignTo(kind))
        ? Seq<Fault>()
        : Seq(facts.Catalogue.All.Filter(fact => !fact.Head.Scope.Covers(kind) && facts.TryGet(fact, out _)).Map(fact => Fault.At(
            $"/{fact.Name}",
            "fact.other-kind",
            $"'{fact.Name}' is no fact of {kind.Label().En}; leave it out or correct the kind",
            $"“{fact.Name}”不是{kind.Label().Zh}的事实；请省略，或更正客户种类")));

    /// <summary>Facts that exclude each other, and sums that leave their range.</summary>
    public static Seq<Fault> Contradictions(this KnownFacts facts) => facts.Contradictions(SharedFacts.ProfitContribution.Accepted);

    /// <summary>The same of facts on file, which may have been filed when more was accepted.</summary>
    public static Seq<Fault> ContradictionsOnFile(this KnownFacts facts) => facts.Contradictions(SharedFacts.ProfitContribution.Domain);

    private static Seq<Fault> Contradictions(this KnownFacts facts, Interval sums) =>
        facts.HaveAnyOf(Contradictable) && (facts.NeverTransactedYetDid() | facts.SumLeaves(sums)) ? facts.Never() + facts.Sum(sums) : Seq<Fault>();

    /// <summary>Without one of these nothing below can be said.</summary>
    private static readonly FactGroup Contradictable = default(FactGroup)
        .With(ShippedPlaces.EverTransacted).With(ShippedPlaces.InterestIncome);

    private static bool IsLate(this KnownFacts facts, DateOnly asOf)
    {
        foreach (var place in facts.Catalogue.PastPlaces)
        {
            if (facts.TryGet(place, out var day) && day > asOf.DayNumber)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NeverTransactedYetDid(this KnownFacts facts) =>
        facts.TryGet(ShippedPlaces.EverTransacted, out var ever) && ever == 0 && facts.TryGet(ShippedPlaces.LastTransactionOn, out _);

    private static bool SumLeaves(this KnownFacts facts, Interval sums) =>
        !facts.TryGet(ShippedPlaces.ProfitContribution, out _)
        && facts.TryGet(ShippedPlaces.InterestIncome, out var interest)
        && facts.TryGet(ShippedPlaces.FeeIncome, out var fees)
        && !sums.Contains(interest + fees);

    private static Seq<Fault> Never(this KnownFacts facts) => facts.NeverTransactedYetDid()
        ? Seq1(Fault.At(
            "/everTransacted", "fact.contradiction",
            "everTransacted is false beside a lastTransactionOn; leave one of them out",
            "everTransacted 为 false 而又有最近交易日，请去掉其一"))
        : Seq<Fault>();

    private static Seq<Fault> Sum(this KnownFacts facts, Interval sums) => facts.SumLeaves(sums)
        ? Seq1(Fault.At(
            "/interestIncome", "fact.sum-out-of-range",
            "interestIncome and feeIncome sum to a profitContribution out of range",
            "利息收入与手续费收入之和超出利润贡献的取值范围"))
        : Seq<Fault>();
}
