using System.Runtime.CompilerServices;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Something drawn for one law that says itself what is simpler than it.</summary>
internal interface IShrinks
{
    IEnumerable<object> Simpler();
}

/// <summary>
/// What is simpler than something drawn, the boldest first: of a tuple with one part simpler, of a list with half of it, with one less or with
/// one simpler. One element always stays: many laws speak of the first. Numbers, texts and whatever else has no entry here stay as they were drawn,
/// because generators keep them within bounds that a shrinker does not know.
/// </summary>
internal static class Shrinks
{
    public static IEnumerable<T> Of<T>(T value) => Simpler(value).Cast<T>();

    private static IEnumerable<object> Simpler(object? value) => value switch
    {
        IShrinks own => own.Simpler(),
        Trial trial => Generators.Smaller(trial),
        KnownFacts facts => Simpler(facts),
        Customer customer => Simpler(customer.Facts).Select(facts => customer with { Facts = facts }),
        PortfolioCustomer one => Of(one.Customer).Select(customer => one with { Customer = customer }),
        CustomerRecord record => Simpler(record).Where(simpler => simpler != record),
        Engagement done => Simpler(done).Where(simpler => simpler != done),
        Served served => Simpler(served).Where(simpler => simpler != served),
        Customer[] all => Fewer(all),
        Engagement[] all => Fewer(all),
        IShrinks[] all => Fewer(all),
        Arr<Engagement> all => Fewer(all.ToArray()).Select(fewer => (object)new Arr<Engagement>(fewer)),
        Arr<CustomerRecord> all => Fewer(all.ToArray()).Select(fewer => (object)new Arr<CustomerRecord>(fewer)),
        Arr<PortfolioCustomer> all => Fewer(all.ToArray()).Select(fewer => (object)new Arr<PortfolioCustomer>(fewer)),
        ITuple { Length: < 8 } tuple => Parts(tuple),
        _ => [],
    };

    /// <summary>Nothing known, half of it, one fact less, one value nearer to nothing.</summary>
    public static IEnumerable<KnownFacts> Simpler(KnownFacts facts) => facts.Count == 0
        ? []
        : facts.InOrder().Where((_, at) => at % 2 == 0).Aggregate(facts, (known, pair) => known.Without(pair.Fact)) is var half
            ? [FactCatalogue.Shipped.NothingKnown, half, .. facts.InOrder().Select(pair => facts.Without(pair.Fact)), .. Nearer(facts)]
            : [];

    /// <summary>
    /// The same facts known, one value nearer to 0 or to the end of its domain that lies nearest to it: in ever smaller steps, so that what
    /// fails from a bound on ends at that bound. Whether there ever was a transaction stays beside the date of the last.
    /// </summary>
    public static IEnumerable<KnownFacts> Nearer(KnownFacts facts) =>
        from known in facts.InOrder()
        where known.Fact != SharedFacts.EverTransacted || !facts.TryGet(SharedFacts.LastTransactionOn, out _)
        from value in Nearer(known.Value, Math.Clamp(0, known.Fact.Domain.Low, known.Fact.Domain.High))
        select facts.With(known.Fact, value);

    /// <summary>The goal, then half of the way to it, a quarter and so on down to one step.</summary>
    public static IEnumerable<long> Nearer(long value, long goal)
    {
        for (var way = (Int128)value - goal; way != 0; way /= 2)
        {
            yield return (long)(value - way);
        }
    }

    private static IEnumerable<CustomerRecord> Simpler(CustomerRecord record) =>
    [
        record with { Facts = FactCatalogue.Shipped.NothingKnown },
        record with { Contact = Contact.Unknown, Preferences = Preferences.Unknown, Dossier = Dossier.Unknown, Name = None, Manager = None },
        record with { Contact = Contact.Unknown },
        record with { Preferences = Preferences.Unknown },
        record with { Dossier = Dossier.Unknown },
        record with { Name = None },
        record with { Manager = None },
        .. Simpler(record.Facts).Select(facts => record with { Facts = facts }),
    ];

    private static IEnumerable<Engagement> Simpler(Engagement done) =>
    [
        new Engagement(done.Id, done.Date, done.Channel, done.Kind),
        done with { By = None },
        done with { Level = None },
        done with { Occasion = None },
        done with { Staff = None, Note = None },
    ];

    private static IEnumerable<Served> Simpler(Served served) =>
    [
        served with { Wishes = served.Wishes.Take(1).ToArr() },
        served with { BirthDate = None },
        served with { FileOpenedOn = None },
        .. Enumerable.Range(0, served.Stays.Count).Where(_ => served.Stays.Count > 1).Select(at => served with { Stays = served.Stays.RemoveAt(at) }),
    ];

    private static IEnumerable<T[]> Fewer<T>(T[] all)
    {
        if (all.Length > 3)
        {
            yield return all[..(all.Length / 2)];
            yield return all[(all.Length / 2)..];
        }

        for (var at = 0; at < all.Length && all.Length > 1; at++)
        {
            yield return [.. all[..at], .. all[(at + 1)..]];
        }

        for (var at = 0; at < all.Length; at++)
        {
            foreach (var simpler in Simpler(all[at]))
            {
                yield return [.. all[..at], (T)simpler, .. all[(at + 1)..]];
            }
        }
    }

    private static IEnumerable<object> Parts(ITuple tuple) =>
        from at in Enumerable.Range(0, tuple.Length)
        from simpler in Simpler(tuple[at])
        select Activator.CreateInstance(tuple.GetType(), [.. Enumerable.Range(0, tuple.Length).Select(place => place == at ? simpler : tuple[place])])!;
}
