using LanguageExt;
using VerifyXunit;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Snapshots.Pages;

/// <summary>The page of a simulation, but for the style sheet.</summary>
public sealed class SimulationPageSnapshots
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("english", Language.English)]
    [InlineData("chinese", Language.Chinese)]
    public Task A_line_is_raised(string language, Language tongue) => Verifier.Verify(Plain(SimulationPage.Write(Raised(), tongue))).UseParameters(language);

    [Theory]
    [InlineData("english", Language.English)]
    [InlineData("chinese", Language.Chinese)]
    public async Task A_new_policy_that_no_standard_serves(string language, Language tongue)
    {
        var policy = Shipped.Book.Find("personal-gender").IfNone(() => throw new InvalidOperationException("shipped"));
        await Verifier.Verify(Plain(SimulationPage.Write(Told(new SimulationQuestion(policy, None, Day, new OutletsAsked.One("OUT-<1>"), 0, 0, Array<WrittenStandard>())), tongue))).UseParameters(language);
    }

    private static Simulation Raised()
    {
        var tier = Shipped.Book.Find("personal-asset-tier").IfNone(() => throw new InvalidOperationException("shipped"));
        var within = (Criterion.Within)tier.Policy.Rungs[2].Criterion;
        var raised = tier.Policy with { Rungs = tier.Policy.Rungs.SetItem(2, tier.Policy.Rungs[2] with { Criterion = within with { Min = Some(Money.Yuan(250_000).Fen) } }) };
        var candidate = Shipped.Book.Propose(raised, Budget.Standard).Match(Succ: one => one, Fail: _ => throw new InvalidOperationException("a number is moved"));
        return Told(new SimulationQuestion(candidate, tier, Day, None, 3, 1_000, Array<WrittenStandard>()).ServedBy(ShippedStandards.All.Map(StandardPage.Written)));
    }

    private static Simulation Told(SimulationQuestion question)
    {
        var block = CustomerBlock.Of(FactCatalogue.Shipped, CustomerKind.Personal, [.. Enumerable.Range(1, 60).Select(Customer)], text => text);
        var count = new SimulationCount(question);
        count.Add(block);
        return count.Done(block.Hash);
    }

    private static PortfolioCustomer Customer(int at) => new(
        $"P-{at:00}",
        Day,
        at % 2 == 0 ? "OUT-<1>" : "OUT-2",
        new Customer(CustomerKind.Personal, at % 10 == 0 ? FactCatalogue.Shipped.NothingKnown : FactCatalogue.Shipped.NothingKnown.With(SharedFacts.TotalAssets, Money.Yuan(at * at * 2_000L).Fen).With(PersonalFacts.BirthDate, Day.AddDays(-12_000 - (at * 40)).DayNumber)));

    private static string Plain(string page) => page.Replace(PageStyle.Rules, "…", StringComparison.Ordinal);
}
