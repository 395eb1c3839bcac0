namespace Kehu.Domain;

/// <summary>
/// A quantity computed from facts and the as-of date, which rules read instead of its inputs.
/// Unknown inputs leave an interval of possible values, all of which some legal input gives.
/// </summary>
public abstract record DerivedFact
{
    private DerivedFact(string name, Label label) => (Name, Label) = (name, label);

    public string Name { get; }

    public Label Label { get; }

    /// <summary>Whole years from a date to the as-of date; 29 February is reached on 28 February in common years.</summary>
    public sealed record WholeYears(string Name, Label Label, Fact.Day From) : DerivedFact(Name, Label);

    /// <summary>The smallest m ≥ 0 such that the date is not before the as-of date less m calendar months.</summary>
    public sealed record MonthsSince(string Name, Label Label, Fact.Day From) : DerivedFact(Name, Label);

    /// <summary>The difference of two percentages, in basis points.</summary>
    public sealed record Gap(string Name, Label Label, Fact.Share Left, Fact.Share Right) : DerivedFact(Name, Label);

    /// <summary>The number of members of a set.</summary>
    public sealed record Size(string Name, Label Label, Fact.Several Set) : DerivedFact(Name, Label);

    /// <summary>The facts it is computed from; a decision reports these as missing, never the derived fact.</summary>
    public Arr<Fact> Inputs => this switch
    {
        WholeYears(_, _, var from) => Array<Fact>(from),
        MonthsSince(_, _, var from) => Array<Fact>(from),
        Gap(_, _, var left, var right) => Array<Fact>(left, right),
        Size(_, _, var set) => Array<Fact>(set),
    };

    /// <summary>Inherited from the inputs: time since a later date is less, a gap follows its left side, a size its set.</summary>
    public Direction Direction => this switch
    {
        WholeYears(_, _, var from) => Reversed(from.Head.Direction),
        MonthsSince(_, _, var from) => Reversed(from.Head.Direction),
        Gap(_, _, var left, _) => left.Head.Direction,
        Size(_, _, var set) => set.Head.Direction,
    };

    /// <summary>Every value on any as-of date.</summary>
    public Interval Domain => this switch
    {
        WholeYears or MonthsSince => RangeOn(DateOnly.FromDayNumber((int)Spans.Dates.High)),
        Gap or Size => RangeOn(DateOnly.FromDayNumber((int)Spans.Dates.Low)),
    };

    /// <summary>The values that some legal inputs give on an as-of date: dates lie between 1900-01-01 and that date.</summary>
    public Interval RangeOn(DateOnly asOf) => this switch
    {
        WholeYears => new Interval(0, Spans.WholeYears(Earliest, asOf)),
        MonthsSince => new Interval(0, Spans.MonthsSince(Earliest, asOf)),
        Gap(_, _, var left, var right) => new Interval(left.Domain.Low - right.Domain.High, left.Domain.High - right.Domain.Low),
        Size(_, _, var set) => new Interval(0, set.Options.Count),
    };

    /// <summary>What the known facts say of it on an as-of date. Dates are not after the as-of date (checked before).</summary>
    public Interval Read(KnownFacts facts, DateOnly asOf) => this switch
    {
        WholeYears(_, _, var from) => facts.TryGet(from, out var day) ? Interval.Point(Spans.WholeYears(Date(day), asOf)) : RangeOn(asOf),
        MonthsSince(_, _, var from) => facts.TryGet(from, out var day) ? Interval.Point(Spans.MonthsSince(Date(day), asOf)) : RangeOn(asOf),
        Gap(_, _, var left, var right) => Between(facts.Read(left, asOf), facts.Read(right, asOf)),
        Size(_, _, var set) => facts.TryGet(set, out var bits) ? Interval.Point(long.PopCount(bits)) : RangeOn(asOf),
    };

    private static DateOnly Earliest => Date(Spans.Dates.Low);

    private static DateOnly Date(long day) => DateOnly.FromDayNumber((int)day);

    private static Interval Between(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    private static Direction Reversed(Direction direction) => direction switch
    {
        Direction.Up => Direction.Down,
        Direction.Down => Direction.Up,
        Direction.None => Direction.None,
    };
}
