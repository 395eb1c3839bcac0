using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>A generated policy with the one it may refer to, and a customer's facts on a date: what a law of the rules is tried on.</summary>
public sealed record Trial(Policy Policy, Policy Referred, CustomerKind Kind, KnownFacts Facts, DateOnly AsOf)
{
    /// <summary>What follows from the two policies and the kind, worked out once: trials that differ in their facts alone share it.</summary>
    private static readonly ConditionalWeakTable<Policy, ConcurrentDictionary<(Policy Referred, CustomerKind Kind), Consequences>> Known = [];

    public PolicySet Policies => Follows.Policies;

    internal IReadOnlyCollection<Cut> Cuts => Follows.Cuts.Value;

    /// <summary>The facts that the policy reads.</summary>
    public Arr<Fact> Inputs => Follows.Inputs.Value;

    public CompiledPolicy Compiled => Follows.Compiled.Value;

    private Consequences Follows => Known.GetValue(Policy, _ => new(Same.Both))
        .GetOrAdd((Referred, Kind), other => new Consequences(Facts.Catalogue, Policy, other.Referred, other.Kind));

    public Customer Customer => new(Kind, Facts);

    public Decision Decision => Customer.By(Compiled, AsOf, ask: true);

    /// <summary>The facts that the policy reads and that are not among those given.</summary>
    public IEnumerable<Fact> Unknown(KnownFacts facts) => Inputs.Where(fact => !facts.TryGet(fact, out _));

    public override string ToString() => string.Join('\n', [
        $"{Kind.Code()} on {AsOf:yyyy-MM-dd}: {string.Join(", ", Facts.InOrder().Select(pair => $"{pair.Fact.Name} = {pair.Value}"))}; unknown: {string.Join(", ", Unknown(Facts).Select(fact => fact.Name))}",
        .. Lines(Policy), .. Lines(Referred)]);

    private sealed class Consequences(FactCatalogue catalogue, Policy policy, Policy referred, CustomerKind kind)
    {
        public PolicySet Policies { get; } = new(catalogue, Array(policy, referred));

        public Lazy<IReadOnlyCollection<Cut>> Cuts { get; } = new(() => [.. policy.Cuts().Concat(referred.Cuts()).Distinct()]);

        public Lazy<Arr<Fact>> Inputs { get; } = new(() => new(policy.Quantities(kind, new PolicySet(catalogue, Array(policy, referred)))
            .SelectMany(quantity => quantity.Inputs).DistinctBy(fact => fact.Name)));

        public Lazy<CompiledPolicy> Compiled { get; } = new(() => RuleBook.Of(new PolicySet(catalogue, Array(policy, referred))).Match(
            Succ: book => book.Find(policy.Id.Value).IfNone(() => throw new InvalidOperationException("the policy is not in its book")),
            Fail: faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En)))));
    }

    /// <summary>Policies are found again by being the same object: comparing their contents would cost more than it saves.</summary>
    private sealed class Same : IEqualityComparer<(Policy Referred, CustomerKind Kind)>
    {
        public static readonly Same Both = new();

        public bool Equals((Policy Referred, CustomerKind Kind) one, (Policy Referred, CustomerKind Kind) other) =>
            ReferenceEquals(one.Referred, other.Referred) && one.Kind == other.Kind;

        public int GetHashCode((Policy Referred, CustomerKind Kind) both) => RuntimeHelpers.GetHashCode(both.Referred);
    }

    private IEnumerable<string> Lines(Policy policy) =>
        policy.Scopes.Map(scope => $"{policy.Id} for {scope.Kind.Code()} where {scope.Applies.Map(applies => applies.Criterion.Describe(Policies).En).IfNone("any")}")
            .Concat(policy.Rungs.Map(rung => $"  {rung.Class.Code}: {rung.Criterion.Describe(Policies).En}"))
            .Append($"  {policy.Otherwise.Code}: otherwise");
}
