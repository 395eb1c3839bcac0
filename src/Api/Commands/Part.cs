using LanguageExt;

namespace Kehu.Api;

/// <summary>What may stand behind a command: as it is written and what it says.</summary>
internal abstract record Part
{
    private Part()
    {
    }

    /// <summary>A word in its place, such as the name of a file.</summary>
    public sealed record Operand(string Name, bool Needed, Label Says) : Part;

    /// <summary>An option with a value.</summary>
    public sealed record Valued(string Name, string Value, bool Needed, Label Says) : Part;

    /// <summary>An option that is there or not.</summary>
    public sealed record Switch(string Name, Label Says) : Part;

    /// <summary>Settings of the service, and which of them the command makes something of.</summary>
    public sealed record Settings(Arr<SettingKey> Read) : Part;
}
