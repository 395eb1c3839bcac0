namespace Kehu.Domain;

/// <summary>
/// The facts known about a customer, each a legal value in its smallest unit. Immutable, compared by content,
/// dense by the place in the catalogue they are of, so that a rule reads without searching. A fact that the catalogue does not have is unknown.
/// </summary>
public sealed class KnownFacts : IEquatable<KnownFacts>
{
    private readonly long[] values;
    private readonly FactGroup known;

    private KnownFacts(FactCatalogue catalogue, long[] values, FactGroup known) => (Catalogue, this.values, this.known) = (catalogue, values, known);

    /// <summary>The facts that there are.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>How many facts are known.</summary>
    public int Count => known.Count;

    /// <summary>Those that are known.</summary>
    public FactGroup Known => known;

    /// <summary>True when any fact of the group is known.</summary>
    public bool HaveAnyOf(FactGroup facts) => known.Meets(facts);

    /// <summary>True, with the value, when the fact is known.</summary>
    public bool TryGet(Fact fact, out long value)
    {
        if (Catalogue.Has(fact, out var place))
        {
            return TryGet(place, out value);
        }

        value = 0;
        return false;
    }

    /// <summary>The same by the fact's place in the catalogue.</summary>
    public bool TryGet(int place, out long value)
    {
        var isKnown = known.Has(place);
        value = isKnown ? values[place] : 0;
        return isKnown;
    }

    /// <summary>The value, when it is known.</summary>
    public Option<long> Find(Fact fact) => TryGet(fact, out var value) ? Some(value) : Option<long>.None;

    /// <summary>One value when the fact is known, everything legal on the as-of date when it is not.</summary>
    public Interval Read(Fact fact, DateOnly asOf) => TryGet(fact, out var value) ? Interval.Point(value) : fact.RangeOn(asOf);

    /// <summary>The same facts with one more (or another value); one of the catalogue.</summary>
    public KnownFacts With(Fact fact, long value)
    {
        var draft = new Draft(this);
        draft.Set(Catalogue.PlaceOf(fact), value);
        return draft.Done();
    }

    /// <summary>The same facts, but for some, which are as others of the same catalogue have them: known or not.</summary>
    public KnownFacts With(KnownFacts others, FactGroup some)
    {
        var draft = new Draft(this);
        draft.Take(others, some);
        return draft.Done();
    }

    /// <summary>The facts that both know alike, or neither does; both are of the same catalogue.</summary>
    public FactGroup Alike(KnownFacts other)
    {
        var alike = default(FactGroup);
        for (var place = 0; place < values.Length; place++)
        {
            var both = TryGet(place, out var value) == other.TryGet(place, out var same) && value == same;
            alike = both ? alike.With(place) : alike;
        }

        return alike;
    }

    /// <summary>The same facts with one unknown.</summary>
    public KnownFacts Without(Fact fact) =>
        Catalogue.Has(fact, out var place) && known.Has(place) ? new KnownFacts(Catalogue, values, known.Without(place)) : this;

    /// <summary>
    /// The facts as rules read them: <c>everTransacted</c> is true where it is left out beside a <c>lastTransactionOn</c>,
    /// <c>profitContribution</c> the sum of both incomes where it is left out beside them. Never stored.
    /// </summary>
    public KnownFacts Completed()
    {
        var last = known.Has(ShippedPlaces.LastTransactionOn) && !known.Has(ShippedPlaces.EverTransacted);
        var sums = !known.Has(ShippedPlaces.ProfitContribution)
            & TryGet(ShippedPlaces.InterestIncome, out var interest) & TryGet(ShippedPlaces.FeeIncome, out var fees);
        if (!last && !sums)
        {
            return this;
        }

        var draft = new Draft(this);
        if (last)
        {
            draft.Set(ShippedPlaces.EverTransacted, 1);
        }

        if (sums)
        {
            draft.Set(ShippedPlaces.ProfitContribution, interest + fees);
        }

        return draft.Done();
    }

    /// <summary>The known facts and their values, in the catalogue's order.</summary>
    public IEnumerable<(Fact Fact, long Value)> InOrder()
    {
        for (var place = 0; place < values.Length; place++)
        {
            if (TryGet(place, out var value))
            {
                yield return (Catalogue.All[place], value);
            }
        }
    }

    public bool Equals(KnownFacts? other)
    {
        if (other is null || known != other.known)
        {
            return false;
        }

        for (var place = 0; place < values.Length; place++)
        {
            if (TryGet(place, out var value) && value != other.values[place])
            {
                return false;
            }
        }

        return ReferenceEquals(Catalogue, other.Catalogue) || InOrder().All(pair => other.Catalogue.Find(pair.Fact.Name) == Some(pair.Fact));
    }

    public override bool Equals(object? obj) => obj is KnownFacts other && Equals(other);

    public override int GetHashCode() => InOrder().Aggregate(known.GetHashCode(), (hash, pair) => HashCode.Combine(hash, pair.Value));

    /// <summary>Facts being gathered by a parser or a generator; on the stack, not shared, used up by <see cref="Done"/>.</summary>
    public ref struct Draft
    {
        private readonly FactCatalogue catalogue;
        private long[] values;
        private FactGroup known;

        /// <summary>Nothing gathered yet of the facts of a catalogue.</summary>
        public Draft(FactCatalogue catalogue) => (this.catalogue, values) = (catalogue, new long[catalogue.Count]);

        /// <summary>Begins with what is known already.</summary>
        public Draft(KnownFacts facts)
        {
            (catalogue, values) = (facts.Catalogue, new long[facts.Catalogue.Count]);
            facts.values.CopyTo(values, 0);
            known = facts.known;
        }

        /// <summary>Notes a legal value for the fact at a place of the catalogue.</summary>
        public void Set(int place, long value)
        {
            values[place] = value;
            known = known.With(place);
        }

        /// <summary>Takes some facts as others have them.</summary>
        public void Take(KnownFacts others, FactGroup some)
        {
            for (var place = 0; place < values.Length; place++)
            {
                values[place] = some.Has(place) && others.TryGet(place, out var value) ? value : values[place];
            }

            known = known.Except(some).Or(others.known.And(some));
        }

        /// <summary>The facts gathered. The draft cannot be used afterwards.</summary>
        public KnownFacts Done()
        {
            var done = new KnownFacts(catalogue, values, known);
            values = [];
            return done;
        }
    }
}
