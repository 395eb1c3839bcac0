using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The order of a bank's sources: <c>Sources:Order</c>, their codes with commas between. Read once, at start; a fault stops the start.</summary>
internal static class SourceSettings
{
    public const string OrderSetting = "Sources:Order";

    /// <summary>The most sources (house).</summary>
    private const int Most = 64;

    /// <summary>The order, or everything wrong with it.</summary>
    public static Validation<SettingFault, SourceOrder> From(IConfiguration configuration)
    {
        var named = (configuration[OrderSetting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var faults = named.SelectMany(source => SourceCode.Wrong(source).AsEnumerable())
            .Concat(named.Distinct(StringComparer.Ordinal).Count() < named.Length ? [Twice] : [])
            .Concat(named.Length > Most ? [TooMany] : [])
            .Select(wrong => configuration.Wrong(OrderSetting, wrong.En, wrong.Zh))
            .ToSeq();
        return faults.IsEmpty ? new SourceOrder(new Arr<string>(named)) : Validation<SettingFault, SourceOrder>.Fail(faults);
    }

    private static Label Twice { get; } = new("a source is named once", "每个来源只写一次");

    private static Label TooMany { get; } = new($"at most {Most} sources are named", $"最多 {Most} 个来源");
}
