namespace Kehu.Api;

/// <summary>How counting ended.</summary>
internal abstract record CountResult<T>
{
    private CountResult()
    {
    }

    /// <summary>Counted now, or a little while ago with nothing written since.</summary>
    public sealed record Done(T What, DateTime At) : CountResult<T>;

    /// <summary>Other passes over the customers are under way.</summary>
    public sealed record Busy : CountResult<T>;

    /// <summary>There are too many units, complaints or customers to tell apart.</summary>
    public sealed record TooMuch : CountResult<T>;
}
