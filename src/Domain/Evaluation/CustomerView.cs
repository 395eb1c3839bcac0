namespace Kehu.Domain;

/// <summary>
/// A customer as the indicators see it over some days: at their end, before their beginning, and twelve months before their end.
/// <paramref name="Today"/> and <paramref name="Now"/> judge what can still be done in time.
/// </summary>
public sealed record CustomerView(CustomerPast Past, EvaluatedDays Over, DateOnly Today, DateTime Now)
{
    /// <summary>The days.</summary>
    public DateRange Days => Over.Days;

    /// <summary>Where the customer belongs at the end.</summary>
    public CustomerUnit Unit { get; } = Past.UnitOn(Over.AsOf);

    /// <summary>Whether the customer is one at the end.</summary>
    public Presence AtEnd { get; } = Past.Relationship.On(Over.AsOf);

    /// <summary>Whether the customer was one before the beginning.</summary>
    public Presence Before { get; } = Past.Relationship.On(Over.Before);

    /// <summary>
    /// From which class of the policy grouped by into which the customer came over the days; none for who was no customer at either end,
    /// or where that is not known.
    /// </summary>
    public Option<(ClassStand From, ClassStand To)> Move =>
        Before == Presence.Unknown || AtEnd == Presence.Unknown || (Before == Presence.No && AtEnd == Presence.No)
            ? None
            : Some((Stand(Before, Over.Before), Stand(AtEnd, Over.AsOf)));

    /// <summary>The record at the end, as rules read it; none before the first.</summary>
    public Option<CustomerRecord> Record => Past.RecordOn(Over.AsOf);

    /// <summary>What is known of a fact at the end.</summary>
    public Option<long> Known(Fact fact) => Known(fact, Over.AsOf);

    /// <summary>What was known of a fact at the end of a day.</summary>
    public Option<long> Known(Fact fact, DateOnly day) => Past.FactsOn(day).Find(fact);

    /// <summary>True for persons, of whom the source of filing and product coverage speaks (个人中高端客户).</summary>
    public bool IsPerson => Past.Kind == CustomerKind.Personal;

    /// <summary>
    /// One of the customers at the end: told by the function, which answers none where a fact is missing; outside where the customer is none, or is
    /// not of the population; open where that is not known.
    /// </summary>
    public Tally Customers(Func<Option<Tally>> tell) => AtEnd switch
    {
        Presence.Yes => tell().IfNone(Tally.Open),
        Presence.No => Tally.Outside,
        Presence.Unknown => Tally.Open,
    };

    private ClassStand Stand(Presence presence, DateOnly day) =>
        presence == Presence.Yes ? new ClassStand(true, Past.ClassOn(Past.Basis.GroupedBy, day)) : default;
}
