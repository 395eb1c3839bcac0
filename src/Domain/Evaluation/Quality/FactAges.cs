namespace Kehu.Domain;

/// <summary>After how many days a reading of a fact is old, as a bank sets it per fact. Source: facts, provenance.</summary>
public sealed record FactAges(Arr<(Fact Fact, int Days)> All)
{
    /// <summary>No fact is ever old.</summary>
    public static readonly FactAges None = new(Array<(Fact, int)>());

    /// <summary>The most days (house).</summary>
    public const int MostDays = 36_500;
}

/// <summary>How many customers have a fact on file that is older than the bank has set.</summary>
public sealed record AgedFact(Fact Fact, int Days, long Customers)
{
    public static Contract<AgedFact> Contract { get; } = Answered<AgedFact>.Object(
        "A fact on file of customers, read longer ago than the bank has set.",
        [
            .. Answered<AgedFact>.FieldsOf(FactNames.Fields, one => one.Fact),
            Answered<AgedFact>.Always("days", Forms.Count, one => one.Days),
            Answered<AgedFact>.Always("customers", Forms.Counted, one => one.Customers),
        ]);
}

/// <summary>Counts records on file of which facts are old. Mutable, used by one pass.</summary>
public sealed class AgeCount(FactAges ages, DateOnly today)
{
    private readonly long[] old = new long[ages.All.Count];

    /// <summary>Adds a customer as the newest record has it; one whose relationship has ended is not looked at.</summary>
    public void Add(CustomerRecord record)
    {
        var isClosed = record.Facts.TryGet(SharedFacts.ClosedOn, out var end) && end <= today.DayNumber;
        for (var place = 0; !isClosed && place < old.Length; place++)
        {
            var (fact, days) = ages.All[place];
            old[place] += record.Facts.TryGet(fact, out _)
                && record.Origins.Of(Provenance.Facts + fact.Name).Exists(origin => origin.On < today.AddDays(-days)) ? 1 : 0;
        }
    }

    /// <summary>What was counted, by fact.</summary>
    public Arr<AgedFact> Done() => new(ages.All.Select((age, place) => new AgedFact(age.Fact, age.Days, old[place])));
}
