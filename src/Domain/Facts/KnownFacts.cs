namespace Kehu.Domain;

/// <summary>
/// The facts known about a customer, each a legal value in its smallest unit. Immutable, compared by content,
/// dense by catalogue place so that a rule reads without searching.
/// </summary>
public sealed class KnownFacts : IEquatable<KnownFacts>
{
    /// <summary>Nothing is known.</summary>
    public static readonly KnownFacts Nothing = new([], UInt128.Zero);

    private readonly long[] values;
    private readonly UInt128 known;

    private KnownFacts(long[] values, UInt128 known) => (this.values, this.known) = (values, known);

    /// <summary>How many facts are known.</summary>
    public int Count => (int)UInt128.PopCount(known);

    /// <summary>True, with the value, when the fact is known.</summary>
    public bool TryGet(Fact fact, out long value) => TryGet(FactCatalogue.PlaceOf(fact), out value);

    /// <summary>The same by the fact's place in the catalogue.</summary>
    public bool TryGet(int place, out long value)
    {
        var isKnown = (known >> place & UInt128.One) != UInt128.Zero;
        value = isKnown ? values[place] : 0;
        return isKnown;
    }

    /// <summary>The value, when it is known.</summary>
    public Option<long> Find(Fact fact) => TryGet(fact, out var value) ? Some(value) : Option<long>.None;

    /// <summary>One value when the fact is known, everything legal on the as-of date when it is not.</summary>
    public Interval Read(Fact fact, DateOnly asOf) => TryGet(fact, out var value) ? Interval.Point(value) : fact.RangeOn(asOf);

    /// <summary>The same facts with one more (or another value).</summary>
    public KnownFacts With(Fact fact, long value)
    {
        var draft = new Draft(this);
        draft.Set(FactCatalogue.PlaceOf(fact), value);
        return draft.Done();
    }

    /// <summary>The same facts with one unknown.</summary>
    public KnownFacts Without(Fact fact)
    {
        var mask = UInt128.One << FactCatalogue.PlaceOf(fact);
        return (known & mask) == UInt128.Zero ? this : new KnownFacts(values, known & ~mask);
    }

    /// <summary>
    /// The facts as rules read them: <c>everTransacted</c> is true where it is left out beside a <c>lastTransactionOn</c>,
    /// <c>profitContribution</c> the sum of both incomes where it is left out beside them. Never stored.
    /// </summary>
    public KnownFacts Completed()
    {
        var last = TryGet(SharedFacts.LastTransactionOn, out _) && !TryGet(SharedFacts.EverTransacted, out _);
        var sums = !TryGet(SharedFacts.ProfitContribution, out _)
            & TryGet(SharedFacts.InterestIncome, out var interest) & TryGet(SharedFacts.FeeIncome, out var fees);
        if (!last && !sums)
        {
            return this;
        }

        var draft = new Draft(this);
        if (last)
        {
            draft.Set(FactCatalogue.PlaceOf(SharedFacts.EverTransacted), 1);
        }

        if (sums)
        {
            draft.Set(FactCatalogue.PlaceOf(SharedFacts.ProfitContribution), interest + fees);
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
                yield return (FactCatalogue.All[place], value);
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

        return true;
    }

    public override bool Equals(object? obj) => obj is KnownFacts other && Equals(other);

    public override int GetHashCode() => InOrder().Aggregate(known.GetHashCode(), (hash, pair) => HashCode.Combine(hash, pair.Value));

    /// <summary>Facts being gathered by a parser or a generator; not shared, used up by <see cref="Done"/>.</summary>
    public sealed class Draft
    {
        private long[] values;
        private UInt128 known;

        /// <summary>Nothing gathered yet.</summary>
        public Draft() => values = new long[FactCatalogue.Count];

        /// <summary>Begins with what is known already.</summary>
        public Draft(KnownFacts facts)
        {
            values = new long[FactCatalogue.Count];
            facts.values.CopyTo(values, 0);
            known = facts.known;
        }

        /// <summary>Notes a legal value for the fact at a place of the catalogue.</summary>
        public void Set(int place, long value)
        {
            values[place] = value;
            known |= UInt128.One << place;
        }

        /// <summary>The facts gathered. The draft cannot be used afterwards.</summary>
        public KnownFacts Done()
        {
            var done = new KnownFacts(values, known);
            values = [];
            return done;
        }
    }
}
