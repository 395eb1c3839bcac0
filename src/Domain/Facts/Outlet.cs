namespace Kehu.Domain;

/// <summary>
/// An outlet of the bank's register, with the sub-branch and the branch it belongs to. Code as in customer records; names of 1 to 100
/// characters. Source: facts, Organisation.
/// </summary>
public sealed record Outlet(string Code, string Name, Option<string> SubBranch, Option<string> Branch)
{
    /// <summary>The most characters in a name (house).</summary>
    public const int LongestName = 100;
}
