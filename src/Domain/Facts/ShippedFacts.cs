using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>
/// The facts that come with the service, in the order in which they are listed, stored and printed. In every catalogue they come first, so that
/// a place looked up here is right whatever a bank has added.
/// </summary>
public static class ShippedFacts
{
    /// <summary>All of them: of both kinds of customer, of persons, of enterprises.</summary>
    public static Arr<Fact> All { get; } = SharedFacts.All + PersonalFacts.All + EnterpriseFacts.All;

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((fact, place) => KeyValuePair.Create(fact.Name, place)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The place of one of them in every catalogue.</summary>
    public static int PlaceOf(Fact fact) => Places[fact.Name];
}
