namespace Kehu.Api;

/// <summary>The facts of one sample customer while they are written: whole first, then with gaps as in a real file.</summary>
internal sealed class FactSheet
{
    /// <summary>Of a hundred facts that a bank could know, so many are not on file.</summary>
    public const int UnknownPercent = 8;

    private static readonly int ClosedOn = ShippedFacts.PlaceOf(SharedFacts.ClosedOn);

    /// <summary>The facts that the sample is written in: those that the service ships, whatever a bank adds.</summary>
    public static FactCatalogue Catalogue { get; } = FactCatalogue.Shipped;

    private readonly long[] values = new long[Catalogue.Count];
    private readonly bool[] written = new bool[Catalogue.Count];

    /// <summary>The value written for a fact, 0 where there is none.</summary>
    public long this[Fact fact] => values[ShippedFacts.PlaceOf(fact)];

    /// <summary>Writes a value in the fact's smallest unit.</summary>
    public void Set(Fact fact, long value)
    {
        var place = ShippedFacts.PlaceOf(fact);
        (values[place], written[place]) = (value, true);
    }

    public void Set(Fact fact, DateOnly day) => Set(fact, day.DayNumber);

    public void Set(Fact fact, bool flag) => Set(fact, flag ? 1 : 0);

    public void Set(Fact fact, string code) => Set(fact, Place(fact, code));

    /// <summary>The place of a code in the closed list of a fact: the tables here name only codes of the catalogue.</summary>
    public static int Place(Fact fact, string code) =>
        fact.PlaceOf(code).IfNone(() => throw new ArgumentException($"{fact.Name} has no '{code}'", nameof(code)));

    /// <summary>Everything written.</summary>
    public KnownFacts Whole() => Known(_ => true);

    /// <summary>What is on file: each fact but the end of the relationship may be missing.</summary>
    public KnownFacts WithGaps(Dice gaps) => Known(place => !gaps.Chance(UnknownPercent) || place == ClosedOn);

    private KnownFacts Known(Func<int, bool> onFile)
    {
        var draft = new KnownFacts.Draft(Catalogue);
        for (var place = 0; place < values.Length; place++)
        {
            if (written[place] && onFile(place))
            {
                draft.Set(place, values[place]);
            }
        }

        return draft.Done();
    }
}
