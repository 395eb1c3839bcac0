using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Simulations;

/// <summary>Customers of a small bank, changed policies, and what is asked about both.</summary>
internal static class SimulationGenerators
{
    public static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies"));

    public static readonly StandardBook ServiceBook = StandardBook.Of(ShippedStandards.All, Array<StandardSetting>()).IfFail(_ => throw new InvalidOperationException("the shipped standards"));

    private static readonly ConcurrentDictionary<(string Id, int Pick), CompiledPolicy> Mutants = new();

    /// <summary>Days on which something is asked.</summary>
    public static Gen<DateOnly> Days { get; } =
        from year in Gen.Choose(2020, 2030)
        from day in Gen.Choose(0, 364)
        select new DateOnly(year, 1, 1).AddDays(day);

    /// <summary>A shipped policy, and one that is meant to replace it: itself, a slip of the pen, or another policy.</summary>
    public static Gen<(CompiledPolicy Candidate, Option<CompiledPolicy> Against)> Pairs { get; } =
        from effective in Gen.Elements(Book.Policies.AsEnumerable())
        from sort in Gen.Choose(0, 9)
        from pick in Gen.Choose(0, 39)
        from other in Gen.Elements(Book.Policies.AsEnumerable())
        select sort switch
        {
            0 => (effective, Some(effective)),
            1 => (effective, Option<CompiledPolicy>.None),
            2 => (other, Some(effective)),
            _ => (Mutants.GetOrAdd((effective.Policy.Id.Value, pick), _ => Mutant(effective, pick)), Some(effective)),
        };

    /// <summary>At most so many customers with records up to a day, no two of one id.</summary>
    public static Gen<Arr<PortfolioCustomer>> Customers(DateOnly day, int most) =>
        from count in Gen.Choose(0, most)
        from customers in Customer(day).ArrayOf(count)
        select new Arr<PortfolioCustomer>(customers.DistinctBy(customer => customer.Id));

    /// <summary>A question about a small bank.</summary>
    public static Gen<(SimulationQuestion Question, Arr<PortfolioCustomer> Customers)> Questions(int most) =>
        from pair in Pairs
        from day in Days
        from customers in Customers(day, most)
        from first in Gen.Elements(0, 1, 2, 100)
        from within in Gen.Elements(0, 500, 1_050, 5_000)
        from outlets in UnitsAskedFor.Of("A", "B", "Z")
        select (new SimulationQuestion(pair.Candidate, pair.Against, day, outlets, first, within, Array<WrittenStandard>()).ServedBy(ServiceBook.All.Map(StandardPage.Written)), customers);

    /// <summary>The customers in blocks of at most so many, by kind and id.</summary>
    public static IEnumerable<CustomerBlock> Blocks(this IEnumerable<PortfolioCustomer> customers, int most = CustomerBlock.Most) =>
        from kind in customers.GroupBy(customer => customer.Customer.Kind)
        from part in kind.OrderBy(customer => customer.Id, StringComparer.Ordinal).Chunk(most)
        select CustomerBlock.Of(FactCatalogue.Shipped, kind.Key, part, text => text);

    /// <summary>The answer over blocks counted one after another.</summary>
    public static Simulation Answer(this SimulationQuestion question, IEnumerable<CustomerBlock> blocks)
    {
        var (count, hash) = (new SimulationCount(question), PortfolioHash.Zero);
        foreach (var block in blocks)
        {
            count.Add(block);
            hash += block.Hash;
        }

        return count.Done(hash);
    }

    /// <summary>Blocks in some order, dealt to several counts that are then added up, the last one first.</summary>
    public static TCount CountedApart<TCount, TAnswer>(this IPortfolioQuestion<TCount, TAnswer> question, CustomerBlock[] blocks, int parts, int seed)
        where TCount : IBlockCount<TCount>
    {
        CustomerBlock[] shuffled = [.. blocks];
        new System.Random(seed).Shuffle(shuffled);
        var (counts, sum) = (Enumerable.Range(0, parts).Select(_ => question.Nobody()).ToArray(), question.Nobody());
        foreach (var (block, at) in shuffled.Select((block, at) => (block, at)))
        {
            counts[at % parts].Add(block);
        }

        foreach (var count in counts.Reverse())
        {
            sum.Add(count);
        }

        return sum;
    }

    /// <summary>What a policy says of a customer, in a word.</summary>
    public static string Word(CompiledPolicy policy, PortfolioCustomer customer, DateOnly day) => customer.Customer.By(policy, day, ask: false).Outcome switch
    {
        Kehu.Domain.Outcome.Decided(var assigned, _) => assigned.Code.Value,
        Kehu.Domain.Outcome.Open => "(open)",
        Kehu.Domain.Outcome.NotApplicable => "(not applicable)",
    };

    private static Gen<PortfolioCustomer> Customer(DateOnly day) =>
        from kind in Gen.Elements(CustomerKind.Personal, CustomerKind.Enterprise)
        from number in Gen.Choose(1, 400)
        from outlet in Gen.Elements("A", "B", "OUT-9")
        from back in Gen.Choose(0, 300)
        from facts in Generators.Known(FactCatalogue.Shipped.Of(kind).Filter(fact => fact != SharedFacts.ClosedOn), day)
        from percent in Gen.Elements(0, 2, 30, 95)
        from unknown in Gen.Choose(0, 99).ArrayOf(FactCatalogue.Shipped.Count)
        from closed in Gen.Choose(-40, 4)
        select new PortfolioCustomer(
            $"{(kind == CustomerKind.Personal ? "P" : "E")}-{number}",
            day.AddDays(-back),
            outlet,
            new Customer(kind, Closed(Masked(facts, unknown, percent), day, closed)));

    private static KnownFacts Masked(KnownFacts facts, int[] unknown, int percent) =>
        FactCatalogue.Shipped.All.Where((_, place) => unknown[place] < percent).Aggregate(facts, (known, fact) => known.Without(fact));

    /// <summary>One in ten has ended or is about to.</summary>
    private static KnownFacts Closed(KnownFacts facts, DateOnly day, int closed) => closed < 0 ? facts : facts.With(SharedFacts.ClosedOn, day.DayNumber - 2 + closed);

    private static CompiledPolicy Mutant(CompiledPolicy effective, int pick)
    {
        var mutants = effective.Policy.Mutations().Select(mutant => mutant.Policy).ToList();
        return Enumerable.Range(0, mutants.Count)
            .SelectMany(at => Book.Propose(mutants[(at + (pick * 7)) % mutants.Count], Budget.Standard).ToSeq())
            .HeadOrNone().IfNone(effective);
    }
}
