using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call comes to: the writes that do it, all or none, and the answer once they are durable. No writes: there was nothing to change.</summary>
internal sealed record Effect(Arr<Write> Unit, KeptAnswer Answer)
{
    /// <summary>What is kept where that is not the answer itself: a secret is shown once.</summary>
    public Option<KeptAnswer> Kept { get; init; }
}
