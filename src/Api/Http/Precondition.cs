using LanguageExt;

namespace Kehu.Api.Http;

/// <summary>What a request demands of the stored resource before it changes it.</summary>
internal abstract record Precondition
{
    private Precondition()
    {
    }

    /// <summary>Nothing is demanded; where a condition is needed, the answer is 428.</summary>
    public sealed record None : Precondition;

    /// <summary>If-Match: it must be there, in one of these versions when they are named.</summary>
    public sealed record MustExist(Option<Arr<string>> Versions) : Precondition;

    /// <summary>If-None-Match: * : it must not be there yet.</summary>
    public sealed record MustNotExist : Precondition;

    /// <summary>Whether a resource in this version, or none at all, meets the demand; 412 when it does not.</summary>
    public bool IsMetBy(Option<string> version) => this switch
    {
        None => true,
        MustExist(var versions) => version.Match(
            Some: present => versions.Match(Some: named => named.Exists(one => one == present), None: () => true),
            None: () => false),
        MustNotExist => version.IsNone,
    };
}
