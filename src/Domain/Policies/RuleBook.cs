using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>A version of a policy, ready to decide: its content hash and its diagram for each kind of customer it is for. Immutable and shared.</summary>
public sealed record CompiledPolicy(
    Policy Policy, int Version, string Hash, DateOnly EffectiveFrom, Diagram Personal, Diagram Enterprise)
{
    /// <summary>The diagram for a kind: constantly "not applicable" where the policy is not for it.</summary>
    public Diagram DiagramOf(CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => Personal,
        CustomerKind.Enterprise => Enterprise,
    };

    /// <summary>True when the policy is for customers of the kind.</summary>
    public bool IsFor(CustomerKind kind) => Policy.ScopeOf(kind).IsSome;

    /// <summary>The decided outcome of every class, by place: made once, shared by all decisions.</summary>
    public Arr<Outcome> Decided { get; } = new(Policy.Classes.Select((assigned, place) => (Outcome)new Outcome.Decided(assigned, place)));
}

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
        (personal, enterprise) = (policies.Filter(policy => policy.IsFor(CustomerKind.Personal)), policies.Filter(policy => policy.IsFor(CustomerKind.Enterprise)));
    }

    /// <summary>The policies as data, as criteria refer to them.</summary>
    public PolicySet Set { get; }

    /// <summary>Every policy, by id in ordinal order.</summary>
    public Arr<CompiledPolicy> Policies { get; }

    /// <summary>The first version of every shipped policy is in force from the first date that the service knows.</summary>
    public static DateOnly Beginning { get; } = DateOnly.FromDayNumber((int)Spans.Dates.Low);

    /// <summary>The checked and compiled book of a set of policies, or everything that is wrong with them.</summary>
    public static Validation<Fault, RuleBook> Of(PolicySet set)
    {
        var faults = set.Policies.Bind(policy => policy.Faults(set).Map(fault => fault.Under($"/{policy.Id}")).ToArr());
        return faults.IsEmpty
            ? set.Policies.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal).ToSeq().Map(policy => Compile(policy, set)).Sequence()
                .Map(compiled => new RuleBook(set, compiled.ToArr()))
            : Validation<Fault, RuleBook>.Fail(Seq(faults));
    }

    /// <summary>The policy of an id, if there is one.</summary>
    public Option<CompiledPolicy> Find(string id) => byId.TryGetValue(id, out var policy) ? Some(policy) : None;

    /// <summary>Every policy for a kind of customer.</summary>
    public Arr<CompiledPolicy> For(CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => personal,
        CustomerKind.Enterprise => enterprise,
    };

    private static Validation<Fault, CompiledPolicy> Compile(Policy policy, PolicySet set) =>
        (policy.Compile(CustomerKind.Personal, set, Budget.Standard), policy.Compile(CustomerKind.Enterprise, set, Budget.Standard))
            .Apply((personal, enterprise) => new CompiledPolicy(policy, 1, policy.ContentHash(set), Beginning, personal, enterprise));
}
