namespace Kehu.Api;

/// <summary>How logging an event ends.</summary>
internal abstract record YearFiling<T>
    where T : class, IDatedEvent<T>
{
    private YearFiling()
    {
    }

    /// <summary>It is there already, the same in everything.</summary>
    public sealed record Unchanged : YearFiling<T>;

    /// <summary>Another of the customer's events of the sort has the id.</summary>
    public sealed record Taken : YearFiling<T>;

    /// <summary>The year holds as many as it may.</summary>
    public sealed record Full : YearFiling<T>;

    /// <summary>The year with it.</summary>
    public sealed record Filed(T[] Year) : YearFiling<T>;
}
