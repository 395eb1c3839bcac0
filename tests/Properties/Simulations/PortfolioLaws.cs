using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Simulations.SimulationGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Simulations;

/// <summary>A portfolio is its customers, however it came to be; its hash is of them and of nothing else.</summary>
public sealed class PortfolioLaws
{
    [Law]
    public Property The_hash_does_not_depend_on_order_or_blocks() =>
        Law.ForAll(
            from day in Days
            from customers in Customers(day, 12)
            from most in Gen.Choose(1, 5)
            from cut in Gen.Choose(0, 12)
            select (customers, most, cut),
            drawn =>
            {
                var whole = Portfolio.Of(FactCatalogue.Shipped, drawn.customers.Blocks()).Hash;
                var (part, rest) = (Portfolio.Of(FactCatalogue.Shipped, drawn.customers.Take(drawn.cut).Blocks()).Hash, Portfolio.Of(FactCatalogue.Shipped, drawn.customers.Skip(drawn.cut).Blocks()).Hash);
                return Portfolio.Of(FactCatalogue.Shipped, drawn.customers.Blocks(drawn.most)).Hash == whole
                    && drawn.customers.Reverse().Map(PortfolioHash.Of).Fold(PortfolioHash.Zero, (sum, one) => sum + one) == whole
                    && part + rest == whole && whole - rest == part;
            });

    [Law]
    public Property Anything_else_about_a_customer_is_another_hash() =>
        Law.ForAll(
            from day in Days
            from customers in Customers(day, 6)
            where customers.Count > 0
            from place in Gen.Choose(0, FactCatalogue.Shipped.Count - 1)
            select (customer: customers[0], fact: FactCatalogue.Shipped.All[place]),
            drawn =>
            {
                var (customer, fact) = drawn;
                var facts = customer.Customer.Facts;
                var other = facts.TryGet(fact, out var value) ? facts.With(fact, value == fact.Domain.Low ? fact.Domain.High : value - 1) : facts.With(fact, fact.Domain.Low);
                PortfolioCustomer[] changed =
                [
                    customer with { Customer = customer.Customer with { Facts = other } },
                    customer with { Customer = customer.Customer with { Facts = other.Without(fact) } },
                    customer with { Customer = customer.Customer with { Kind = customer.Customer.Kind == CustomerKind.Personal ? CustomerKind.Enterprise : CustomerKind.Personal } },
                    customer with { Outlet = customer.Outlet + "0" },
                    customer with { Id = customer.Id + "0" },
                    customer with { AsOf = customer.AsOf.AddDays(1) },
                ];
                return changed.Where(one => one != customer).All(one => PortfolioHash.Of(one) != PortfolioHash.Of(customer));
            });

    [Law]
    public Property Changes_one_after_another_come_to_the_same_as_all_at_once() =>
        Law.ForAll(
            from day in Days
            from steps in Customers(day, 9).ArrayOf(4)
            from gone in Gen.Choose(0, 3).ArrayOf(40)
            select (steps, gone),
            drawn =>
            {
                var (portfolio, expected) = (Portfolio.Of(FactCatalogue.Shipped, []), new SortedDictionary<string, PortfolioCustomer>(StringComparer.Ordinal));
                foreach (var (step, at) in drawn.steps.Select((step, at) => (step, at)))
                {
                    var changes = step.ToDictionary(customer => customer.Id, Some, StringComparer.Ordinal);
                    foreach (var id in expected.Keys.Where((_, place) => drawn.gone[(at + place) % 40] == 0).Append($"X-{at}").ToList())
                    {
                        changes[id] = None;
                    }

                    portfolio = portfolio.With(changes, text => text);
                    foreach (var (id, customer) in changes)
                    {
                        expected.Remove(id);
                        customer.IfSome(one => expected.Add(id, one));
                    }
                }

                var anew = Portfolio.Of(FactCatalogue.Shipped, expected.Values.Blocks());
                return portfolio.Hash == anew.Hash && portfolio.Count == expected.Count && portfolio.Latest == anew.Latest
                    && portfolio.Blocks.SelectMany(block => block.Customers).SequenceEqual(anew.Blocks.SelectMany(block => block.Customers));
            });

    [Xunit.Fact]
    public void Blocks_that_grow_are_cut_and_never_too_large()
    {
        var customers = Enumerable.Range(0, 2 * CustomerBlock.Most).Select(at => new PortfolioCustomer(
            $"P-{at * 7919 % (2 * CustomerBlock.Most):D7}", new DateOnly(2026, 1, 1), "A", new Customer(CustomerKind.Personal, FactCatalogue.Shipped.NothingKnown.With(SharedFacts.TotalAssets, at)))).ToList();
        var portfolio = customers.Chunk(1_500).Aggregate(Portfolio.Of(FactCatalogue.Shipped, []), (grown, part) => grown.With(part.ToDictionary(one => one.Id, Some, StringComparer.Ordinal), text => text));
        Assert.All(portfolio.Blocks, block => Assert.InRange(block.Count, 1, CustomerBlock.Most));
        Assert.Equal(customers.Count, portfolio.Count);
        Assert.Equal(Portfolio.Of(FactCatalogue.Shipped, customers.Blocks()).Hash, portfolio.Hash);
    }
}
