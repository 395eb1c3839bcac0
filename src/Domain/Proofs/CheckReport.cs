namespace Kehu.Domain;

/// <summary>What a check of a policy looks for. Source: governance, Checks of a policy.</summary>
public enum CheckKind
{
    /// <summary>Unknown names, cycles, bounds outside domains, shared inputs: whatever keeps a policy from being compiled.</summary>
    References = 0,

    /// <summary>More nodes, steps, cuts, leaves, depth than the limits allow.</summary>
    TooLarge,

    /// <summary>A class that no customer gets.</summary>
    Unreachable,

    /// <summary>A leaf that makes no difference to its own criterion.</summary>
    Dead,

    /// <summary>A customer whom two classes claim without the order of the policy settling it.</summary>
    Overlap,

    /// <summary>A better fact that gives a lower class.</summary>
    NotMonotone,

    /// <summary>A protected fact that matters.</summary>
    Protected,
}

/// <summary>How bad a finding is: errors block a version from being submitted.</summary>
public enum Severity
{
    Warning = 0,
    Error,
}

/// <summary>
/// One thing found: what, how bad, where in the policy (a JSON Pointer into its JSON form), in words, and customers that show it.
/// Of something not monotone the first witness has the worse facts and the better class.
/// </summary>
public sealed record CheckFinding(CheckKind Kind, Severity Severity, string Pointer, string Code, Label Detail, Arr<Witness> Witnesses);

/// <summary>How a check ended.</summary>
public enum Proof
{
    /// <summary>It holds for every customer.</summary>
    Proved = 0,

    /// <summary>A finding shows that it does not.</summary>
    Refuted,

    /// <summary>It means nothing for this policy: a nominal one has no order to keep.</summary>
    NotAsked,

    /// <summary>An earlier finding kept the policy from being compiled.</summary>
    NotReached,
}

/// <summary>The diagram of a policy for a kind of customer: how many nodes, how many quantities it reads.</summary>
public sealed record DiagramSize(CustomerKind Kind, int Nodes, int Variables);

/// <summary>All findings about a policy in the order of its text, how each kind of check ended, and the size of the compiled form.</summary>
public sealed record CheckReport(Arr<CheckFinding> Findings, Arr<(CheckKind Kind, Proof Proof)> Proofs, Arr<DiagramSize> Sizes)
{
    /// <summary>Whether the policy may be submitted.</summary>
    public bool Passes => !Findings.Exists(finding => finding.Severity == Severity.Error);
}
