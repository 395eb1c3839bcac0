using System.Globalization;

namespace Kehu.Domain;

/// <summary>
/// Which customers a caller sees: all of the bank, or those of some outlets and of some managers. A customer belongs to the outlet and the manager of the
/// newest record. Source: governance, people, keys, roles.
/// </summary>
public abstract record AccessScope
{
    private AccessScope()
    {
    }

    /// <summary>Every customer of the bank.</summary>
    public static AccessScope Bank { get; } = new Everything();

    /// <summary>The customers of some outlets and of some managers, wherever these are.</summary>
    public static AccessScope Of(Set<string> outlets, Set<string> managers) => new Part(outlets, managers, None);

    /// <summary>Everything that is on file.</summary>
    public sealed record Everything : AccessScope;

    /// <summary>
    /// Whoever is of one of the outlets, or of one of the managers; nobody where there are none. <paramref name="Only"/>: of these outlets alone, among which
    /// the others are.
    /// </summary>
    public sealed record Part(Set<string> Outlets, Set<string> Managers, Option<Set<string>> Only) : AccessScope;

    /// <summary>Whether a customer of this outlet and manager is seen.</summary>
    public bool Sees(string outlet, Option<string> manager) => this switch
    {
        Everything => true,
        Part(var outlets, var managers, var only) =>
            (outlets.Contains(outlet) || manager.Exists(managers.Contains)) && only.ForAll(some => some.Contains(outlet)),
    };

    /// <summary>Those whom the scope sees who are of some outlets.</summary>
    public AccessScope Among(Set<string> some) => this switch
    {
        Everything => Of(some, toSet<string>([])),
        Part(var outlets, var managers, var only) => new Part(
            outlets.Intersect(some), managers, managers.IsEmpty ? None : only.Map(already => already.Intersect(some)) || Some(some)),
    };

    /// <summary>A text that two scopes share only if they are equal: what is kept for one is never given to the other.</summary>
    public string Key => this switch
    {
        Everything => "bank",
        Part(var outlets, var managers, var only) =>
            $"outlets {Told(outlets)} managers {Told(managers)}{only.Map(some => $" only {Told(some)}").IfNone("")}",
    };

    /// <summary>Each code behind its length, since a code may hold anything that separates codes.</summary>
    private static string Told(Set<string> codes) => string.Concat(
        codes.OrderBy(code => code, StringComparer.Ordinal).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Length}:{code},")));
}
