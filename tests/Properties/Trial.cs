using Kehu.Domain;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>A generated policy with the one it may refer to, and a customer's facts on a date: what a law of the rules is tried on.</summary>
public sealed record Trial(Policy Policy, Policy Referred, CustomerKind Kind, KnownFacts Facts, DateOnly AsOf)
{
    public PolicySet Policies => new(Array(Policy, Referred));

    internal IReadOnlyCollection<Cut> Cuts => [.. Policy.Cuts().Concat(Referred.Cuts()).Distinct()];

    /// <summary>The facts that the policy reads.</summary>
    public Arr<Fact> Inputs => new(Policy.Quantities(Kind, Policies).SelectMany(quantity => quantity.Inputs).DistinctBy(fact => fact.Name));

    public CompiledPolicy Compiled => RuleBook.Of(Policies).Match(
        Succ: book => book.Find(Policy.Id.Value).IfNone(() => throw new InvalidOperationException("the policy is not in its book")),
        Fail: faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));

    public Customer Customer => new(Kind, Facts);

    public Decision Decision => Customer.By(Compiled, AsOf, ask: true);

    /// <summary>The facts that the policy reads and that are not among those given.</summary>
    public IEnumerable<Fact> Unknown(KnownFacts facts) => Inputs.Where(fact => !facts.TryGet(fact, out _));

    public override string ToString() => string.Join('\n', [
        $"{Kind.Code()} on {AsOf:yyyy-MM-dd}: {string.Join(", ", Facts.InOrder().Select(pair => $"{pair.Fact.Name} = {pair.Value}"))}; unknown: {string.Join(", ", Unknown(Facts).Select(fact => fact.Name))}",
        .. Lines(Policy), .. Lines(Referred)]);

    private IEnumerable<string> Lines(Policy policy) =>
        policy.Scopes.Map(scope => $"{policy.Id} for {scope.Kind.Code()} where {scope.Applies.Map(applies => applies.Criterion.Describe(Policies).En).IfNone("any")}")
            .Concat(policy.Rungs.Map(rung => $"  {rung.Class.Code}: {rung.Criterion.Describe(Policies).En}"))
            .Append($"  {policy.Otherwise.Code}: otherwise");
}
