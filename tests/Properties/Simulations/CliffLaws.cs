using LanguageExt;
using Xunit;
using static Kehu.Properties.Simulations.SimulationGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Simulations;

/// <summary>Close to a line stands who is near it and whose class it decides, and nobody else.</summary>
public sealed class CliffLaws
{
    [Law]
    public Property Who_stands_close_is_who_would_be_in_another_class_across_the_line() =>
        Law.ForAll(Questions(12), asked =>
        {
            var (question, customers) = asked;
            var told = question.Answer(customers.Blocks(5)).Cliffs.Cliffs.IfNone(() => throw new InvalidOperationException("the shipped policies have few lines"));
            return told.ForAll(cliff =>
            {
                var near = customers.Filter(customer => customer.Customer.Kind == cliff.Kind && question.Outlets.Means(customer.Outlet) && Stands(question, cliff, customer) is not null);
                return cliff.Below == Sum(near.Filter(customer => Stands(question, cliff, customer) == false), question.First)
                    && cliff.Above == Sum(near.Filter(customer => Stands(question, cliff, customer) == true), question.First);
            });
        });

    [Xunit.Fact]
    public void Every_number_at_which_the_candidate_changes_its_mind_is_a_line() =>
        Assert.All(Book.Policies, policy => Assert.All(CustomerKinds.All.Filter(policy.IsFor), kind =>
        {
            var told = new SimulationQuestion(policy, None, new DateOnly(2026, 1, 1), None, 0, 0, Array<WrittenStandard>()).Answer([]).Cliffs;
            var diagram = policy.DiagramOf(kind);
            var expected = diagram.Nodes.SelectMany(node => node.Cuts.Select(cut => (diagram.Variables[node.Variable].Name, cut)))
                .Where(line => diagram.Variables.Find(variable => variable.Name == line.Name).Exists(variable => variable is Quantity.By or Quantity.Of(Fact.Amount or Fact.Count or Fact.Share))).ToHashSet();
            Assert.True(expected.SetEquals(told.Cliffs.IfNone(Array<Cliff>()).Filter(cliff => cliff.Kind == kind).Map(cliff => (cliff.Quantity.Name, cliff.Cut))));
        }));

    [Xunit.Fact]
    public void Too_many_lines_are_not_looked_at_one_by_one()
    {
        var tier = ShippedPolicies.All.Policies.Find(policy => policy.Id.Value == "personal-asset-tier").IfNone(() => throw new InvalidOperationException("shipped"));
        var line = (Criterion.Within)tier.Rungs[0].Criterion;
        Policy Lined(int lines) => tier with
        {
            Rungs = new Arr<Rung>(new[] { tier.Rungs[0] with { Criterion = new Criterion.Any(new Arr<Criterion>(Enumerable.Range(0, (lines + 1) / 2).Select(at => line with
            {
                Quantity = new Quantity.Of(at % 2 == 0 ? SharedFacts.TotalAssets : SharedFacts.Deposits),
                Min = Some((4_000L * at) + 1_000),
                Max = (2 * at) + 2 <= lines ? Some((4_000L * at) + 2_000) : None,
            }))) } }),
        };
        foreach (var (lines, looked) in new[] { (499, true), (500, true), (501, false), (502, false) })
        {
            var policy = Book.Propose(Lined(lines), Budget.Standard).Match(Succ: one => one, Fail: faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));
            var told = new SimulationQuestion(policy, None, new DateOnly(2026, 1, 1), None, 0, 0, Array<WrittenStandard>()).Answer([]).Cliffs;
            Assert.Equal((lines, looked), (told.Lines, told.Cliffs.IsSome));
        }
    }

    /// <summary>True just above the line, false just below it, null where the customer is not close or the line does not decide.</summary>
    private static bool? Stands(SimulationQuestion question, Cliff cliff, PortfolioCustomer customer)
    {
        var facts = customer.Customer.Facts.Completed();
        var diagram = question.Candidate.DiagramOf(cliff.Kind);
        var readings = new Interval[diagram.Variables.Count];
        diagram.Read(facts, question.AsOf, readings);
        var variable = diagram.Variables.ToList().FindIndex(one => one.Name == cliff.Quantity.Name);
        if (!readings[variable].IsPoint
            || facts.Find(SharedFacts.ClosedOn).Exists(closed => closed <= question.AsOf.DayNumber)
            || diagram.Possible(readings).Count > 1)
        {
            return null;
        }

        var reading = readings[variable].Low;
        var isNear = Int128.Abs((Int128)reading - cliff.Cut) * 10_000 <= Int128.Abs(cliff.Cut) * question.Within;
        OutcomeSet At(long value)
        {
            var moved = readings.ToArray();
            moved[variable] = Interval.Point(value);
            return diagram.Possible(moved);
        }

        return isNear && At(cliff.Cut) is { Count: 1 } over && At(cliff.Cut - 1) is { Count: 1 } under && over != under ? reading >= cliff.Cut : null;
    }

    private static CustomerSum Sum(Arr<PortfolioCustomer> customers, int first) => new(
        customers.Count,
        customers.Fold((Int128)0, (sum, customer) => sum + customer.Customer.Facts.Find(SharedFacts.TotalAssets).IfNone(0)),
        customers.Count(customer => customer.Customer.Facts.Find(SharedFacts.TotalAssets).IsNone),
        new Arr<string>(customers.Map(customer => customer.Id).Order(StringComparer.Ordinal).Take(first)));
}
