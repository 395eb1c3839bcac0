using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call comes to: the writes that do it, all or none, the answer once they are durable, and what the audit says of it.</summary>
internal sealed record Effect(Arr<Write> Unit, KeptAnswer Answer, Deed Deed)
{
    private static readonly Deed Idle = Deed.Of("", "");

    /// <summary>There is nothing to change, and so nothing to be told of it.</summary>
    public static Effect Nothing(KeptAnswer answer) => new(Arr<Write>.Empty, answer, Idle);

    /// <summary>What is kept where that is not the answer itself: a secret is shown once.</summary>
    public Option<KeptAnswer> Kept { get; init; }
}
