namespace Kehu.Domain;

/// <summary>The decisions of several policies for one customer, in their order, each with its evidence where that was asked for.</summary>
public readonly record struct Classification
{
    private readonly Arr<EvidenceLines> evidence;

    /// <summary>Decisions without evidence.</summary>
    internal Classification(Arr<Decision> decisions)
        : this(decisions, Arr<EvidenceLines>.Empty)
    {
    }

    private Classification(Arr<Decision> decisions, Arr<EvidenceLines> evidence) => (Decisions, this.evidence) = (decisions, evidence);

    /// <summary>One decision for each policy.</summary>
    public Arr<Decision> Decisions { get; }

    /// <summary>The evidence of the decision at this place; none where none was asked for.</summary>
    public Option<EvidenceLines> EvidenceOf(int place) => evidence.IsEmpty ? None : Some(evidence[place]);

    /// <summary>The same decisions with their evidence, from the completed facts that they were made from.</summary>
    internal static Classification Explained(Arr<Decision> decisions, CustomerKind kind, KnownFacts facts, DateOnly asOf)
    {
        var explained = new EvidenceLines[decisions.Count];
        for (var place = 0; place < explained.Length; place++)
        {
            explained[place] = decisions[place].By.Evidence(kind, facts, asOf, decisions[place].Outcome);
        }

        return new Classification(decisions, new Arr<EvidenceLines>(explained));
    }
}
