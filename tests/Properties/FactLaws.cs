using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;
using Interval = Kehu.Domain.Interval;

namespace Kehu.Properties;

/// <summary>Known facts as a map from facts to values, and derived facts against what their inputs can be.</summary>
public sealed class FactLaws
{
    /// <summary>Facts with values, those that bear on each other more often.</summary>
    private static readonly Gen<(Fact Fact, long Value)[]> Entries =
        (from fact in Gen.OneOf(Gen.Elements(FactCatalogue.Shipped.All.AsEnumerable()), Gen.Elements<Fact>(
            SharedFacts.LastTransactionOn, SharedFacts.EverTransacted, SharedFacts.InterestIncome, SharedFacts.FeeIncome, PersonalFacts.BirthDate, SharedFacts.CustomerSince))
         from value in Longs(fact.Domain.Low, fact.Domain.High)
         select (fact, value)).ArrayOf();

    [Law(500)]
    public Property Known_facts_are_a_map_whatever_the_order_in_which_they_came() =>
        Law.ForAll(from entries in Entries from order in Gen.Shuffle(entries) from lost in Gen.Elements(FactCatalogue.Shipped.All.AsEnumerable()) select (entries, order, lost), drawn =>
        {
            var model = drawn.order.DistinctBy(entry => entry.Fact.Name).ToDictionary(entry => entry.Fact.Name, entry => entry.Value);
            var facts = drawn.order.Reverse().Aggregate(FactCatalogue.Shipped.NothingKnown, (known, entry) => known.With(entry.Fact, entry.Value));
            var again = drawn.entries.DistinctBy(entry => entry.Fact.Name).Aggregate(FactCatalogue.Shipped.NothingKnown, (known, entry) => known.With(entry.Fact, model[entry.Fact.Name]));
            return facts.Equals(again) && facts.GetHashCode() == again.GetHashCode() && facts.Count == model.Count
                && FactCatalogue.Shipped.All.ForAll(fact => facts.Find(fact) == (model.TryGetValue(fact.Name, out var value) ? Some(value) : None))
                && facts.InOrder().Select(pair => pair.Fact).SequenceEqual(FactCatalogue.Shipped.All.Filter(fact => model.ContainsKey(fact.Name)))
                && facts.Without(drawn.lost).Find(drawn.lost).IsNone
                && facts.Without(drawn.lost).Equals(facts) == !model.ContainsKey(drawn.lost.Name)
                && facts.Find(drawn.lost).ForAll(value => facts.Without(drawn.lost).With(drawn.lost, value).Equals(facts) && !facts.With(drawn.lost, value + 1).Equals(facts));
        });

    [Law]
    public Property Any_of_a_group_is_known_when_one_of_them_is() =>
        Law.ForAll(from entries in Entries from members in Gen.Elements(FactCatalogue.Shipped.All.AsEnumerable()).ArrayOf() select (entries, members), drawn =>
        {
            var facts = drawn.entries.Aggregate(FactCatalogue.Shipped.NothingKnown, (known, entry) => known.With(entry.Fact, entry.Value));
            var group = FactCatalogue.Shipped.Where(fact => drawn.members.Contains(fact));
            return facts.HaveAnyOf(group) == drawn.members.Any(fact => facts.TryGet(fact, out _))
                && group.Count == drawn.members.Distinct().Count()
                && FactCatalogue.Shipped.All.ForAll(fact => group.Has(FactCatalogue.Shipped.PlaceOf(fact)) == drawn.members.Contains(fact));
        });

    [Xunit.Fact]
    public void There_is_room_for_every_fact() => Assert.InRange(FactCatalogue.Shipped.Count, 1, FactGroup.Room);

    [Law]
    public Property A_later_draft_leaves_the_facts_it_began_with_alone() =>
        Law.ForAll(Entries, entries =>
        {
            var facts = entries.Take(entries.Length / 2).Aggregate(FactCatalogue.Shipped.NothingKnown, (known, entry) => known.With(entry.Fact, entry.Value));
            var before = facts.InOrder().ToList();
            _ = entries.Aggregate(facts, (known, entry) => known.With(entry.Fact, entry.Value).Completed());
            return facts.InOrder().SequenceEqual(before);
        });

    [Law]
    public Property Completing_fills_in_what_others_say_and_nothing_else_and_once() =>
        Law.ForAll(Entries, entries =>
        {
            var facts = entries.Aggregate(FactCatalogue.Shipped.NothingKnown, (known, entry) => known.With(entry.Fact, entry.Value));
            var ever = facts.Find(SharedFacts.EverTransacted) || facts.Find(SharedFacts.LastTransactionOn).Map(_ => 1L);
            var profit = facts.Find(SharedFacts.ProfitContribution)
                || facts.Find(SharedFacts.InterestIncome).Bind(interest => facts.Find(SharedFacts.FeeIncome).Map(fees => interest + fees));
            var completed = facts.Completed();
            return completed.Find(SharedFacts.EverTransacted) == ever && completed.Find(SharedFacts.ProfitContribution) == profit
                && FactCatalogue.Shipped.All.Filter(fact => fact.Name != SharedFacts.EverTransacted.Name && fact.Name != SharedFacts.ProfitContribution.Name)
                    .ForAll(fact => completed.Find(fact) == facts.Find(fact))
                && completed.Completed().Equals(completed);
        });

    [Law(40)]
    public Property Every_value_in_the_range_of_a_derived_fact_is_attained_and_none_outside() =>
        Law.ForAll(from derived in Gen.Elements(FactCatalogue.Shipped.Derived.AsEnumerable()) from asOf in AsOfDates select (derived, asOf), drawn =>
        {
            var (derived, asOf) = drawn;
            return derived.RangeOn(asOf) == new Interval(Attained(derived, asOf).Min(), Attained(derived, asOf).Max())
                && (derived is DerivedFact.Gap || Attained(derived, asOf).Distinct().LongCount() == derived.RangeOn(asOf).High - derived.RangeOn(asOf).Low + 1)
                && derived.Domain.Contains(derived.RangeOn(asOf)) && derived.Read(FactCatalogue.Shipped.NothingKnown, asOf) == derived.RangeOn(asOf);
        });

    [Law]
    public Property A_difference_with_one_side_known_ranges_over_the_other() =>
        Law.ForAll(Longs(EnterpriseFacts.ProfitMargin.Domain.Low, EnterpriseFacts.ProfitMargin.Domain.High), margin =>
        {
            var domain = EnterpriseFacts.IndustryMargin.Domain;
            DateOnly asOf = new(2026, 6, 30);
            return DerivedFacts.MarginGap.Read(FactCatalogue.Shipped.NothingKnown.With(EnterpriseFacts.ProfitMargin, margin), asOf) == new Interval(margin - domain.High, margin - domain.Low)
                && DerivedFacts.MarginGap.Read(FactCatalogue.Shipped.NothingKnown.With(EnterpriseFacts.IndustryMargin, margin), asOf) == new Interval(domain.Low - margin, domain.High - margin);
        });

    [Law]
    public Property A_fact_reads_as_asked_once_filled_so() =>
        Law.ForAll(
            from derived in Gen.Elements(FactCatalogue.Shipped.Derived.AsEnumerable())
            from asOf in AsOfDates
            let range = derived.RangeOn(asOf)
            from value in Longs(range.Low, range.High)
            select (derived, asOf, value),
            drawn => FactCatalogue.Shipped.NothingKnown.Reading(new Quantity.By(drawn.derived), drawn.value, drawn.asOf) is var facts
                && drawn.derived.Read(facts, drawn.asOf) == Interval.Point(drawn.value)
                && facts.InOrder().All(pair => pair.Fact.RangeOn(drawn.asOf).Contains(pair.Value)));

    [Xunit.Fact]
    public void The_catalogue_is_without_doubles_and_says_both_languages()
    {
        Assert.Equal(FactCatalogue.Shipped.Count, FactCatalogue.Shipped.All.Select(fact => fact.Name).Concat(FactCatalogue.Shipped.Derived.Map(fact => fact.Name)).Distinct(StringComparer.Ordinal).Count() - FactCatalogue.Shipped.Derived.Count);
        Assert.All(FactCatalogue.Shipped.All, fact => Assert.False(string.IsNullOrWhiteSpace(fact.Head.Label.En) || string.IsNullOrWhiteSpace(fact.Head.Label.Zh)));
        Assert.All(FactCatalogue.Shipped.All, fact => Assert.Equal(fact.Members.Count, fact.Members.Map(member => member.Code).Distinct().Count()));
        Assert.All(FactCatalogue.Shipped.All, fact => Assert.Equal(Some(fact), FactCatalogue.Shipped.Find(fact.Name)));
    }

    [Law(2_000)]
    public Property Every_fault_of_a_customer_on_a_date_is_found_at_its_fact() =>
        Law.ForAll(from entries in Entries from asOf in Dates select (entries, asOf), drawn =>
        {
            var facts = drawn.entries.Aggregate(FactCatalogue.Shipped.NothingKnown, (known, entry) => known.With(entry.Fact, entry.Value));
            bool Known(Fact fact, Func<long, bool> test) => facts.Find(fact).Exists(test);
            var late = FactCatalogue.Shipped.All.Filter(fact => fact is Fact.Day { Past: true } && Known(fact, day => day > drawn.asOf.DayNumber)).Map(fact => $"fact.after-as-of /{fact.Name}");
            var never = Known(SharedFacts.EverTransacted, ever => ever == 0) && Known(SharedFacts.LastTransactionOn, _ => true) ? Some("fact.contradiction /everTransacted") : None;
            var sum = facts.Find(SharedFacts.ProfitContribution).IsNone
                ? facts.Find(SharedFacts.InterestIncome).Bind(interest => facts.Find(SharedFacts.FeeIncome).Map(fees => Math.Abs(interest + fees)))
                    .Filter(total => total > Money.Limit.Fen).Map(_ => "fact.sum-out-of-range /interestIncome")
                : None;
            return new Customer(CustomerKind.Personal, facts).FaultsOn(drawn.asOf).Map(fault => $"{fault.Code} {(fault.Place as Place.Pointer)?.Path}").Order()
                .SequenceEqual(late.AsEnumerable().Concat(never.AsEnumerable()).Concat(sum.AsEnumerable()).Order());
        });

    private static IEnumerable<long> Attained(DerivedFact derived, DateOnly asOf) => derived switch
    {
        DerivedFact.WholeYears(_, _, var from) => Days(from, asOf).Select(day => (long)Spans.WholeYears(day, asOf)),
        DerivedFact.MonthsSince(_, _, var from) => Days(from, asOf).Select(day => (long)Spans.MonthsSince(day, asOf)),
        DerivedFact.Gap(_, _, var left, var right) => [left.Domain.Low - right.Domain.High, left.Domain.High - right.Domain.Low],
        DerivedFact.Size(_, _, var set) => Enumerable.Range(0, set.Options.Count + 1).Select(size => long.PopCount((1L << size) - 1)),
    };

    private static IEnumerable<DateOnly> Days(Fact from, DateOnly asOf) =>
        Enumerable.Range((int)from.RangeOn(asOf).Low, (int)(from.RangeOn(asOf).High - from.RangeOn(asOf).Low + 1)).Select(DateOnly.FromDayNumber);
}
