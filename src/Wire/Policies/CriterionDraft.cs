namespace Kehu.Wire;

/// <summary>A case as sent; the code is held against the fact once that is known.</summary>
internal sealed record SentCase(string? Code, Criterion? Criterion);

/// <summary>The members of a criterion as they come, before it is known what they mean together.</summary>
internal sealed class CriterionDraft(LeafCount leaves)
{
    /// <summary>The facts that it may name.</summary>
    public FactCatalogue Facts => leaves.Facts;

    /// <summary>What counts the leaves of the policy that it is in.</summary>
    public LeafCount Leaves => leaves;

    public CriterionType? Type { get; set; }

    public string? Fact { get; set; }

    public SentBound? Min { get; set; }

    public SentBound? Max { get; set; }

    public IReadOnlyList<string?>? Codes { get; set; }

    public string? Code { get; set; }

    public int? Needed { get; set; }

    public IReadOnlyList<Criterion?>? Parts { get; set; }

    public Criterion? Part { get; set; }

    public IReadOnlyList<SentCase?>? Cases { get; set; }

    public Scorecard? Card { get; set; }

    public string? Policy { get; set; }

    public IReadOnlyList<string?>? Classes { get; set; }

    public Citation? Citation { get; set; }
}
