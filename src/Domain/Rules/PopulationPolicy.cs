namespace Kehu.Domain;

/// <summary>A class of a population policy: the shortest prefix of the ranking that reaches a share of the total.</summary>
public sealed record Band(PolicyClass Class, Percent Share, Citation Citation);

/// <summary>
/// A policy that cannot be decided for one customer alone: customers are ranked by an amount, largest first, ties by id,
/// and each class takes the rest of the shortest prefix that reaches its share of the total positive amount.
/// Everyone else is in the last class, and everyone whose amount is not positive or unknown. Source: policies, 9.
/// </summary>
public sealed record PopulationPolicy(
    PolicyId Id,
    Label Label,
    Arr<CustomerKind> Kinds,
    Fact.Amount By,
    Arr<Band> Bands,
    PolicyClass Otherwise,
    Arr<Citation> Citations,
    Arr<Label> Interpretations)
{
    /// <summary>All classes, best first, the otherwise class last.</summary>
    public Arr<PolicyClass> Classes => Bands.Map(band => band.Class).Add(Otherwise);
}
