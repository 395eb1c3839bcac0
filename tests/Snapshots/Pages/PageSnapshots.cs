using VerifyXunit;
using Xunit;

namespace Kehu.Snapshots.Pages;

/// <summary>Pages as they are written, but for the style sheet that they share.</summary>
public sealed class PageSnapshots
{
    [Theory]
    [InlineData("english", Language.English)]
    [InlineData("chinese", Language.Chinese)]
    public Task A_scorecard(string language, Language tongue) => Verifier.Verify(
        Plain(ScorecardPage.Write(
            PageSamples.Scorecard(default, default, 3, measure => measure.Key is "satisfaction/satisfied" or "churn/churned" or "average-assets/key-accounts" or "service-compliance/all" or "wealth-100-losses/all", AnnualVolumeTier.Policy),
            PageSamples.Book.Indicators, PageSamples.Known, tongue))).UseParameters(language);

    [Fact]
    public Task A_scorecard_of_a_manager_at_an_outlet() => Verifier.Verify(Plain(ScorecardPage.Write(
        PageSamples.Scorecard(new UnitScope(new OutletsAsked.One("0042"), "M-1"), "中关村支行", 1, measure => measure.Key is "satisfaction/satisfied", AnnualVolumeTier.Policy),
        PageSamples.Book.Indicators, PageSamples.Known, Language.Chinese)));

    [Theory]
    [InlineData("english", Language.English)]
    [InlineData("chinese", Language.Chinese)]
    public Task A_week_of_an_outlet(string language, Language tongue) => Verifier.Verify(
        Plain(WeeklyPage.Write(
            PageSamples.Weekly(2, measure => measure.Indicator is CustomersMaintainedRule.Id or CustomersGainedRule.Id or ProductKindsRule.Id),
            PageSamples.Book.Indicators, PageSamples.Known, tongue))).UseParameters(language);

    private static string Plain(string page) => page.Replace(PageStyle.Rules, "…", StringComparison.Ordinal);
}
