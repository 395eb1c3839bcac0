namespace Kehu.Domain;

/// <summary>What a rule may read: a fact, a fact derived from others, or whether a set holds a member. Always a 64-bit whole number.</summary>
public abstract record Quantity
{
    private Quantity()
    {
    }

    /// <summary>A fact of the catalogue.</summary>
    public sealed record Of(Fact Fact) : Quantity;

    /// <summary>A derived fact.</summary>
    public sealed record By(DerivedFact Derived) : Quantity;

    /// <summary>Whether a set holds its member at a place: 1 or 0.</summary>
    public sealed record Holding(Fact.Several Set, int Place) : Quantity;

    /// <summary>The facts that the quantity is read from.</summary>
    public Arr<Fact> Inputs => this switch
    {
        Of(var fact) => Array(fact),
        By(var derived) => derived.Inputs,
        Holding(var set, _) => Array<Fact>(set),
    };

    /// <summary>Every value that the quantity can take on any date.</summary>
    public Interval Domain => this switch
    {
        Of(var fact) => fact.Domain,
        By(var derived) => derived.Domain,
        Holding => new Interval(0, 1),
    };

    /// <summary>The values that a bound from outside may have.</summary>
    public Interval Accepted => this switch
    {
        Of(var fact) => fact.Accepted,
        By or Holding => Domain,
    };

    /// <summary>Whether more can be a reason for a lower class.</summary>
    public Direction Direction => this switch
    {
        Of(var fact) => fact.Head.Direction,
        By(var derived) => derived.Direction,
        Holding(var set, _) => set.Head.Direction,
    };

    /// <summary>True for codes of a closed list.</summary>
    public bool IsListed => this is Of(Fact.Choice or Fact.Grade);

    /// <summary>True for flags and members of a set.</summary>
    public bool IsYesNo => this is Of(Fact.Flag) or Holding;

    /// <summary>The wire name: that of the fact, or <c>products:fund</c> for a member of a set.</summary>
    public string Name => this switch
    {
        Of(var fact) => fact.Name,
        By(var derived) => derived.Name,
        Holding(var set, var place) => $"{set.Name}:{set.Options[place].Code}",
    };

    /// <summary>The quantity in words.</summary>
    public Label Label => this switch
    {
        Of(var fact) => fact.Head.Label,
        By(var derived) => derived.Label,
        Holding(var set, var place) => set.Head.Label + new Label(": ", "：") + set.Options[place].Label,
    };
}
