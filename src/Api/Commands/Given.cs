using LanguageExt;

namespace Kehu.Api;

/// <summary>What was written behind a command: of each part how often it is there and with which values, and the settings in their order.</summary>
internal sealed record Given(Map<string, GivenPart> Parts, Arr<string> Settings)
{
    /// <summary>What was written of a part.</summary>
    public GivenPart Of(string name) => Parts.Find(name).IfNone(GivenPart.Nothing);
}

/// <summary>How often a part is there, and its values.</summary>
internal sealed record GivenPart(int Times, Arr<string> Values)
{
    /// <summary>It is not there.</summary>
    public static GivenPart Nothing { get; } = new(0, default);
}
