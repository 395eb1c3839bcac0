using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static Kehu.Properties.Generators;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>The 80/20 rule over generated portfolios: against a plain restatement, and what no portfolio may break.</summary>
public sealed class PortfolioRankingLaws
{
    private static readonly long Most = SharedFacts.ProfitContribution.Domain.High;

    /// <summary>Amounts that tie, vanish, are negative, huge, or not known.</summary>
    private static Gen<Option<long>> Amounts { get; } = Gen.Frequency(
        (1, Gen.Constant(Option<long>.None)),
        (3, Gen.Elements(-Most, -1L, 0L, 1L, 2L, 5L, Most).Select(Some)),
        (3, Gen.Choose(1, 9).Select(few => Some((long)few))),
        (3, Longs(-Most, Most).Select(Some)),
        (3, Gen.Choose(1, 100_000).Select(yuan => Some(yuan * 100L))));

    private static Gen<Ranked[]> Portfolios { get; } =
        from size in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1)), (8, Gen.Choose(2, 40)))
        from same in Gen.Choose(0, 9)
        from one in Amounts
        from amounts in Amounts.ArrayOf(size)
        from ids in Gen.Shuffle(Enumerable.Range(0, 60).Select(at => $"{(at % 2 == 0 ? 'P' : 'p')}-{at}").ToArray())
        select amounts.Select((amount, at) => new Ranked(ids[at], same == 0 ? one : amount)).ToArray();

    /// <summary>Lines that lie anywhere, in any number, beside the shipped ones.</summary>
    private static Gen<PopulationPolicy> Policies { get; } = Gen.OneOf(
        Gen.Constant(ParetoAbc.Policy),
        from count in Gen.Choose(1, 4)
        from shares in Gen.Choose(0, 10_000).ArrayOf(count)
        select ParetoAbc.Policy with
        {
            Bands = new Arr<Band>(shares.Order().Select((share, at) => new Band(ParetoAbc.Policy.Otherwise with { Code = new ClassCode($"c{at}") }, new Percent(share), ParetoAbc.Policy.Citations[0]))),
        });

    [Law(1_000)]
    public Property Every_customer_is_where_the_plain_rule_puts_it() =>
        Law.ForAll(from policy in Policies from portfolio in Portfolios select (policy, portfolio), drawn =>
        {
            var (lines, plain) = (drawn.policy.LinesThrough(drawn.portfolio), Plainly(drawn.policy, drawn.portfolio));
            return drawn.portfolio.All(customer => lines.PlaceOf(customer) == plain[customer.Id]);
        });

    [Law]
    public Property Every_prefix_reaches_its_share_and_none_shorter_does() =>
        Law.ForAll(Portfolios, portfolio =>
        {
            var lines = ParetoAbc.Policy.LinesThrough(portfolio);
            var total = portfolio.Sum(Positive);
            return Enumerable.Range(0, 2).All(band =>
            {
                var taken = portfolio.Where(customer => lines.PlaceOf(customer) is { Reason: RankReason.Positive } at && at.Place <= band).ToList();
                BigInteger share = band == 0 ? 80 : 95;
                return taken.Count == 0 ? total.IsZero
                    : taken.Sum(Positive) * 100 >= share * total && (taken.Sum(Positive) - taken.Min(Positive)) * 100 < share * total;
            });
        });

    [Law]
    public Property The_order_in_which_customers_come_changes_nothing() =>
        Law.ForAll(from portfolio in Portfolios from other in Gen.Shuffle(portfolio) select (portfolio, other), drawn =>
            ParetoAbc.Policy.LinesThrough(drawn.portfolio) == ParetoAbc.Policy.LinesThrough(drawn.other));

    [Law]
    public Property A_customer_who_brings_nothing_changes_nobody_elses_class() =>
        Law.ForAll(from portfolio in Portfolios from amount in Gen.OneOf(Gen.Constant(Option<long>.None), Longs(-Most, 0).Select(Some)) select (portfolio, amount), drawn =>
            ParetoAbc.Policy.LinesThrough(drawn.portfolio) == ParetoAbc.Policy.LinesThrough(drawn.portfolio.Append(new Ranked("new", drawn.amount))));

    [Law]
    public Property Nobody_stands_above_one_who_brings_more() =>
        Law.ForAll(Portfolios, portfolio =>
        {
            var lines = ParetoAbc.Policy.LinesThrough(portfolio);
            return portfolio.All(one => portfolio.All(other => Positive(one) <= Positive(other) || lines.PlaceOf(one).Place <= lines.PlaceOf(other).Place));
        });

    private static BigInteger Positive(Ranked customer) => Math.Max(0, customer.Amount.IfNone(0));

    /// <summary>The rule as it is written, over a sorted copy of the whole portfolio.</summary>
    private static Dictionary<string, PortfolioClass> Plainly(PopulationPolicy policy, IReadOnlyCollection<Ranked> portfolio)
    {
        var ranking = portfolio.OrderByDescending(customer => customer.Amount.IfNone(long.MinValue)).ThenBy(customer => customer.Id, StringComparer.Ordinal).ToList();
        var total = ranking.Sum(Positive);
        return ranking.Select((customer, at) => (customer.Id, Class: Class(customer, ranking.Take(at).Sum(Positive)))).ToDictionary(pair => pair.Id, pair => pair.Class);

        PortfolioClass Class(Ranked customer, BigInteger before) =>
            customer.Amount.IsNone ? new PortfolioClass(policy.Bands.Count, RankReason.Unknown)
            : Positive(customer).IsZero ? new PortfolioClass(policy.Bands.Count, RankReason.NotPositive)
            : new PortfolioClass(policy.Bands.Count(band => before * 10_000 >= band.Share.BasisPoints * total), RankReason.Positive);
    }
}

internal static class Sums
{
    public static BigInteger Sum(this IEnumerable<Ranked> customers, Func<Ranked, BigInteger> amount) =>
        customers.Aggregate(BigInteger.Zero, (sum, customer) => sum + amount(customer));
}
