using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Http;

/// <summary>Generated portfolios: a few customers with several dates each, Chinese texts, any facts, later corrections.</summary>
internal static class Portfolios
{
    private static readonly string[] Texts =
        ["杭州云栖机械有限公司", "王小明", "a,b", "say \"hi\"", "'='", "x;y", ";", "😀 emoji", "true", "007", "+1", " blank around ", "null", "-", "李\u00A0华", "=SUM(A1)", "\\u0041", "é"];

    private static Gen<Option<T>> Maybe<T>(Gen<T> values) => Gen.Frequency((1, Gen.Constant(Option<T>.None)), (2, values.Select(Prelude.Some)));

    private static Gen<Option<string>> Text => Maybe(Gen.Elements(Texts));

    private static Gen<CustomerId> Ids => Gen.Elements("P-1", "P-10", "P-2", "p.2", "P_2", "0", "A-1-B", new string('z', 64)).Select(id => CustomerId.From(id).IfFail(_ => throw new InvalidOperationException("an id")));

    private static Gen<DateOnly> Dates => Gen.Elements("1999-12-31", "2024-02-29", "2026-03-31", "2026-06-30", "2026-09-30", "2026-11-20").Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd"));

    /// <summary>A record that is legal on its date.</summary>
    public static Gen<CustomerRecord> Records =>
        from id in Ids
        from asOf in Dates
        from kind in Gen.Elements(CustomerKind.Personal, CustomerKind.Enterprise)
        from outlet in Gen.Elements("OUT-001", "OUT-002")
        from manager in Maybe(Gen.Elements("M-1", "007"))
        from name in Text
        from contact in Contacts
        from preferences in Wishes
        from dossier in Dossiers
        from facts in Facts(kind, asOf)
        select new CustomerRecord(id, kind, asOf, outlet, manager, name, contact, preferences, dossier, facts);

    /// <summary>Records of which no two have the same id and date, in any order.</summary>
    public static Gen<Arr<CustomerRecord>> Many(int most) =>
        from count in Gen.Choose(1, most)
        from records in Records.ArrayOf(count)
        select new Arr<CustomerRecord>(records.DistinctBy(record => (record.Id, record.AsOf)));

    /// <summary>As lines to import.</summary>
    public static string Lines(this IEnumerable<CustomerRecord> records) =>
        string.Concat(records.Select(record => Encoding.UTF8.GetString(record.AsSent()) + "\n"));

    private static Gen<Contact> Contacts =>
        from mobile in Text
        from address in Text
        from employer in Text
        select new Contact(mobile, None, None, address, employer);

    private static Gen<Preferences> Wishes =>
        from channels in Subset<Channel>()
        from consent in Maybe(Gen.Elements(true, false))
        select new Preferences(channels, consent);

    private static Gen<Dossier> Dossiers =>
        from fields in Subset<DossierField>()
        from plan in Text
        select new Dossier(fields, None, None, plan);

    private static Gen<Arr<T>> Subset<T>()
        where T : struct, Enum =>
        Gen.Choose(0, 1).ArrayOf(Enum.GetValues<T>().Length).Select(picks => new Arr<T>(Enum.GetValues<T>().Where((_, i) => picks[i] == 1 && picks[0] == 1)));

    private static Option<string> None => Option<string>.None;

    private static Gen<KnownFacts> Facts(CustomerKind kind, DateOnly asOf) =>
        from picks in Gen.Choose(0, 9).ArrayOf(FactCatalogue.Shipped.Count)
        from draws in Gen.Choose(0, 1_000_000).ArrayOf(FactCatalogue.Shipped.Count)
        select Known(kind, asOf, picks, draws);

    private static KnownFacts Known(CustomerKind kind, DateOnly asOf, int[] picks, int[] draws)
    {
        var draft = new KnownFacts.Draft(FactCatalogue.Shipped);
        for (var place = 0; place < FactCatalogue.Shipped.Count; place++)
        {
            var fact = FactCatalogue.Shipped.All[place];
            if (fact.Head.Scope.Covers(kind) && picks[place] < 4)
            {
                draft.Set(place, Value(fact.RangeOn(asOf), picks[place], draws[place]));
            }
        }

        var facts = draft.Done();
        return new Customer(kind, facts).FaultsOn(asOf).IsEmpty ? facts : FactCatalogue.Shipped.NothingKnown;
    }

    /// <summary>The least, the most, one near the least or one anywhere.</summary>
    private static long Value(Kehu.Domain.Interval range, int pick, int draw) => pick switch
    {
        0 => range.Low,
        1 => range.High,
        2 => Math.Min(range.High, range.Low + draw % 1_000),
        _ => range.Low + (long)((Int128)(range.High - range.Low) * draw / 1_000_000),
    };
}
