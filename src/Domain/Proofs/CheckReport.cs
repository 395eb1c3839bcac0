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
public sealed record CheckFinding(CheckKind Kind, Severity Severity, string Pointer, string Code, Label Detail, Arr<Witness> Witnesses)
{
    /// <summary>A finding on the wire.</summary>
    public static Contract<CheckFinding> Contract(FactCatalogue facts) => Answered<CheckFinding>.Object(
        "",
        Answered<CheckFinding>.Always("kind", Forms.One<CheckKind>(CheckCodes.Code), finding => finding.Kind),
        Answered<CheckFinding>.Always("severity", Forms.One<Severity>(CheckCodes.Code), finding => finding.Severity),
        Answered<CheckFinding>.Always("code", Forms.Plain, finding => finding.Code),
        Answered<CheckFinding>.Always("pointer", Forms.Plain, finding => finding.Pointer),
        Answered<CheckFinding>.Always("detail", Forms.Words, finding => finding.Detail),
        Answered<CheckFinding>.Always("witnesses", Forms.List(Witness.Contract(facts)), finding => finding.Witnesses));
}

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

/// <summary>All findings about a policy in the order of its text, how each kind of check ended, and the size of the compiled form.</summary>
public sealed record CheckReport(Arr<CheckFinding> Findings, Arr<(CheckKind Kind, Proof Proof)> Proofs, Arr<DiagramSize> Sizes)
{
    /// <summary>Whether the policy may be submitted.</summary>
    public bool Passes => !Findings.Exists(finding => finding.Severity == Severity.Error);
}

/// <summary>The report about a policy beside its fellows; pointers are relative to the policy.</summary>
public sealed record PolicyReport(PolicyInContext Subject, CheckReport Found)
{
    private static readonly Contract<(CheckKind Kind, Proof Proof)> Ended = Answered<(CheckKind Kind, Proof Proof)>.Object(
        "",
        Answered<(CheckKind Kind, Proof Proof)>.Always("kind", Forms.One<CheckKind>(CheckCodes.Code), one => one.Kind),
        Answered<(CheckKind Kind, Proof Proof)>.Always("proof", Forms.One<Proof>(CheckCodes.Code), one => one.Proof));

    /// <summary>A report on the wire.</summary>
    public static Contract<PolicyReport> Contract(FactCatalogue facts) => Answered<PolicyReport>.Object(
        "What was proved of the policy and what was found; errors keep it from being submitted. Pointers are relative to the policy.",
        Answered<PolicyReport>.Always("id", Forms.Plain, report => report.Subject.Policy.Id.Value),
        Answered<PolicyReport>.Always("hash", Forms.Plain, report => report.Subject.Policy.ContentHash(report.Subject.Policies)),
        Answered<PolicyReport>.Always("passes", Forms.Flag, report => report.Found.Passes),
        Answered<PolicyReport>.Always("findings", Forms.List(CheckFinding.Contract(facts)), report => report.Found.Findings),
        Answered<PolicyReport>.Always("proofs", Forms.List(Ended), report => report.Found.Proofs),
        Answered<PolicyReport>.Always("diagrams", Forms.List(DiagramSize.Contract), report => report.Found.Sizes),
        Answered<PolicyReport>.Always("parameters", Forms.List(Parameter.Contract), report => Parameters.Of(report.Subject.Policy)));
}

/// <summary>Checks in codes.</summary>
public static class CheckCodes
{
    /// <summary>The wire name of a kind of check.</summary>
    public static string Code(this CheckKind kind) => kind switch
    {
        CheckKind.References => "references",
        CheckKind.TooLarge => "too-large",
        CheckKind.Unreachable => "unreachable",
        CheckKind.Dead => "dead",
        CheckKind.Overlap => "overlap",
        CheckKind.NotMonotone => "not-monotone",
        CheckKind.Protected => "protected",
    };

    /// <summary>The wire name of a severity.</summary>
    public static string Code(this Severity severity) => severity switch
    {
        Severity.Warning => "warning",
        Severity.Error => "error",
    };

    /// <summary>The wire name of how a check ended.</summary>
    public static string Code(this Proof proof) => proof switch
    {
        Proof.Proved => "proved",
        Proof.Refuted => "refuted",
        Proof.NotAsked => "not-asked",
        Proof.NotReached => "not-reached",
    };
}
