using LanguageExt;

namespace Kehu.Api;

/// <summary>How many calls a caller may make, and how long one may take.</summary>
/// <param name="PerSecond">The most calls a second of one caller, in the mean; twice as many at once. 0: as many as it likes.</param>
/// <param name="Longest">The longest that a call may take, but for streams, which last as long as they are taken.</param>
internal sealed record CallLimits(int PerSecond, TimeSpan Longest)
{
    public const string PerSecondSetting = "Limits:CallsPerSecond";

    public const string LongestSetting = "Limits:RequestSeconds";

    /// <summary>The longest that a call may take unless it is set (house).</summary>
    private static readonly TimeSpan UsualLongest = TimeSpan.FromSeconds(100);

    private const int MostPerSecond = 1_000_000;

    private const int MostSeconds = 3_600;

    /// <summary>The limits, or what is wrong with them.</summary>
    public static Validation<SettingFault, CallLimits> From(IConfiguration configuration) =>
        (configuration.Whole(PerSecondSetting, usual: 0, least: 0, MostPerSecond), configuration.Seconds(LongestSetting, UsualLongest, MostSeconds))
            .Apply((perSecond, longest) => new CallLimits((int)perSecond, longest));
}
