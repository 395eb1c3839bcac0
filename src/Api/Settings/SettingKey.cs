namespace Kehu.Api;

/// <summary>
/// A name by which something is set, on the command line behind two dashes. One that ends with a colon stands for all names that begin so;
/// what follows is checked where the setting is read.
/// </summary>
internal sealed record SettingKey(string Name, string Value, Label Says)
{
    /// <summary>Whether a name is this one. The configuration tells names apart without regard to case.</summary>
    public bool Is(string name) => Name.EndsWith(':')
        ? name.Length > Name.Length && name.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
        : name.Equals(Name, StringComparison.OrdinalIgnoreCase);
}
