using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>
/// A version of a policy, ready to decide: the policies that its references mean, its content hash and its diagram for each kind of
/// customer it is for. Immutable and shared.
/// </summary>
public sealed record CompiledPolicy(
    Policy Policy, PolicySet Policies, int Version, string Hash, DateOnly EffectiveFrom, Diagram Personal, Diagram Enterprise)
{
    /// <summary>The number of the version; none for a policy that was proposed in a request.</summary>
    public Option<int> Number => Version > 0 ? Some(Version) : None;

    /// <summary>How large it is for each kind of customer that it is for.</summary>
    public Arr<DiagramSize> Sizes => Policy.Scopes.Map(scope =>
        new DiagramSize(scope.Kind, DiagramOf(scope.Kind).NodeCount, DiagramOf(scope.Kind).Variables.Count));

    /// <summary>The diagram for a kind: constantly "not applicable" where the policy is not for it.</summary>
    public Diagram DiagramOf(CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => Personal,
        CustomerKind.Enterprise => Enterprise,
    };

    /// <summary>What its evidence may show for a kind: made when first asked for.</summary>
    public EvidencePlan PlanOf(CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => personalPlan.Value,
        CustomerKind.Enterprise => enterprisePlan.Value,
    };

    /// <summary>
    /// The evidence of a decision, for completed facts without faults on the date: what <see cref="Explanation"/> says, as lines.
    /// Of a closed customer no criterion was read, so none is shown.
    /// </summary>
    public EvidenceLines Evidence(CustomerKind kind, KnownFacts facts, DateOnly asOf, Outcome outcome) => PlanOf(kind).Evidence(facts, asOf, outcome);

    /// <summary>True when the policy is for customers of the kind.</summary>
    public bool IsFor(CustomerKind kind) => Policy.ScopeOf(kind).IsSome;

    private readonly Lazy<EvidencePlan> personalPlan = new(() => new EvidencePlan(Policy, Policies, Personal, CustomerKind.Personal));

    private readonly Lazy<EvidencePlan> enterprisePlan = new(() => new EvidencePlan(Policy, Policies, Enterprise, CustomerKind.Enterprise));

    /// <summary>The decided outcome of every class, by place: made once, shared by all decisions.</summary>
    public Arr<Outcome> Decided { get; } = new(Policy.Classes.Select((assigned, place) => (Outcome)new Outcome.Decided(assigned, place)));
}

/// <summary>A version of a population policy: for whole portfolios, never for one customer alone.</summary>
public sealed record PopulationVersion(PopulationPolicy Policy, int Version, string Hash, DateOnly EffectiveFrom);

/// <summary>The policies in force, checked and compiled, by id in ordinal order.</summary>
public sealed class RuleBook
{
    private readonly FrozenDictionary<string, CompiledPolicy> byId;
    private readonly Arr<CompiledPolicy> personal;
    private readonly Arr<CompiledPolicy> enterprise;

    private RuleBook(PolicySet set, Arr<CompiledPolicy> policies)
    {
        (Set, Policies) = (set, policies);
        byId = policies.ToFrozenDictionary(policy => policy.Policy.Id.Value, StringComparer.Ordinal);
        personal = policies.Filter(policy => policy.IsFor(CustomerKind.Personal));
        enterprise = policies.Filter(policy => policy.IsFor(CustomerKind.Enterprise));
    }

    /// <summary>The policies as data, as criteria refer to them.</summary>
    public PolicySet Set { get; }

    /// <summary>The facts that policies may read.</summary>
    public FactCatalogue Facts => Set.Facts;

    /// <summary>The policies for whole portfolios, by id in ordinal order.</summary>
    public Arr<PopulationVersion> Populations { get; } = ShippedPolicies.Populations
        .Map(policy => new PopulationVersion(policy, 1, policy.ContentHash(), Beginning));

    /// <summary>Every policy, by id in ordinal order.</summary>
    public Arr<CompiledPolicy> Policies { get; }

    /// <summary>The first version of every shipped policy is in force from the first date that the service knows.</summary>
    public static DateOnly Beginning { get; } = DateOnly.FromDayNumber((int)Spans.Dates.Low);

    /// <summary>The checked and compiled book of a set of policies, or everything that is wrong with them.</summary>
    public static Validation<Fault, RuleBook> Of(PolicySet set)
    {
        var faults = set.Policies.Bind(policy => policy.Faults(set).Map(fault => fault.Under($"/{policy.Id}")).ToArr());
        return faults.IsEmpty
            ? set.Policies.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal).ToSeq().Map(policy => Compile(policy, set, 1, Budget.Standard)).Sequence()
                .Map(compiled => new RuleBook(set, compiled.ToArr()))
            : Validation<Fault, RuleBook>.Fail(Seq(faults));
    }

    /// <summary>The policy of an id, if there is one.</summary>
    public Option<CompiledPolicy> Find(string id) => byId.TryGetValue(id, out var policy) ? Some(policy) : None;

    /// <summary>The population policy of an id, if there is one.</summary>
    public Option<PopulationVersion> FindPopulation(string id) => Populations.Find(policy => policy.Policy.Id.Value == id);

    /// <summary>
    /// A policy that somebody proposes, checked and compiled beside the ones in force, of which it replaces that of its id; or everything wrong with it.
    /// It has no version (0) until it is stored.
    /// </summary>
    public Validation<Fault, CompiledPolicy> Propose(Policy policy, Budget budget)
    {
        var set = Set.With(policy);
        var faults = policy.Faults(set);
        return faults.IsEmpty ? Compile(policy, set, 0, budget) : Validation<Fault, CompiledPolicy>.Fail(faults);
    }

    /// <summary>Every policy for a kind of customer.</summary>
    public Arr<CompiledPolicy> For(CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => personal,
        CustomerKind.Enterprise => enterprise,
    };

    private static Validation<Fault, CompiledPolicy> Compile(Policy policy, PolicySet set, int version, Budget budget) =>
        (policy.Compile(CustomerKind.Personal, set, budget), policy.Compile(CustomerKind.Enterprise, set, budget))
            .Apply((personal, enterprise) => new CompiledPolicy(policy, set, version, policy.ContentHash(set), Beginning, personal, enterprise));
}
