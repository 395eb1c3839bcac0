using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Criteria over all cases of the algebra, and policies of at most six facts that two-valued brute force can fill.</summary>
internal static partial class Generators
{
    private const int MostFillings = 20_000;

    private static readonly Citation Because = Citation.Own("a generated bound", "生成的界限");

    private static readonly PolicyId MainId = new("main");

    private static readonly PolicyId ReferredId = new("referred");

    /// <summary>A policy and a customer of whom up to <see cref="MostFillings"/> fillings are unknown.</summary>
    public static Arbitrary<Trial> Trials { get; } = Arb.From(
        TrialsOver(FactCatalogue.Shipped),
        Smaller);

    /// <summary>The same with every fact known that the policy reads.</summary>
    public static Arbitrary<Trial> KnownTrials { get; } = Arb.From(KnownTrialsOver(FactCatalogue.Shipped), Smaller);

    /// <summary>The same as <see cref="Trials"/> over a catalogue; a bank's own facts come up often.</summary>
    public static Gen<Trial> TrialsOver(FactCatalogue catalogue) =>
        from trial in KnownTrialsOver(catalogue)
        from order in Gen.Shuffle(trial.Inputs.ToArray())
        from coins in Gen.Choose(0, 3).ArrayOf(Math.Max(1, order.Length))
        select Forget(trial, order.Where((_, at) => coins[at] > 0));

    /// <summary>The same with every fact known that the policy reads.</summary>
    public static Gen<Trial> KnownTrialsOver(FactCatalogue catalogue) =>
        from kind in Kinds
        from asOf in AsOfDates
        from palette in Palettes(catalogue, kind, asOf)
        from referred in Policies(ReferredId, kind, palette, refersTo: None)
        from policy in Policies(MainId, kind, palette, Some(referred))
        let cuts = policy.Cuts().Concat(referred.Cuts()).Distinct().ToList()
        from facts in Draw(catalogue, new Arr<Fact>(palette.SelectMany(slot => slot.Quantity.Inputs).DistinctBy(fact => fact.Name)), cuts, asOf, 0)
        select new Trial(policy, referred, kind, facts, asOf);

    /// <summary>Facts are forgotten one by one while what is unknown can still be filled in every way.</summary>
    private static Trial Forget(Trial trial, IEnumerable<Fact> facts)
    {
        var cuts = trial.Cuts;
        return facts.Aggregate(trial, (left, fact) =>
        {
            var next = left with { Facts = left.Facts.Without(fact) };
            var completed = next.Facts.Completed();
            return next.Unknown(completed).Aggregate(1L, (product, open) => product * open.Values(cuts, completed, next.AsOf).Length) <= MostFillings ? next : left;
        });
    }

    /// <summary>Something to read, with the few bounds that criteria may set it.</summary>
    internal sealed record Slot(Quantity Quantity, Arr<long> Bounds);

    /// <summary>Two to five quantities of a kind, of at most six facts, no two of which share a fact (the members of a set apart).</summary>
    private static Gen<Arr<Slot>> Palettes(FactCatalogue catalogue, CustomerKind kind, DateOnly asOf) =>
        from order in Gen.Shuffle(Readable(catalogue, kind).ToArray())
        from count in Gen.Choose(2, 5)
        from members in Gen.Choose(1, 3)
        let chosen = Apart(order, count).SelectMany(quantity => quantity is Quantity.Holding(var set, var place)
            ? Enumerable.Range(0, members).Select(more => (Quantity)new Quantity.Holding(set, (place + (more * 7)) % set.Options.Count))
            : [quantity]).Concat(Beside(order, count)).DistinctBy(quantity => quantity.Name)
        from slots in Each(chosen.Select(quantity => Bounds(quantity, asOf).Select(bounds => new Slot(quantity, bounds))))
        select slots;

    /// <summary>Derived facts come up often; closedOn decides before any policy, and the two incomes complete the contribution.</summary>
    private static IEnumerable<Quantity> Readable(FactCatalogue catalogue, CustomerKind kind)
    {
        var facts = catalogue.Of(kind).Where(fact => fact.Name != SharedFacts.ClosedOn.Name && fact.Name != SharedFacts.InterestIncome.Name && fact.Name != SharedFacts.FeeIncome.Name);
        var derived = catalogue.Derived.Where(fact => fact.Inputs.ForAll(input => input.Head.Scope.Covers(kind))).Select(fact => (Quantity)new Quantity.By(fact));
        var own = facts.Where(fact => fact is not Fact.Several).Select(fact => (Quantity)new Quantity.Of(fact));
        var held = Enumerable.Range(0, 3).Select(place => (Quantity)new Quantity.Holding(SharedFacts.Products, place * 5));
        var added = catalogue.Own.Filter(fact => fact.Head.Scope.Covers(kind)).Map(fact => fact is Fact.Several set ? (Quantity)new Quantity.Holding(set, set.Options.Count / 2) : new Quantity.Of(fact));
        return own.Concat(held).Concat(Enumerable.Repeat(added, 10).SelectMany(same => same)).Concat(Enumerable.Repeat(derived, 3).SelectMany(same => same));
    }

    /// <summary>Whether there ever was a transaction, wherever the last one is read: an answer to the one says the other.</summary>
    private static IEnumerable<Quantity> Beside(IEnumerable<Quantity> order, int count) =>
        Apart(order, count) is var chosen && chosen.SelectMany(quantity => quantity.Inputs).DistinctBy(fact => fact.Name).Count() < 6
            && chosen.Exists(quantity => quantity.Inputs.Exists(input => input.Name == SharedFacts.LastTransactionOn.Name))
            ? [new Quantity.Of(SharedFacts.EverTransacted)]
            : [];

    private static List<Quantity> Apart(IEnumerable<Quantity> order, int count)
    {
        var (chosen, inputs) = (new List<Quantity>(), new System.Collections.Generic.HashSet<string>());
        foreach (var quantity in order)
        {
            if (chosen.Count < count && inputs.Count + quantity.Inputs.Count <= 6 && !quantity.Inputs.Exists(input => inputs.Contains(input.Name)))
            {
                chosen.Add(quantity);
                inputs.UnionWith(quantity.Inputs.Map(input => input.Name));
            }
        }

        return chosen;
    }

    private static Gen<Arr<long>> Bounds(Quantity quantity, DateOnly asOf)
    {
        var near = quantity switch
        {
            Quantity.By(DerivedFact.WholeYears or DerivedFact.MonthsSince) => Gen.Choose(0, 40).Select(value => (long)value),
            Quantity.By or Quantity.Holding => Longs(quantity.Accepted.Low, quantity.Accepted.High),
            Quantity.Of(Fact.Day) => Longs(asOf.DayNumber - 400, asOf.DayNumber).Select(day => Math.Clamp(day, Spans.Dates.Low, Spans.Dates.High)),
            Quantity.Of(var fact) => Longs(fact.Accepted.Low, fact.Accepted.High),
        };
        return from count in Gen.Choose(1, 2) from bounds in Gen.OneOf(near, near, Longs(quantity.Accepted.Low, quantity.Accepted.High)).ArrayOf(count) select new Arr<long>(bounds);
    }

    private static Gen<Policy> Policies(PolicyId id, CustomerKind kind, Arr<Slot> palette, Option<Policy> refersTo) => Gen.Sized(size =>
        from ordering in Gen.Elements(Ordering.Ranked, Ordering.Nominal)
        from conditional in Gen.Choose(0, 2)
        from applies in Criteria(palette, refersTo, Math.Min(size, 6))
        from count in Gen.Choose(1, 4)
        from criteria in Criteria(palette, refersTo, Math.Min(size + 2, 24)).ArrayOf(count)
        from exceptions in Gen.Choose(0, 1).ArrayOf(count)
        select new Policy(
            id, new Label($"Generated {id}", $"生成{id}"), ordering,
            Array(new Scope(kind, conditional == 0 ? Some(new Applicability(applies, new Label("does not apply", "不适用"))) : None)),
            new Arr<Rung>(criteria.Select((criterion, place) => new Rung(Named(place), criterion, exceptions[place] == 1 ? Some(Because) : None))),
            Named(count), Array(Because), Array<Label>()));

    private static PolicyClass Named(int place) => new(new ClassCode($"c{place}"), new Label($"class {place}", $"类别{place}"), Array<Note>(), Array<Offer>());

    private static Gen<Arr<T>> Each<T>(IEnumerable<Gen<T>> gens) =>
        Gen.CollectToArray(gens, one => one).Select(each => new Arr<T>(each));
}
