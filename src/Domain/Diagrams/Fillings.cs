namespace Kehu.Domain;

/// <summary>Facts under which quantities read as wanted: the way back from a diagram's variables to the facts of the catalogue.</summary>
internal static class Fillings
{
    /// <summary>The facts with a quantity reading as wanted on the date. Of two inputs, one that is known stays as it is.</summary>
    public static KnownFacts Reading(this KnownFacts facts, Quantity quantity, long value, DateOnly asOf) => quantity switch
    {
        Quantity.Of(var fact) => facts.With(fact, value),
        Quantity.By(var derived) => facts.Reading(derived, value, asOf),
        Quantity.Holding(var set, var place) => facts.With(set, facts.Find(set).IfNone(0) & ~(1L << place) | value << place),
    };

    /// <summary>The facts with a quantity reading as wanted and only the one input changed, if its domain allows that.</summary>
    public static Option<KnownFacts> Moved(this KnownFacts facts, Quantity quantity, Fact input, long value, DateOnly asOf)
    {
        var moved = quantity is Quantity.By(DerivedFact.Gap) ? facts.Without(input).Reading(quantity, value, asOf) : facts.Reading(quantity, value, asOf);
        return moved.Find(input).Filter(input.RangeOn(asOf).Contains).Map(_ => moved);
    }

    /// <summary>The last day that lies so many whole years before the date, within the legal dates.</summary>
    public static long YearsBack(long years, DateOnly asOf) => Math.Max(Spans.Dates.Low, asOf.AddYears(-(int)years).DayNumber);

    /// <summary>The first day that is within so many months of the date, within the legal dates.</summary>
    public static long MonthsBack(long months, DateOnly asOf) => Math.Max(Spans.Dates.Low, asOf.AddMonths(-(int)months).DayNumber);

    private static KnownFacts Reading(this KnownFacts facts, DerivedFact derived, long value, DateOnly asOf) => derived switch
    {
        DerivedFact.WholeYears(_, _, var from) => facts.With(from, YearsBack(value, asOf)),
        DerivedFact.MonthsSince(_, _, var from) => facts.With(from, MonthsBack(value, asOf)),
        DerivedFact.Gap(_, _, var left, var right) =>
            facts.TryGet(left, out var known) ? facts.With(right, known - value)
            : facts.TryGet(right, out known) ? facts.With(left, known + value)
            : Apart(facts, left, right, value),
        DerivedFact.Size(_, _, var set) => facts.With(set, (1L << (int)value) - 1),
    };

    private static KnownFacts Apart(KnownFacts facts, Fact left, Fact right, long gap)
    {
        var high = Math.Clamp(gap, left.Domain.Low, left.Domain.High);
        return facts.With(left, high).With(right, high - gap);
    }
}
