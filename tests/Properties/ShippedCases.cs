using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>A shipped policy with one kind of customer that it is for.</summary>
public sealed class ShippedScope
{
    private static readonly RuleBook Shipped = RuleBook.Of(ShippedPolicies.All).Match(
        Succ: book => book,
        Fail: faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));

    private ShippedScope(CompiledPolicy policy, CustomerKind kind)
    {
        (Policy, Kind) = (policy, kind);
        Facts = new Arr<Fact>(CustomerKinds.All
            .SelectMany(each => policy.Policy.Quantities(each, Book.Set)).SelectMany(quantity => quantity.Inputs).Distinct());
        Directed = new Arr<Fact>(Diagram.Variables.SelectMany(variable => variable.Inputs).Where(fact => fact.Head.Direction != Direction.None).Distinct());
    }

    /// <summary>Every shipped policy, compiled.</summary>
    public static RuleBook Book => Shipped;

    /// <summary>Every policy with each kind of customer that it is for.</summary>
    public static Arr<ShippedScope> All { get; } =
        new(Shipped.Policies.SelectMany(policy => policy.Policy.Scopes.Map(scope => new ShippedScope(policy, scope.Kind))));

    /// <summary>How many there are; nothing is compiled for the number.</summary>
    public static int Count => ShippedPolicies.All.Policies.Sum(policy => policy.Scopes.Count);

    public static Arbitrary<CompleteCase> Complete { get; } = Arb.From(
        from shipped in Gen.Elements(All.AsEnumerable())
        from drawn in Generators.Complete(shipped.Kind, shipped.Facts)
        select new CompleteCase(shipped, drawn.Customer.Facts, drawn.AsOf),
        drawn => Shrinks.Nearer(drawn.Facts).Select(facts => drawn with { Facts = facts }));

    public static Arbitrary<IncompleteCase> Incomplete { get; } = Arb.From(
        from shipped in Gen.Elements(All.AsEnumerable())
        from drawn in Generators.Incomplete(shipped.Kind, shipped.Facts)
        select new IncompleteCase(shipped, drawn.Customer.Facts, drawn.AsOf),
        drawn => Shrinks.Simpler(drawn.Facts).Select(facts => drawn with { Facts = facts }));

    public CompiledPolicy Policy { get; }

    public CustomerKind Kind { get; }

    public Diagram Diagram => Policy.DiagramOf(Kind);

    /// <summary>
    /// The facts that the policy's text reads, of either kind of customer, with the referred policies written out: also those that no decision
    /// depends on, which the diagram drops.
    /// </summary>
    public Arr<Fact> Facts { get; }

    /// <summary>Those that a decision depends on and that have a better side.</summary>
    public Arr<Fact> Directed { get; }

    public override string ToString() => $"{Policy.Policy.Id} for {Kind.Code()} customers";
}

/// <summary>A shipped policy and a customer of whom every fact is known that it reads.</summary>
public sealed record CompleteCase(ShippedScope Shipped, KnownFacts Facts, DateOnly AsOf)
{
    public Customer Customer => new(Shipped.Kind, Facts);

    public override string ToString() => ShippedCases.Words(Shipped, Facts, AsOf);
}

/// <summary>A shipped policy and a customer of whom some facts are not known.</summary>
public sealed record IncompleteCase(ShippedScope Shipped, KnownFacts Facts, DateOnly AsOf)
{
    public Customer Customer => new(Shipped.Kind, Facts);

    /// <summary>The facts as rules read them.</summary>
    public KnownFacts Completed => Facts.Completed();

    public override string ToString() => ShippedCases.Words(Shipped, Facts, AsOf);
}

internal static class ShippedCases
{
    public static string Words(ShippedScope shipped, KnownFacts facts, DateOnly asOf) =>
        $"{shipped} on {asOf:yyyy-MM-dd}: {string.Join(", ", facts.InOrder().Select(known => $"{known.Fact.Name} {known.Fact.Words(known.Value).En}"))}; "
        + $"unknown: {string.Join(", ", shipped.Facts.Where(fact => !facts.TryGet(fact, out _)).Select(fact => fact.Name))}";
}

/// <summary>A law of every shipped policy: so many cases for each, and each kind of customer that it is for, in one property.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShippedLawAttribute(int each = 300) : LawAttribute(each * ShippedScope.Count);
