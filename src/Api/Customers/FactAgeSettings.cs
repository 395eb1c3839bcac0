using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// After how many days a fact on file is old: <c>FactAges:&lt;fact&gt;</c>. Read once, at start; a fault, or a fact that there is not, stops the start.
/// </summary>
internal static class FactAgeSettings
{
    public const string Section = "FactAges";

    /// <summary>The ages in the order of the catalogue, or everything wrong with the settings.</summary>
    public static Validation<SettingFault, FactAges> From(IConfiguration configuration)
    {
        var facts = FactCatalogue.Shipped;
        var read = configuration.GetSection(Section).GetChildren().Select(one => Read(configuration, facts, one)).ToList();
        var faults = read.SelectMany(one => one.LeftAsEnumerable()).ToSeq().Strict();
        return faults.IsEmpty
            ? new FactAges(new Arr<(Fact, int)>(read.SelectMany(one => one.RightAsEnumerable()).OrderBy(age => facts.PlaceOf(age.Fact))))
            : Validation<SettingFault, FactAges>.Fail(faults);
    }

    /// <summary>Names of settings are told apart without regard to case.</summary>
    private static Either<SettingFault, (Fact Fact, int Days)> Read(IConfiguration configuration, FactCatalogue facts, IConfigurationSection one)
    {
        var name = $"{Section}:{one.Key}";
        var fact = facts.All.Find(known => string.Equals(known.Name, one.Key, StringComparison.OrdinalIgnoreCase));
        return fact.IsNone
            ? configuration.Wrong(name, "there is no such fact; GET /v1/facts lists them", "没有这个事实；可用 GET /v1/facts 查询")
            : int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= FactAges.MostDays
                ? (fact.First(), days)
                : configuration.Wrong(name, $"write days from 1 to {FactAges.MostDays}", $"请写 1 至 {FactAges.MostDays} 之间的天数");
    }
}
