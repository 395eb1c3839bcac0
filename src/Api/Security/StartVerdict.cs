namespace Kehu.Api;

/// <summary>Whether the service may listen where it was told to.</summary>
internal abstract record StartVerdict
{
    private StartVerdict()
    {
    }

    /// <summary>It may.</summary>
    public sealed record Allowed : StartVerdict;

    /// <summary>It may not, and how to mend it.</summary>
    public sealed record Refused(Label Reason) : StartVerdict;
}
