using LanguageExt;

namespace Kehu.Api;

/// <summary>Customers of a run: all of them, or those with an answer of a policy from one number to another.</summary>
internal sealed record PlacementFilter(Option<int> Place, int First, int Last)
{
    /// <summary>All customers.</summary>
    public static PlacementFilter Everybody { get; } = new(Option<int>.None, 0, 0);

    /// <summary>Whether a part of a run has any of them, told without reading its customers.</summary>
    public bool IsIn(StoredChunk chunk) => Place.ForAll(place => chunk.Tallies[place].Counts.Skip(First).Take(Last - First + 1).Any(count => count > 0));

    /// <summary>Whether a customer is one of them.</summary>
    public bool Has(Run run, DecidedCustomer customer) =>
        Place.ForAll(place => run.Policies[place].Policy.NumberOf(customer.Verdicts[place]) is var number && number >= First && number <= Last);
}
