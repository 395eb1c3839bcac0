using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static Kehu.Properties.Simulations.SimulationGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Simulations;

/// <summary>Segments are what deciding every customer by every policy comes to.</summary>
public sealed class SegmentLaws
{
    private static readonly string[] Outlets = ["A", "B"];

    /// <summary>Policies for a kind in common, some of them changed ones, asked about a small bank.</summary>
    private static readonly Gen<(SegmentQuestion Question, Arr<PortfolioCustomer> Customers)> Questions =
        from kind in Gen.Elements(CustomerKind.Personal, CustomerKind.Enterprise)
        from pairs in Pairs.ArrayOf(12)
        from wanted in Gen.Choose(1, SegmentQuestion.MostPolicies)
        from day in Days
        from customers in Customers(day, 20)
        from outlets in UnitsAskedFor.Of("A", "B", "Z")
        from grouped in Gen.Elements(Enum.GetValues<SegmentGrouping>())
        from above in Gen.Elements("X", "Y", "").ArrayOf(2)
        select (
            new SegmentQuestion(
                new Arr<CompiledPolicy>(pairs.Select(pair => pair.Candidate).Where(policy => policy.IsFor(kind)).DefaultIfEmpty(Book.Policies.First(policy => policy.IsFor(kind))).Take(wanted)),
                day,
                outlets,
                grouped,
                grouped is SegmentGrouping.SubBranch or SegmentGrouping.Branch ? toMap(Outlets.Zip(above).Where(one => one.Item2.Length > 0).Select(one => (one.Item1, one.Item2))) : default),
            customers);

    [Law]
    public Property Every_segment_is_what_deciding_one_by_one_gives() =>
        Law.ForAll(Questions, asked =>
        {
            var (question, customers) = asked;
            var kinds = CustomerKinds.All.Filter(kind => question.Policies.ForAll(policy => policy.IsFor(kind)));
            var expected = customers
                .Filter(customer => kinds.Contains(customer.Customer.Kind) && question.Outlets.Means(customer.Outlet))
                .GroupBy(customer => (
                    Unit: Unit(question, customer.Outlet),
                    customer.Customer.Kind,
                    Answers: string.Join(' ', question.Policies.Map(policy => Word(policy, customer, question.AsOf)))))
                .Select(same => (
                    same.Key.Unit,
                    same.Key.Kind,
                    same.Key.Answers,
                    same.Count(),
                    same.Aggregate((Int128)0, (sum, customer) => sum + customer.Customer.Facts.Find(SharedFacts.TotalAssets).IfNone(0)),
                    same.Count(customer => customer.Customer.Facts.Find(SharedFacts.TotalAssets).IsNone)));
            var told = Told(question, customers.Blocks(4));
            return told.Segments.Map(Plain).ToHashSet().SetEquals(expected)
                && told.Customers == told.Segments.Sum(segment => segment.Sum.Customers)
                && told.Segments.Map(Order).SequenceEqual(told.Segments.Map(Order).Order(StringComparer.Ordinal));
        });

    [Law]
    public Property Parts_in_any_order_come_to_the_same() =>
        Law.ForAll(
            from asked in Questions
            from most in Gen.Choose(1, 4)
            from parts in Gen.Choose(1, 3)
            from seed in Gen.Choose(0, 1_000)
            select (asked.Question, asked.Customers, most, parts, seed),
            drawn => drawn.Question.Answer(drawn.Question.CountedApart([.. drawn.Customers.Blocks(drawn.most)], drawn.parts, drawn.seed), PortfolioHash.Zero) == Told(drawn.Question, drawn.Customers.Blocks()));

    [Law]
    public Property On_as_many_threads_as_may_be_the_same_is_counted() =>
        Law.ForAll(Questions, asked =>
        {
            var portfolio = Portfolio.Of(FactCatalogue.Shipped, asked.Customers.Blocks(1));
            return PortfolioService.Count(asked.Question, portfolio, PortfolioHash.Zero, default) == Told(asked.Question, asked.Customers.Blocks());
        });

    [Law]
    public Property The_name_changes_with_whatever_is_asked_and_whoever_is_looked_at() =>
        Law.ForAll(Questions, asked =>
        {
            var (question, name) = (asked.Question, asked.Question.NameOver(PortfolioHash.Zero));
            SegmentQuestion[] others =
            [
                question with { AsOf = question.AsOf.AddDays(1) },
                question with { Outlets = UnitsAskedFor.Outlet("0") },
                question with { Outlets = UnitsAskedFor.Under("0") },
                question with { Outlets = UnitsAskedFor.Under("0", "1") },
                question with { By = question.By == SegmentGrouping.Whole ? SegmentGrouping.Outlet : SegmentGrouping.Whole },
                question with { Above = question.Above.AddOrUpdate("A", "another") },
                question with { Policies = question.Policies.Add(question.Policies[0]) },
                question with { Policies = question.Policies.SetItem(0, question.Policies[0] with { Hash = "0" }) },
            ];
            return name.Length == 64
                && others.All(other => other.NameOver(PortfolioHash.Zero) != name)
                && asked.Customers.ForAll(customer => question.NameOver(PortfolioHash.Of(customer)) != name);
        });

    [Xunit.Theory]
    [Xunit.InlineData(SegmentQuestion.MostSegments, true)]
    [Xunit.InlineData(SegmentQuestion.MostSegments + 1, false)]
    public void More_than_can_be_told_is_not_told(int outlets, bool told)
    {
        var policy = Book.Policies.First(one => one.Policy.Id.Value == "personal-asset-tier");
        var question = new SegmentQuestion(Array(policy), new DateOnly(2026, 11, 21), None, SegmentGrouping.Outlet);
        var customers = Enumerable.Range(0, outlets).Select(at => new PortfolioCustomer($"P-{at}", new DateOnly(2026, 1, 1), $"O-{at}", new Customer(CustomerKind.Personal, FactCatalogue.Shipped.NothingKnown)));
        Xunit.Assert.Equal(told, PortfolioService.Count(question, Portfolio.Of(FactCatalogue.Shipped, customers.Blocks()), PortfolioHash.Zero, default).IsSome);
    }

    private static string Unit(SegmentQuestion question, string outlet) => question.By switch
    {
        SegmentGrouping.Whole => "-",
        SegmentGrouping.Outlet => outlet,
        SegmentGrouping.SubBranch or SegmentGrouping.Branch => question.Above.AsEnumerable().Where(one => one.Key == outlet).Select(one => one.Value).SingleOrDefault("-"),
    };

    private static Segmentation Told(SegmentQuestion question, IEnumerable<CustomerBlock> blocks)
    {
        var count = question.Nobody();
        foreach (var block in blocks)
        {
            count.Add(block);
        }

        return question.Answer(count, PortfolioHash.Zero).IfNone(() => throw new InvalidOperationException("few segments"));
    }

    private static (string Unit, CustomerKind Kind, string Answers, int Customers, Int128 Assets, int Unvalued) Plain(Segment segment) => (
        segment.Unit.IfNone("-"), segment.Kind, string.Join(' ', segment.Answers.Map(answer => answer.Code)), segment.Sum.Customers, segment.Sum.Assets, segment.Sum.Unvalued);

    private static string Order(Segment segment) => $"{segment.Unit.IfNone("~")} {(int)segment.Kind} {string.Join(' ', segment.Answers.Map(answer => $"{answer.Order:D3}"))}";
}
