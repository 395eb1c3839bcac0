namespace Kehu.Domain;

/// <summary>
/// Which of two readings shows. The later date does. Of one date the service's own does, then that of the source which the bank names earlier, then
/// that of one it does not name (by its code, so that the order in which they arrive decides nothing: house), then that of whoever did not say who it is.
/// </summary>
/// <param name="Named">The bank's sources, the first one first.</param>
public sealed record SourceOrder(Arr<string> Named)
{
    /// <summary>No source goes before another.</summary>
    public static readonly SourceOrder None = new(Array<string>());

    /// <summary>Whether what comes shows where something else was shown: of one date and source the one that came last does.</summary>
    public bool Shows(Origin coming, Origin shown) => coming.On != shown.On
        ? coming.On > shown.On
        : (RankOf(coming.Source), RankOf(shown.Source)) is var (one, other) && (one != other
            ? one < other
            : string.CompareOrdinal(coming.Source, shown.Source) <= 0);

    private int RankOf(string source) => source switch
    {
        Origin.Service => -1,
        "" => int.MaxValue,
        _ => Named.IndexOf(source) is >= 0 and var place ? place : int.MaxValue - 1,
    };
}
