namespace Kehu.Domain;

/// <summary>The checks of a policy, proved over the whole space of facts and not sampled. Source: governance, Checks of a policy.</summary>
public static class PolicyChecks
{
    private static readonly Arr<CheckKind> Kinds = new(Enum.GetValues<CheckKind>());

    /// <summary>The codes of structure faults that are about size.</summary>
    private static readonly Arr<string> Sizes = Array(
        "policy.too-large", "policy.too-deep", "policy.too-many-leaves", "policy.too-many-classes", "policy.too-many-cuts", "policy.points");

    /// <summary>
    /// Everything found about a policy beside its fellows (references resolve there, its own id to the policy itself).
    /// Witnesses are customers as of the date, or of the last date where none is possible then.
    /// </summary>
    public static CheckReport Check(this Policy policy, PolicySet policies, DateOnly asOf, Budget budget)
    {
        var set = policies.With(policy);
        var faults = policy.Faults(set);
        return faults.IsEmpty
            ? policy.CheckCompiled(set, asOf, budget)
            : Stopped(new Arr<CheckFinding>(faults.Map(Structural)));
    }

    private static CheckReport CheckCompiled(this Policy policy, PolicySet set, DateOnly asOf, Budget budget)
    {
        var compiled = policy.Scopes.Map(scope => policy.Compile(scope.Kind, set, budget).Map(diagram => (scope.Kind, Diagram: diagram)));
        var failed = compiled.Bind(one => one.FailToArray().ToArr());
        if (!failed.IsEmpty)
        {
            return Stopped(failed.Map(Structural));
        }

        var diagrams = compiled.Bind(one => one.SuccessToArray().ToArr());
        var trials = diagrams.Map(one => new PolicyTrial(policy, one.Kind, one.Diagram, set, asOf, budget));
        var findings = new Arr<CheckFinding>(Unreachable(policy, trials).Concat(Dead(trials)).Concat(trials.SelectMany(trial => trial.Findings())));
        return trials.Find(trial => trial.Exhausted).Match(
            Some: trial => Stopped(Array(Structural(Compilation.TooLarge(trial.ExhaustedAt)))),
            None: () => new CheckReport(
                new Arr<CheckFinding>(findings.OrderBy(finding => finding.Kind)),
                Kinds.Map(kind => (kind, Ended(policy, kind, findings))),
                diagrams.Map(one => new DiagramSize(one.Kind, one.Diagram.NodeCount, one.Diagram.Variables.Count))));
    }

    /// <summary>A class that no kind of customer gets.</summary>
    private static IEnumerable<CheckFinding> Unreachable(Policy policy, Arr<PolicyTrial> trials) =>
        from place in Enumerable.Range(0, policy.Classes.Count)
        where !trials.Exists(trial => trial.Reaches(place))
        let code = policy.Classes[place].Code
        let witness = trials.SelectMany(trial => trial.Claimed(place)).HeadOrNone()
        select new CheckFinding(
            CheckKind.Unreachable, Severity.Error, $"/classes/{place}", "policy.unreachable",
            witness.Match(
                Some: taken => new Label(
                    $"no customer gets the class '{code}': whoever meets its criterion is in a class above already, such as this customer",
                    $"没有客户会归入“{code}”：符合其条件者均已归入以上类别，例如此客户"),
                None: () => new Label($"no customer gets the class '{code}': its criterion never holds", $"没有客户会归入“{code}”：其条件永不成立")),
            new Arr<Witness>(witness.AsEnumerable()));

    /// <summary>A leaf that makes no difference for any kind of customer that reads it.</summary>
    private static IEnumerable<CheckFinding> Dead(Arr<PolicyTrial> trials) =>
        from leaves in trials.SelectMany(trial => trial.Leaves()).GroupBy(leaf => leaf.Pointer, StringComparer.Ordinal)
        let dead = leaves.Where(leaf => leaf.Idle.IsSome).ToList()
        where dead.Count == leaves.Count()
        let constant = dead[0].Idle.IfNone(true)
        select new CheckFinding(
            CheckKind.Dead, Severity.Warning, leaves.Key, "policy.dead",
            new Label(
                $"this criterion makes no difference: with it always {(constant ? "met" : "failed")}, its class asks for the same; drop it or correct it",
                $"此条件不起作用：视其恒{(constant ? "成立" : "不成立")}，所属类别的要求不变，请删除或更正"),
            new Arr<Witness>(dead.SelectMany(leaf => leaf.Witness().AsEnumerable()).Take(1)));

    private static Proof Ended(Policy policy, CheckKind kind, Arr<CheckFinding> findings) =>
        findings.Exists(finding => finding.Kind == kind) ? Proof.Refuted
        : kind == CheckKind.NotMonotone && policy.Ordering == Ordering.Nominal ? Proof.NotAsked
        : Proof.Proved;

    private static CheckReport Stopped(Arr<CheckFinding> findings) => new(
        new Arr<CheckFinding>(findings.OrderBy(finding => finding.Kind)),
        Kinds.Map(kind => (kind, findings.Exists(finding => finding.Kind == kind) ? Proof.Refuted : Proof.NotReached)),
        Array<DiagramSize>());

    private static CheckFinding Structural(Fault fault) => new(
        Sizes.Contains(fault.Code) ? CheckKind.TooLarge : CheckKind.References,
        Severity.Error,
        fault.Place is Place.Pointer(var path) ? path : "",
        fault.Code,
        fault.Detail,
        Array<Witness>());
}
