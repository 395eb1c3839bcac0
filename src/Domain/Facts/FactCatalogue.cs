using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>
/// Every fact a rule may read, in the order in which they are listed, stored and printed: those that the service ships, then those of a bank.
/// A value that is handed in. Immutable, compared by content; a larger catalogue keeps every place of the smaller one.
/// </summary>
public sealed class FactCatalogue : IEquatable<FactCatalogue>
{
    /// <summary>How many facts a catalogue has room for.</summary>
    public const int Capacity = FactGroup.Room;

    /// <summary>How many facts of its own a bank may have. Source: governance, the subject <c>catalogue</c>.</summary>
    public const int MostOwn = 64;

    /// <summary>The catalogue without any fact of a bank's own: named where the service is put together and nowhere else.</summary>
    public static FactCatalogue Shipped { get; } = new(ShippedFacts.All);

    private readonly FrozenDictionary<string, int> places;
    private readonly FrozenDictionary<string, DerivedFact> derivedByName;
    private readonly Arr<Fact>[] ofKind;
    private readonly FactGroup[] foreign;

    private FactCatalogue(Arr<Fact> all)
    {
        (All, Derived) = (all, DerivedFacts.All);
        places = all.Select((fact, place) => KeyValuePair.Create(fact.Name, place)).ToFrozenDictionary(StringComparer.Ordinal);
        derivedByName = Derived.ToFrozenDictionary(fact => fact.Name, StringComparer.Ordinal);
        ofKind = [.. CustomerKinds.All.Map(kind => all.Filter(fact => fact.Head.Scope.Covers(kind)))];
        foreign = [.. CustomerKinds.All.Map(kind => Where(fact => !fact.Head.Scope.Covers(kind)))];
        NothingKnown = new KnownFacts.Draft(this).Done();
        Products = (Fact.Several)all[ShippedFacts.PlaceOf(SharedFacts.Products)];
        PastDates = all.Filter(fact => fact is Fact.Day { Past: true });
        PastPlaces = [.. PastDates.Map(PlaceOf)];
        PastGroup = Where(fact => fact is Fact.Day { Past: true });
    }

    /// <summary>The facts, by place.</summary>
    public Arr<Fact> All { get; }

    /// <summary>What rules may read that is computed from facts.</summary>
    public Arr<DerivedFact> Derived { get; }

    /// <summary>The facts of the bank's own, in the order in which they came.</summary>
    public Arr<Fact> Own => new(All.Skip(ShippedFacts.All.Count));

    /// <summary>How many facts there are.</summary>
    public int Count => All.Count;

    /// <summary>What is known of a customer of whom nothing is known.</summary>
    public KnownFacts NothingKnown { get; }

    /// <summary>The products that a customer may hold.</summary>
    public Fact.Several Products { get; }

    /// <summary>The dates that are never after the as-of date.</summary>
    public Arr<Fact> PastDates { get; }

    /// <summary>The same as a group, and as places.</summary>
    internal FactGroup PastGroup { get; }

    internal int[] PastPlaces { get; }

    /// <summary>The place of a fact of the catalogue.</summary>
    public int PlaceOf(Fact fact) => places[fact.Name];

    /// <summary>True, with its place, when the fact is one of the catalogue.</summary>
    public bool Has(Fact fact, out int place) => places.TryGetValue(fact.Name, out place);

    /// <summary>The fact of a name, if there is one.</summary>
    public Option<Fact> Find(string name) => places.TryGetValue(name, out var place) ? Some(All[place]) : None;

    /// <summary>The derived fact of a name, if there is one.</summary>
    public Option<DerivedFact> FindDerived(string name) => derivedByName.TryGetValue(name, out var fact) ? Some(fact) : None;

    /// <summary>The facts that a customer of a kind may have.</summary>
    public Arr<Fact> Of(CustomerKind kind) => ofKind[(int)kind];

    /// <summary>The facts that a customer of a kind may not have.</summary>
    public FactGroup ForeignTo(CustomerKind kind) => foreign[(int)kind];

    /// <summary>The facts of a filter.</summary>
    public FactGroup Where(Func<Fact, bool> filter) =>
        Enumerable.Range(0, Count).Where(place => filter(All[place])).Aggregate(default(FactGroup), (group, place) => group.With(place));

    /// <summary>
    /// The catalogue with more facts of the bank's own behind those it has, or everything wrong with them; pointers are into the list added.
    /// </summary>
    public Validation<Fault, FactCatalogue> With(Arr<Fact> added) =>
        this.OwnFaults(added) is var faults && faults.IsEmpty ? Success<Fault, FactCatalogue>(new(All + added)) : Validation<Fault, FactCatalogue>.Fail(faults);

    public bool Equals(FactCatalogue? other) => ReferenceEquals(this, other) || (other is not null && All == other.All);

    public override bool Equals(object? obj) => obj is FactCatalogue other && Equals(other);

    public override int GetHashCode() => All.GetHashCode();
}
