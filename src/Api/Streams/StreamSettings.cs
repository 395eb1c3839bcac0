using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>How much of an answer may wait for a slow client, where, and for how long.</summary>
internal sealed record StreamSettings
{
    /// <summary>The setting of <see cref="SpillDirectory"/>.</summary>
    public const string DirectorySetting = "Streams:SpillDirectory";

    /// <summary>The setting of <see cref="SpillBytes"/>.</summary>
    public const string BytesSetting = "Streams:SpillBytes";

    /// <summary>The setting of <see cref="Stall"/>, in seconds.</summary>
    public const string StallSetting = "Streams:StallSeconds";

    /// <summary>The longest that a client may be waited for: a day (house).</summary>
    private const int MostStallSeconds = 86_400;

    /// <summary>Where answers spill to.</summary>
    public string SpillDirectory { get; init; } = Path.GetTempPath();

    /// <summary>The most bytes one answer spills; then reading of its request pauses. 4 GiB.</summary>
    public long SpillBytes { get; init; } = 4L << 30;

    /// <summary>How long a client may take nothing once nothing but its taking is waited for.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The settings, or everything wrong with them.</summary>
    public static Validation<SettingFault, StreamSettings> From(IConfiguration configuration)
    {
        var usual = new StreamSettings();
        return (configuration.Folder(DirectorySetting, usual.SpillDirectory),
                configuration.Whole(BytesSetting, usual.SpillBytes, 1, long.MaxValue),
                configuration.Seconds(StallSetting, usual.Stall, MostStallSeconds))
            .Apply((folder, bytes, stall) => new StreamSettings { SpillDirectory = folder, SpillBytes = bytes, Stall = stall });
    }
}
