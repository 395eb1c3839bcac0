using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

[assembly: Properties(Arbitrary = [typeof(Kehu.Properties.Arbitraries)])]

namespace Kehu.Properties;

/// <summary>What a law is tried on when it has a parameter of one of these types and says nothing else.</summary>
public static class Arbitraries
{
    public static Arbitrary<Trial> Trials() => Generators.Trials;

    public static Arbitrary<CompleteCase> CompleteCases() => ShippedScope.Complete;

    public static Arbitrary<IncompleteCase> IncompleteCases() => ShippedScope.Incomplete;

    public static Arbitrary<IReadOnlyList<StoreCommand>> StoreCommands() => Properties.StoreCommands.Sequences;

    public static Arbitrary<CustomerRecord> CustomerRecords() => Arb.From(Http.Portfolios.Records, Shrinks.Of);
}

/// <summary>Trials with every fact known that their policy reads.</summary>
public static class EverythingKnown
{
    public static Arbitrary<Trial> Trials() => Generators.KnownTrials;
}

/// <summary>Policies as far as their form goes: whether they make sense is not asked.</summary>
public static class AnyForm
{
    public static Arbitrary<Policy> Policies() => Arb.From(PolicyWireGenerators.Policies, Generators.Smaller);
}
