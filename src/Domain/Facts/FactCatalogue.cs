using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>Every fact a rule may read, in the order in which they are listed, stored and printed.</summary>
public static class FactCatalogue
{
    public static Arr<Fact> All { get; } = SharedFacts.All + PersonalFacts.All + EnterpriseFacts.All;

    public static Arr<DerivedFact> Derived { get; } = DerivedFacts.All;

    /// <summary>How many facts there are.</summary>
    public static int Count { get; } = All.Count;

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((fact, place) => KeyValuePair.Create(fact.Name, place)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DerivedFact> DerivedByName =
        Derived.ToFrozenDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The fact's place in <see cref="All"/>.</summary>
    public static int PlaceOf(Fact fact) => Places[fact.Name];

    /// <summary>The fact of a name, if there is one.</summary>
    public static Option<Fact> Find(string name) => Places.TryGetValue(name, out var place) ? Some(All[place]) : None;

    /// <summary>The derived fact of a name, if there is one.</summary>
    public static Option<DerivedFact> FindDerived(string name) => DerivedByName.TryGetValue(name, out var fact) ? Some(fact) : None;

    /// <summary>The facts that a customer of a kind may have.</summary>
    public static Arr<Fact> Of(CustomerKind kind) => All.Filter(fact => fact.Head.Scope.Covers(kind));
}
