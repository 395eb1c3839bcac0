using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Dossiers;

/// <summary>Customers of whom some of a file is there, this way or that, with refusals at the ends of their twelve months.</summary>
internal static class DossierGenerators
{
    private static readonly CustomerId Id = CustomerId.From("C-1").IfFail(_ => throw new InvalidOperationException("an id"));

    /// <summary>Days about the ends of months and leap days.</summary>
    public static Gen<DateOnly> Days { get; } =
        from day in Gen.Elements(new DateOnly(2024, 2, 29), new DateOnly(2025, 2, 28), new DateOnly(2025, 12, 31), new DateOnly(2026, 3, 1), new DateOnly(2026, 8, 20), new DateOnly(2028, 2, 29))
        from beside in Gen.Choose(-1, 1)
        select day.AddDays(beside);

    /// <summary>Refusals of some fields: on a day, twelve months before it and beside these.</summary>
    public static Gen<Arr<DeclinedField>> Refusals(DateOnly day) =>
        from fields in Some
        from days in Gen.Elements(0, -1, -12, -11, -13).SelectMany(months => Gen.Choose(-1, 1).Select(beside => day.AddMonths(months).AddDays(beside))).ArrayOf(fields.Count)
        select new Arr<DeclinedField>(fields.Zip(days, (field, date) => new DeclinedField(field, date < day ? date : day)));

    /// <summary>Few of the fields, often none.</summary>
    public static Gen<Arr<DossierField>> Some { get; } = Gen.Frequency(
        (1, Gen.Constant(Array<DossierField>())),
        (2, Gen.Choose(0, 3).ArrayOf(Enum.GetValues<DossierField>().Length).Select(picks => new Arr<DossierField>(Enum.GetValues<DossierField>().Where((_, place) => picks[place] == 0)))));

    /// <summary>A record of a day.</summary>
    public static Gen<CustomerRecord> Records(DateOnly day) =>
        from kind in Gen.Frequency((3, Gen.Constant(CustomerKind.Personal)), (1, Gen.Constant(CustomerKind.Enterprise)))
        from share in Gen.Choose(0, 4)
        from texts in Gen.Choose(0, 3).ArrayOf(17).Select(picks => picks.Select(pick => pick < share ? Option<string>.Some("有") : Option<string>.None).ToArray())
        from onFile in Some
        from kept in Some
        from none in Some
        from declined in Refusals(day)
        from known in Gen.Choose(0, 3).ArrayOf(6).Select(picks => picks.Select(pick => pick < share).ToArray())
        from assets in Gen.Elements(5_000_000L, 19_999_999L, 100_000_000L, 500_000_000L, 0L)
        select new CustomerRecord(
            Id, kind, day, "OUT-1", texts[0].Map(_ => "M-1"), texts[1], new Contact(texts[2], texts[3], texts[4], texts[5], texts[6]), Preferences.Unknown,
            new Dossier(onFile, texts[7], texts[8], texts[9])
            {
                Kept = kept.Map(field => new KeptField(field, "PBMS, 柜=3")),
                StatedNone = none,
                Declined = declined,
                Plan = new ServicePlanParts(texts[10], texts[11], texts[12], texts[13], texts[14]),
                Needs = texts[15],
                Feedback = texts[16],
            },
            Facts(kind, known, assets));

    /// <summary>Records of a customer, in order of dates.</summary>
    public static Gen<Arr<CustomerRecord>> Snapshots(DateOnly last) =>
        from back in Gen.Choose(0, 500).NonEmptyListOf()
        from records in Gen.CollectToArray(back.Distinct().OrderDescending().Take(4), days => Records(last.AddDays(-days)))
        select new Arr<CustomerRecord>(records.Select(record => record with { Kind = records[0].Kind, Facts = records[0].Kind == record.Kind ? record.Facts : FactCatalogue.Shipped.NothingKnown }));

    private static KnownFacts Facts(CustomerKind kind, bool[] known, long assets)
    {
        Fact[] facts = kind == CustomerKind.Personal
            ? [PersonalFacts.Occupation, PersonalFacts.RiskLevel, SharedFacts.Deposits, SharedFacts.Loans, SharedFacts.Investments, SharedFacts.Products]
            : [EnterpriseFacts.Industry, EnterpriseFacts.Employees, SharedFacts.Deposits, SharedFacts.Loans, SharedFacts.Investments, SharedFacts.Products];
        return facts.Where((_, at) => known[at]).Aggregate(FactCatalogue.Shipped.NothingKnown, (all, fact) => all.With(fact, 0)).With(SharedFacts.TotalAssets, assets);
    }
}
