using Kehu.Api.Pages;
using Kehu.Domain;
using Xunit;

namespace Kehu.Snapshots.Pages;

/// <summary>Pages as they are written, but for the style sheet that they share.</summary>
public sealed class PageSnapshots
{
    [Theory]
    [InlineData("english", Language.English)]
    [InlineData("chinese", Language.Chinese)]
    public void A_scorecard(string tongue, Language language) => Snapshot.Matches(
        Plain(ScorecardPage.Write(
            PageSamples.Scorecard(default, default, 3, measure => measure.Key is "satisfaction/satisfied" or "churn/churned" or "average-assets/key-accounts" or "service-compliance/all" or "wealth-100-losses/all", AnnualVolumeTier.Policy),
            PageSamples.Book.Indicators, PageSamples.Known, language)),
        $"language={tongue}");

    [Fact]
    public void A_scorecard_of_a_manager_at_an_outlet() => Snapshot.Matches(Plain(ScorecardPage.Write(
        PageSamples.Scorecard(new UnitScope("0042", "M-1"), "中关村支行", 1, measure => measure.Key is "satisfaction/satisfied", AnnualVolumeTier.Policy),
        PageSamples.Book.Indicators, PageSamples.Known, Language.Chinese)));

    [Theory]
    [InlineData("english", Language.English)]
    [InlineData("chinese", Language.Chinese)]
    public void A_week_of_an_outlet(string tongue, Language language) => Snapshot.Matches(
        Plain(WeeklyPage.Write(
            PageSamples.Weekly(2, measure => measure.Indicator is CustomersMaintainedRule.Id or CustomersGainedRule.Id or ProductKindsRule.Id),
            PageSamples.Book.Indicators, PageSamples.Known, language)),
        $"language={tongue}");

    private static string Plain(string page) => page.Replace(PageStyle.Rules, "…", StringComparison.Ordinal);
}
