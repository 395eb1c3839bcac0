namespace Kehu.Api.Streams;

/// <summary>How much of an answer may wait for a slow client, where, and for how long.</summary>
internal sealed record StreamSettings
{
    /// <summary>Where answers spill to.</summary>
    public string SpillDirectory { get; init; } = Path.GetTempPath();

    /// <summary>The most bytes one answer spills; then reading of its request pauses. 4 GiB.</summary>
    public long SpillBytes { get; init; } = 4L << 30;

    /// <summary>How long a client may take nothing once nothing but its taking is waited for.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From <c>Streams:SpillDirectory</c>, <c>Streams:SpillBytes</c> and <c>Streams:StallSeconds</c>; a bad value stops the start.</summary>
    public static StreamSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Streams");
        var settings = new StreamSettings();
        settings = settings with
        {
            SpillDirectory = section["SpillDirectory"] ?? settings.SpillDirectory,
            SpillBytes = section.GetValue("SpillBytes", settings.SpillBytes),
            Stall = TimeSpan.FromSeconds(section.GetValue("StallSeconds", settings.Stall.TotalSeconds)),
        };
        return settings.SpillBytes > 0 && settings.Stall > TimeSpan.Zero && Directory.Exists(settings.SpillDirectory)
            ? settings
            : throw new InvalidOperationException(
                "Streams: SpillBytes and StallSeconds must be above zero and SpillDirectory must be there / Streams：SpillBytes 与 StallSeconds 须大于零，SpillDirectory 须存在");
    }
}
