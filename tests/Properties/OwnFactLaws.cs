using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;
using Interval = Kehu.Domain.Interval;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>
/// A bank's own facts behind the shipped ones: rules read them, the wire, tables and blocks hold them, reports count them, as if they had been
/// shipped. So nothing reaches for the shipped catalogue where another was handed in.
/// </summary>
public sealed class OwnFactLaws
{
    /// <summary>A policy over own facts and others, with a customer; catalogue by catalogue.</summary>
    private static Gen<Trial> Trials { get; } = OwnFacts.Catalogues.SelectMany(Generators.TrialsOver);

    private static Gen<Trial> KnownTrials { get; } = OwnFacts.Catalogues.SelectMany(Generators.KnownTrialsOver);

    private static Property ForAll(Gen<Trial> trials, Func<Trial, bool> law) => Law.ForAll(Arb.From(trials, Generators.Smaller), law);

    [Law]
    public Property Places_of_a_smaller_catalogue_are_those_of_a_larger_one() =>
        Law.ForAll(from catalogue in OwnFacts.Catalogues from more in OwnFacts.Lists select (catalogue, more), drawn =>
        {
            var larger = drawn.catalogue.With(OwnFacts.Renamed(drawn.more, "y")).IfFail(_ => drawn.catalogue);
            return FactCatalogue.Shipped.All.ForAll(fact => drawn.catalogue.PlaceOf(fact) == ShippedFacts.PlaceOf(fact) && FactCatalogue.Shipped.PlaceOf(fact) == ShippedFacts.PlaceOf(fact))
                && drawn.catalogue.All.ForAll(fact => larger.PlaceOf(fact) == drawn.catalogue.PlaceOf(fact) && larger.Find(fact.Name) == Some(fact))
                && drawn.catalogue.All == FactCatalogue.Shipped.All + drawn.catalogue.Own
                && CustomerKinds.All.ForAll(kind => drawn.catalogue.Of(kind) == drawn.catalogue.All.Filter(fact => fact.Head.Scope.Covers(kind)));
        });

    [Law]
    public Property Facts_are_the_same_whatever_else_the_catalogue_has() =>
        Law.ForAll(from catalogue in OwnFacts.Catalogues from facts in WireGenerators.FactsOf(FactCatalogue.Shipped, FactCatalogue.Shipped.All) select (catalogue, facts), drawn =>
        {
            var moved = drawn.facts.InOrder().Aggregate(drawn.catalogue.NothingKnown, (known, pair) => known.With(pair.Fact, pair.Value));
            var own = drawn.catalogue.Own[0];
            return moved.Equals(drawn.facts) && drawn.facts.Equals(moved) && moved.GetHashCode() == drawn.facts.GetHashCode()
                && drawn.facts.Find(own).IsNone && drawn.facts.Without(own).Equals(drawn.facts) && !moved.With(own, own.Domain.High).Equals(drawn.facts)
                && Hash(moved) == Hash(drawn.facts) && Hash(moved.With(own, own.Domain.High)) != Hash(drawn.facts);
        });

    [Xunit.Fact]
    public void Other_facts_at_the_same_place_are_other_facts()
    {
        var (one, other) = (OwnFacts.Over(OwnFacts.Count("x-one")), OwnFacts.Over(OwnFacts.Count("x-other")));
        Assert.NotEqual(one.NothingKnown.With(one.Own[0], 1), other.NothingKnown.With(other.Own[0], 1));
        Assert.NotEqual(one, other);
        Assert.Equal(one, OwnFacts.Over(OwnFacts.Count("x-one")));
    }

    [Xunit.Fact]
    public void A_bank_may_have_so_many_and_no_more()
    {
        var most = new Arr<Fact>(Enumerable.Range(0, FactCatalogue.MostOwn).Select(at => (Fact)OwnFacts.Count($"x-{at}")));
        Assert.Equal(FactCatalogue.Shipped.Count + FactCatalogue.MostOwn, OwnFacts.Over([.. most]).Count);
        Assert.InRange(FactCatalogue.Shipped.Count + FactCatalogue.MostOwn, 1, FactCatalogue.Capacity);
        Assert.Equal(["catalogue.too-many "], Refused(FactCatalogue.Shipped, most.Add(OwnFacts.Count("x-more"))));
        Assert.Equal(["catalogue.too-many "], Refused(OwnFacts.Over([.. most]), Array<Fact>(OwnFacts.Count("x-more"))));
    }

    [Xunit.Fact]
    public void Whatever_is_wrong_with_own_facts_is_told_at_once() => Assert.Equal(
        [
            "catalogue.name /0/name", "catalogue.name-taken /0/name", "catalogue.name /1/name", "catalogue.name-taken /3/name", "catalogue.domain /4/domain", "catalogue.domain /5/domain",
            "catalogue.members /6/members", "catalogue.members /7/members", "catalogue.code-twice /8/members/1/code", "catalogue.code /8/members/2/code", "catalogue.name /9/name",
        ],
        Refused(FactCatalogue.Shipped, Array<Fact>(
            OwnFacts.Count("deposits"),
            OwnFacts.Count("x-Größe"),
            OwnFacts.Count("x-a"),
            OwnFacts.Count("x-a"),
            new Fact.Count(OwnFacts.Head("x-b"), new Interval(2, 1)),
            new Fact.Amount(OwnFacts.Head("x-c"), new Interval(0, long.MaxValue)),
            new Fact.Choice(OwnFacts.Head("x-d"), Array<Member>()),
            new Fact.Several(OwnFacts.Head("x-e"), OwnFacts.Members(63)),
            new Fact.Grade(OwnFacts.Head("x-f"), new Arr<Member>(OwnFacts.Members(1) + OwnFacts.Members(1) + Array(new Member("not a code", Label.Same("?"))))),
            OwnFacts.Count("x-"))));

    [Law]
    public Property Complete_facts_are_decided_as_a_policy_over_own_facts_reads() =>
        ForAll(KnownTrials, trial =>
        {
            var (expected, diagram) = (Plain.Outcome(trial.Policy, trial.Kind, trial.Facts, trial.AsOf, trial.Policies), trial.Compiled.DiagramOf(trial.Kind));
            var readings = new Interval[diagram.Variables.Count];
            return RuleLaws.Place(trial, trial.Decision.Outcome) == expected
                && diagram.Read(trial.Facts, trial.AsOf, readings) && diagram.Walk([.. readings.Select(reading => reading.Low)]) == expected;
        });

    [Law(100)]
    public Property Unknown_own_facts_are_as_all_their_fillings_together() =>
        ForAll(Trials, trial =>
        {
            var (brute, outcome) = (BruteForce.Of(trial), trial.Decision.Outcome);
            return RuleLaws.Outcomes(trial, outcome).SequenceEqual(brute.Possible)
                && RuleLaws.Missing(outcome).Select(fact => fact.Name).SequenceEqual(brute.Missing.Select(fact => fact.Name));
        });

    [Law]
    public Property A_policy_over_own_facts_survives_the_wire_and_is_refused_where_they_are_not() =>
        ForAll(KnownTrials, trial =>
        {
            var text = PolicyWire.Write(trial.Policy);
            var ((read, faults), refused) = (Read(text, trial.Facts.Catalogue), Read(text, FactCatalogue.Shipped).Faults);
            return (IsEmptySomewhere(text) || (faults.Length == 0 && read == trial.Policy)) && !faults.Contains("policy.unknown-fact") && trial.Policy.Faults(trial.Policies).IsEmpty
                && refused.Except(faults).All(code => code == "policy.unknown-fact")
                && refused.Contains("policy.unknown-fact") == trial.Policy.Faults(trial.Policies with { Facts = FactCatalogue.Shipped }).Exists(fault => fault.Code == "policy.unknown-fact");
        });

    [Law(100)]
    public Property A_policy_over_own_facts_is_checked_and_its_findings_are_customers() =>
        ForAll(KnownTrials, trial =>
        {
            var report = trial.Policy.Check(trial.Policies, trial.AsOf, Budget.Standard);
            return report.Findings.ForAll(finding => finding.Witnesses.ForAll(witness => witness.Customer.Facts.Catalogue.Equals(trial.Facts.Catalogue)
                && witness.Customer.By(trial.Compiled, witness.AsOf, ask: false).Outcome is Outcome.Decided or Outcome.Open or Outcome.NotApplicable));
        });

    [Law]
    public Property Own_facts_survive_json_csv_and_counting() =>
        Law.ForAll(OwnFacts.Catalogues.SelectMany(WireGenerators.RecordsOver), record =>
        {
            var (catalogue, json) = (record.Facts.Catalogue, record.AsSent());
            var columns = CsvColumns.Of(catalogue);
            var csv = new CsvReader(columns);
            var headed = csv.Read(Encoding.UTF8.GetBytes(columns.Header()), out _) is null && csv.HeaderFaults.Count == 0;
            var read = csv.Read(Encoding.UTF8.GetBytes(CsvRecord.Line(columns, json)), out var line) is null;
            return headed && read && record.Equals(Record(json, catalogue)) && record.Equals(Record(line, catalogue))
                && CustomerCodecs.Counted(json, catalogue) == new CountedCustomer(record.AsOf, record.Outlet, record.Kind, record.Facts);
        });

    [Law]
    public Property Blocks_hold_own_facts_and_decide_by_them() =>
        Law.ForAll(
            from trial in KnownTrials
            from others in WireGenerators.FactsOf(trial.Facts.Catalogue, trial.Facts.Catalogue.Of(trial.Kind).Filter(fact => fact is not Fact.Day)).ArrayOf(5)
            select (trial, others),
            drawn =>
            {
                var (trial, catalogue) = (drawn.trial, drawn.trial.Facts.Catalogue);
                var customers = drawn.others.Prepend(trial.Facts)
                    .Select((facts, at) => new PortfolioCustomer($"C-{at}", trial.AsOf, "O", new Customer(trial.Kind, facts))).ToList();
                var block = CustomerBlock.Of(catalogue, trial.Kind, customers, text => text);
                var question = new SegmentQuestion(Array(trial.Compiled), trial.AsOf, None, SegmentGrouping.Whole);
                var counted = question.Nobody();
                counted.Add(block);
                var told = counted.Done(block.Hash).Segments.Map(segment => (Answer: segment.Answers[0].Code, (long)segment.Sum.Customers));
                return block.Customers.SequenceEqual(customers)
                    && Portfolio.Of(catalogue, [block]).Hash == customers.Aggregate(PortfolioHash.Zero, (sum, one) => sum + PortfolioHash.Of(one))
                    && told.OrderBy(one => one.Answer, StringComparer.Ordinal).SequenceEqual(customers
                        .GroupBy(one => Code(one.Customer.By(trial.Compiled, trial.AsOf, ask: false).Outcome))
                        .Select(same => (Answer: same.Key, (long)same.Count())).OrderBy(one => one.Answer, StringComparer.Ordinal));
            });

    [Law]
    public Property Data_quality_counts_own_facts() =>
        Law.ForAll(from trial in Trials from others in WireGenerators.FactsOf(trial.Facts.Catalogue, trial.Facts.Catalogue.Own.Filter(fact => fact.Head.Scope.Covers(trial.Kind))).ArrayOf(5) select (trial, others), drawn =>
        {
            var (trial, catalogue) = (drawn.trial, drawn.trial.Facts.Catalogue);
            var scope = new QualityScope(catalogue, Array(trial.Compiled), QualityGrouping.Fact, trial.Policy.Id);
            var (count, all) = (new DataQualityCount(scope, trial.AsOf), drawn.others.Prepend(trial.Facts.Without(SharedFacts.ClosedOn)).ToList());
            all.ForEach(facts => count.Add("O", new Customer(trial.Kind, facts), trial.AsOf));
            var (tally, open) = (count.Done(), all.Select(facts => new Customer(trial.Kind, facts).By(trial.Compiled, trial.AsOf, ask: false).Outcome).OfType<Outcome.Open>().ToList());
            var gaps = tally.Gaps(scope).ToDictionary(gap => gap.Fact.Name, gap => gap.Unknown, StringComparer.Ordinal);
            return catalogue.Own.Filter(fact => fact.Head.Scope.Covers(trial.Kind)).ForAll(fact => gaps[fact.Name] == all.Count(facts => facts.Find(fact).IsNone))
                && tally.Questions(catalogue).ForAll(question => question.BearsOn == open.Count(one => one.Missing.Exists(fact => fact.Name == question.Fact.Name)))
                && tally.Questions(catalogue).Sum(question => question.BearsOn) == open.Sum(one => (long)one.Missing.Count);
        });

    /// <summary>What is counted over the shipped facts is added, fact by fact, to what is counted over more; what only the larger one has is counted once.</summary>
    [Law(50)]
    public Property Tallies_of_a_smaller_catalogue_add_up_with_those_of_a_larger_one() =>
        Law.ForAll(from catalogue in OwnFacts.Catalogues from kind in Generators.Kinds from facts in WireGenerators.FactsOf(FactCatalogue.Shipped, FactCatalogue.Shipped.Of(kind)) select (catalogue, kind, facts), drawn =>
        {
            var (catalogue, kind, facts) = (drawn.catalogue, drawn.kind, drawn.facts.Without(SharedFacts.ClosedOn));
            var (small, large) = (Gaps(FactCatalogue.Shipped, kind, facts), Gaps(catalogue, kind, facts));
            var unknown = catalogue.All.Map((place, fact) =>
                fact.Name == SharedFacts.ClosedOn.Name || !fact.Head.Scope.Covers(kind) || facts.Completed().Find(fact).IsSome ? 0L
                : place < FactCatalogue.Shipped.Count ? 2 : 1);
            return small + large == large + small
                && (small + large).Groups.Count == 1
                && (small + large).Groups[new QualityGroup(kind, None)] is { Customers: 2 } sum && sum.Unknown.SequenceEqual(unknown);
        });

    [Xunit.Fact]
    public void The_schema_of_policies_and_the_list_of_facts_have_them()
    {
        var catalogue = OwnFacts.Over(OwnFacts.Count("x-visits"), new Fact.Choice(OwnFacts.Head("x-tribe"), OwnFacts.Members(2)));
        var schema = Encoding.UTF8.GetString(new PolicySchema(catalogue).Text);
        Assert.Contains("x-visits", schema, StringComparison.Ordinal);
        Assert.Contains("x-tribe", schema, StringComparison.Ordinal);
        Assert.Contains("x-tribe", Encoding.UTF8.GetString(WireJson.Bytes(json => CatalogueEntry.Of(catalogue).Iter(entry => PolicyCodecs.Fact.Write(json, entry)))), StringComparison.Ordinal);
    }

    private static QualityTally Gaps(FactCatalogue catalogue, CustomerKind kind, KnownFacts facts)
    {
        var count = new DataQualityCount(new QualityScope(catalogue, Array<CompiledPolicy>(), QualityGrouping.Fact, new PolicyId("none")), new DateOnly(2026, 1, 31));
        count.Add("O", new Customer(kind, facts), new DateOnly(2026, 1, 31));
        return count.Done();
    }

    private static string[] Refused(FactCatalogue catalogue, Arr<Fact> added) =>
        [.. catalogue.With(added).Match(Succ: _ => [], Fail: faults => faults.Map(fault => $"{fault.Code} {((Place.Pointer)fault.Place).Path}"))];

    private static PortfolioHash Hash(KnownFacts facts) => PortfolioHash.Of(new PortfolioCustomer("C-1", new DateOnly(2026, 1, 31), "O", new Customer(CustomerKind.Personal, facts)));

    private static string Code(Outcome outcome) => outcome switch
    {
        Outcome.Decided(var assigned, _) => assigned.Code.Value,
        Outcome.Open => Placement.Of(PlacementOrder.Open, Array<PolicyClass>()).Code,
        Outcome.NotApplicable => Placement.Of(PlacementOrder.NotApplicable, Array<PolicyClass>()).Code,
    };

    private static CustomerRecord? Record(ReadOnlySpan<byte> json, FactCatalogue catalogue)
    {
        var cursor = new JsonCursor(json);
        var record = CustomerCodecs.ReadRecord(ref cursor, catalogue);
        return cursor.Finish().Count == 0 ? record : null;
    }

    /// <summary>Generated criteria may have no parts, which is not sent.</summary>
    private static bool IsEmptySomewhere(byte[] text) => Encoding.UTF8.GetString(text).Contains("[]", StringComparison.Ordinal);

    private static (Policy? Policy, string[] Faults) Read(byte[] text, FactCatalogue catalogue)
    {
        var cursor = new JsonCursor(text);
        var policy = PolicyJson.Read(ref cursor, catalogue);
        return (policy, [.. cursor.Finish().Select(fault => fault.Code)]);
    }
}

/// <summary>Facts as a bank might add them, one of each sort and more.</summary>
internal static class OwnFacts
{
    /// <summary>From one to eight facts of any sort, of customers of any kind; seldom as many as there may be.</summary>
    public static Gen<Arr<Fact>> Lists { get; } =
        from count in Gen.Frequency((9, Gen.Choose(1, 8)), (1, Gen.Constant(FactCatalogue.MostOwn)))
        from facts in WireGenerators.Each(Enumerable.Range(0, count).Select(Any))
        select facts;

    public static Gen<FactCatalogue> Catalogues { get; } = Lists.Select(facts => Over([.. facts]));

    /// <summary>The shipped facts and these.</summary>
    public static FactCatalogue Over(params Fact[] own) =>
        FactCatalogue.Shipped.With(new Arr<Fact>(own)).IfFail(faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));

    public static FactHead Head(string name, FactScope scope = FactScope.Both, Direction direction = Direction.None) =>
        new(name, Label.Same(name), Label.Same(name), scope, direction, Protected: false, Fixed: false);

    public static Fact.Count Count(string name) => new(Head(name), new Interval(0, 100));

    public static Arr<Member> Members(int count) => new(Enumerable.Range(0, count).Select(at => new Member($"m{at}", Label.Same($"m{at}"))));

    /// <summary>The same facts with a letter before what follows x-.</summary>
    public static Arr<Fact> Renamed(Arr<Fact> facts, string letter) => facts.Map(fact => Named(fact, fact.Head with { Name = fact.Name.Replace("x-", $"x-{letter}", StringComparison.Ordinal) }));

    private static Fact Named(Fact fact, FactHead head) => fact switch
    {
        Fact.Amount => new Fact.Amount(head, fact.Domain),
        Fact.Count => new Fact.Count(head, fact.Domain),
        Fact.Share => new Fact.Share(head, fact.Domain),
        Fact.Day(_, var past) => new Fact.Day(head, past),
        Fact.Flag => new Fact.Flag(head),
        Fact.Choice(_, var options) => new Fact.Choice(head, options),
        Fact.Grade(_, var options) => new Fact.Grade(head, options),
        Fact.Several(_, var options) => new Fact.Several(head, options),
    };

    private static Gen<Fact> Any(int at) =>
        from scope in Gen.Elements(FactScope.Both, FactScope.Both, FactScope.Personal, FactScope.Enterprise)
        from direction in Gen.Elements(Direction.None, Direction.Up, Direction.Down)
        from low in Generators.Longs(-1_000_000, 1_000_000)
        from width in Gen.Choose(0, 2_000_000)
        from members in Gen.Frequency((4, Gen.Choose(1, 5)), (1, Gen.Constant(62)))
        from sort in Gen.Choose(0, 8)
        let head = Head($"x-{at}", scope, direction)
        let domain = new Interval(low, low + width)
        select sort switch
        {
            0 => new Fact.Amount(head, domain),
            1 => new Fact.Count(head, domain),
            2 => new Fact.Share(head, domain),
            3 => new Fact.Day(head, Past: true),
            4 => new Fact.Day(head, Past: false),
            5 => new Fact.Flag(head),
            6 => new Fact.Choice(head, Members(members)),
            7 => new Fact.Grade(head, Members(members)),
            _ => (Fact)new Fact.Several(head, Members(members)),
        };
}
