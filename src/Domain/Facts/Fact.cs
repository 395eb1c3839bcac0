namespace Kehu.Domain;

/// <summary>Whether more of a fact can be a reason for a lower class: never (↑), less can never (↓), or no claim.</summary>
public enum Direction
{
    None = 0,

    /// <summary>↑: more can never lower a class of a ranked policy.</summary>
    Up = 1,

    /// <summary>↓: more can never raise it.</summary>
    Down = 2,
}

/// <summary>One member of a closed list, with its name on the wire and its words.</summary>
public sealed record Member(string Code, Label Label);

/// <summary>
/// What every fact has: the wire name, the words, the customers it belongs to, its direction;
/// <see cref="Protected"/> (P): may decide nothing but the segments that name it; <see cref="Fixed"/> (=): never proposed by an upgrade path.
/// </summary>
public sealed record FactHead(string Name, Label Label, Label Meaning, FactScope Scope, Direction Direction, bool Protected, bool Fixed);

/// <summary>
/// One typed reading about a customer. Every value is held as a whole number of the fact's smallest unit:
/// fen, people or pieces, basis points, day numbers, 0/1, the place in a closed list, or a bit per member of a set.
/// Source: the fact catalogue of the specification.
/// </summary>
public abstract record Fact
{
    private Fact(FactHead head, Interval domain)
        : this(head, domain, domain)
    {
    }

    private Fact(FactHead head, Interval domain, Interval accepted) => (Head, Domain, Accepted) = (head, domain, accepted);

    public FactHead Head { get; }

    /// <summary>The values that may be on file, in the smallest unit, both ends included; for a set, the legal bit patterns.</summary>
    public Interval Domain { get; }

    /// <summary>The values that are accepted from outside: all of the domain but amounts that only records filed before may hold.</summary>
    public Interval Accepted { get; }

    public string Name => Head.Name;

    /// <summary>Money in fen.</summary>
    public sealed record Amount(FactHead Head, Interval Domain)
        : Fact(Head, Domain, new Interval(Math.Max(Domain.Low, -Money.Limit.Fen), Math.Min(Domain.High, Money.Limit.Fen)));

    /// <summary>A whole number of people, pieces, months or years.</summary>
    public sealed record Count(FactHead Head, Interval Domain) : Fact(Head, Domain);

    /// <summary>A percentage in basis points.</summary>
    public sealed record Share(FactHead Head, Interval Domain) : Fact(Head, Domain);

    /// <summary>A date as its day number. A past date is never after the as-of date.</summary>
    public sealed record Day(FactHead Head, bool Past) : Fact(Head, Spans.Dates);

    /// <summary>Yes (1) or no (0).</summary>
    public sealed record Flag(FactHead Head) : Fact(Head, new Interval(0, 1));

    /// <summary>One of a closed list, held as its place in it.</summary>
    public sealed record Choice(FactHead Head, Arr<Member> Options) : Fact(Head, new Interval(0, Options.Count - 1));

    /// <summary>One of a closed list with an order, lowest first, held as its place in it: a higher number is better where the fact is ↑.</summary>
    public sealed record Grade(FactHead Head, Arr<Member> Options) : Fact(Head, new Interval(0, Options.Count - 1));

    /// <summary>Several of a closed list, bit i standing for the i-th.</summary>
    public sealed record Several(FactHead Head, Arr<Member> Options) : Fact(Head, new Interval(0, (1L << Options.Count) - 1));

    /// <summary>The members of a closed list; none for numbers, dates and flags.</summary>
    public Arr<Member> Members => this switch
    {
        Choice choice => choice.Options,
        Grade grade => grade.Options,
        Several several => several.Options,
        Amount or Count or Share or Day or Flag => Array<Member>(),
    };

    /// <summary>What a fact that is not known yet may turn out to be on an as-of date: whatever is accepted then.</summary>
    public Interval RangeOn(DateOnly asOf) => this switch
    {
        Day { Past: true } => Domain with { High = Math.Clamp(asOf.DayNumber, Domain.Low, Domain.High) },
        Amount => Accepted,
        Count or Share or Day or Flag or Choice or Grade or Several => Domain,
    };

    /// <summary>What a fact may be on an as-of date, on file or sent: what a policy does is proved of all of it.</summary>
    public Interval OnFileOn(DateOnly asOf) => this switch
    {
        Amount => Domain,
        Count or Share or Day or Flag or Choice or Grade or Several => RangeOn(asOf),
    };

    /// <summary>The place of a code in the closed list, if it is in it.</summary>
    public Option<int> PlaceOf(string code)
    {
        var members = Members;
        for (var place = 0; place < members.Count; place++)
        {
            if (members[place].Code == code)
            {
                return Some(place);
            }
        }

        return None;
    }
}
