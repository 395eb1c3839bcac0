using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The feeds that a bank expects: <c>Feeds:&lt;source&gt;</c>, a time and days such as <c>06:30 working-days</c>. They are read once, at start; a fault
/// stops the start.
/// </summary>
internal static class FeedSettings
{
    public const string Section = "Feeds";

    /// <summary>The feeds by source, or everything wrong with the settings.</summary>
    public static Validation<SettingFault, ExpectedFeeds> From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var read = section.GetChildren().Select(one => Read(configuration, one)).ToList();
        var bare = string.IsNullOrEmpty(section.Value)
            ? Seq<SettingFault>()
            : Seq1(configuration.Wrong(Section, $"name a source: {Section}:<source>", $"请写明来源：{Section}:<来源>"));
        var faults = (bare + read.SelectMany(one => one.LeftAsEnumerable()).ToSeq()).Strict();
        return faults.IsEmpty
            ? new ExpectedFeeds(new Arr<ExpectedFeed>(
                [.. read.SelectMany(one => one.RightAsEnumerable()).OrderBy(feed => feed.Source, StringComparer.Ordinal)]))
            : Validation<SettingFault, ExpectedFeeds>.Fail(faults);
    }

    /// <summary>Names of settings are told apart without regard to case, and sources are in small letters.</summary>
    private static Either<SettingFault, ExpectedFeed> Read(IConfiguration configuration, IConfigurationSection one) =>
        ExpectedFeed.Read(one.Key.ToLowerInvariant(), one.Value ?? "").MapLeft(wrong => configuration.Wrong($"{Section}:{one.Key}", wrong.En, wrong.Zh));
}
