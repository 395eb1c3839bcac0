using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>What crosses the wire about a customer: facts at the ends of their domains and between, records with every optional part.</summary>
internal static class WireGenerators
{
    private static readonly string[] Awkward =
    [
        "王小明", "上海市浦东新区世纪大道1号", "13800138000", "a,b", "say \"hi\"", "\"", ",", ";", "a;b", "\\", "/", "</script>", " leading", "trailing ",
        "𠮷野家", "😀", "é\u0301", "\u2028", "null", "true", "-1", "=1+1", "'", "0001", new string('长', CustomerRecord.LongestText),
    ];

    /// <summary>A text that a record may hold.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.Elements(Awkward),
        from parts in Gen.Elements(Awkward[..^1]).NonEmptyListOf() select string.Concat(parts.Take(8)));

    /// <summary>A code of ASCII letters, digits and marks.</summary>
    public static Gen<string> Codes { get; } =
        from first in Gen.Elements("azAZ09".ToCharArray())
        from rest in Gen.Elements("azAZ09-_.".ToCharArray()).ArrayOf()
        select new string([first, .. rest.Take(63)]);

    /// <summary>A legal value: the ends of the domain, their neighbours, small ones, any.</summary>
    public static Gen<long> ValueOf(Fact fact) => Gen.OneOf(
        Gen.Elements(fact.Accepted.Low, fact.Accepted.High, Math.Min(fact.Accepted.Low + 1, fact.Accepted.High), Math.Max(fact.Accepted.High - 1, fact.Accepted.Low)),
        Gen.Choose(-10_000, 10_000).Select(value => Math.Clamp(value, fact.Accepted.Low, fact.Accepted.High)),
        Between(fact.Accepted.Low, fact.Accepted.High));

    /// <summary>Any legal values of some of the facts, from none to all.</summary>
    public static Gen<KnownFacts> FactsOf(FactCatalogue catalogue, Arr<Fact> facts) =>
        from share in Gen.Choose(0, 4)
        from values in Each(facts.Map(fact => from value in ValueOf(fact) from die in Gen.Choose(0, 3) select die < share ? Option<long>.Some(value) : Option<long>.None))
        select facts.Zip(values).Fold(catalogue.NothingKnown, (known, pair) => pair.Item2.Match(Some: value => known.With(pair.Item1, value), None: () => known));

    /// <summary>A record without contradictions.</summary>
    public static Gen<CustomerRecord> Records { get; } = RecordsOver(FactCatalogue.Shipped);

    /// <summary>The same with facts of a catalogue.</summary>
    public static Gen<CustomerRecord> RecordsOver(FactCatalogue catalogue) =>
        from id in Codes
        from kind in Gen.Elements(CustomerKind.Personal, CustomerKind.Enterprise)
        from asOf in ValueOf(SharedFacts.ClosedOn)
        from outlet in Codes
        from manager in Maybe(Codes)
        from name in Maybe(Texts)
        from contact in Contacts
        from preferences in PreferenceSets
        from facts in FactsOf(catalogue, catalogue.Of(kind))
        let day = DateOnly.FromDayNumber((int)asOf)
        from dossier in Dossiers(day)
        select new CustomerRecord(IdOf(id), kind, day, outlet, manager, name, contact, preferences, dossier, Sound(facts, day));

    /// <summary>All of several generators in their order.</summary>
    public static Gen<Arr<T>> Each<T>(IEnumerable<Gen<T>> all) => Gen.CollectToArray(all).Select(values => new Arr<T>(values));

    /// <summary>Any whole number from the one to the other, both included.</summary>
    public static Gen<long> Between(long low, long high) =>
        from upper in Gen.Choose(0, int.MaxValue)
        from lower in Gen.Choose(0, int.MaxValue)
        select (long)(low + ((((Int128)upper << 31) + (Int128)lower) % ((Int128)high - low + 1)));

    /// <summary>Some or none.</summary>
    public static Gen<Option<T>> Maybe<T>(Gen<T> values) =>
        Gen.OneOf(Gen.Constant(Option<T>.None), values.Select(value => Option<T>.Some(value)));

    private static Gen<Contact> Contacts { get; } =
        from mobile in Maybe(Texts)
        from home in Maybe(Texts)
        from mail in Maybe(Texts)
        from address in Maybe(Texts)
        from employer in Maybe(Texts)
        select new Contact(mobile, home, mail, address, employer);

    private static Gen<Preferences> PreferenceSets { get; } =
        from refused in Subset<Channel>()
        from consent in Maybe(Gen.Elements(true, false))
        select new Preferences(refused, consent);

    private static Gen<Dossier> Dossiers(DateOnly day) =>
        from fields in Subset<DossierField>()
        from kept in Subset<DossierField>()
        from places in Texts.Select(place => string.Concat(place.Replace(';', '=').Take(KeptField.LongestPlace))).ArrayOf(kept.Count)
        from none in Subset<DossierField>()
        from declined in Subset<DossierField>()
        from dates in Between(Spans.Dates.Low, day.DayNumber).ArrayOf(declined.Count)
        from texts in Each(Enumerable.Repeat(Maybe(Texts), 10))
        select new Dossier(fields, texts[0], texts[1], texts[2])
        {
            Kept = new Arr<KeptField>(kept.Zip(places, (field, place) => new KeptField(field, place))),
            StatedNone = none,
            Declined = new Arr<DeclinedField>(declined.Zip(dates, (field, date) => new DeclinedField(field, DateOnly.FromDayNumber((int)date)))),
            Plan = new ServicePlanParts(texts[3], texts[4], texts[5], texts[6], texts[7]),
            Needs = texts[8],
            Feedback = texts[9],
        };

    /// <summary>Members of an enumeration in its order, none and all among them.</summary>
    private static Gen<Arr<T>> Subset<T>()
        where T : struct, Enum =>
        from bits in Gen.OneOf(Gen.Elements(0, int.MaxValue), Gen.Choose(0, int.MaxValue))
        select new Arr<T>(Enum.GetValues<T>().Where((_, place) => (bits >> place & 1) == 1));

    private static CustomerId IdOf(string code) =>
        CustomerId.From(code).Match(Succ: id => id, Fail: _ => throw new InvalidOperationException($"'{code}' is no id"));

    private static KnownFacts Sound(KnownFacts facts, DateOnly asOf)
    {
        var faulty = new Customer(CustomerKind.Personal, facts).FaultsOn(asOf).Map(fault => ((Place.Pointer)fault.Place).Path[1..]);
        return faulty.Fold(facts, (sound, name) => facts.Catalogue.Find(name).Match(Some: sound.Without, None: () => sound));
    }
}
