using Kehu.Domain;
using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>Indicators read off a file the plain way, one loop each, without what the product shares between them: for the laws to compare with.</summary>
internal static class PlainIndicators
{
    private static readonly string[] Full = ["address", "employer", "mobile", "home-phone", "risk-characteristics", "product-preference", "manager-number"];

    /// <summary>Numerator and denominator by measure, over all files.</summary>
    public static Dictionary<string, (Int128 Above, Int128 Below)> Of(IReadOnlyCollection<CustomerFile> files, DateOnly first, DateOnly last)
    {
        var sums = new Dictionary<string, (Int128, Int128)>();
        foreach (var file in files)
        {
            var days = new PaintedDays(file.Snapshots);
            var record = Newest(file, last);
            var present = days.On(last) == Presence.Yes;
            var wealth = Fact(record, SharedFacts.TotalAssets);
            var held = Fact(record, SharedFacts.Products);
            var person = file.Snapshots[0].Kind == CustomerKind.Personal;
            var year = last.AddMonths(-12);
            foreach (var survey in file.Surveys.Where(one => first <= one.Date && one.Date <= last && one.Answer.IsSome))
            {
                Add("satisfaction/satisfied", survey.Answer == Satisfaction.Satisfied || survey.Answer == Satisfaction.VerySatisfied, true);
            }

            Add("churn/churned", days.Gone(year, new DateRange(year.AddDays(1), last)), days.On(year) == Presence.Yes);
            Add("cross-sell/several-products", held is { } both && Bits(both) >= 2, present && held is not null);
            foreach (var (part, least) in new[] { ("from-50000", 5_000_000L), ("from-200000", 20_000_000L), ("from-1000000", 100_000_000L) })
            {
                Add($"filing-coverage/{part}", record is not null && Complete(record, wealth), present && person && wealth >= least);
            }

            Add("product-kinds/enough-kinds", held is { } kinds && Bits(kinds) >= 5, present && person && wealth >= 100_000_000L && held is not null);
            Add("key-product-coverage/credit-card", held is { } cards && (cards >> 1 & 1) == 1, present && person && wealth >= 20_000_000L && held is not null);
            var times = file.Purchases.Count > 0 ? file.Purchases.Count(one => year < one.Date && one.Date <= last) : Fact(record, SharedFacts.ProductPurchases12m);
            Add("repeat-purchase/bought-again", times >= 2, present && times >= 1);
            Add("profit-contribution/sum", present ? Fact(record, SharedFacts.ProfitContribution) ?? 0 : 0, present && Fact(record, SharedFacts.ProfitContribution) is not null);
            var before = first.AddDays(-1);
            Add("wealth-100-losses/all", days.Gone(before, new DateRange(first, last)), person && days.On(before) == Presence.Yes && Fact(Newest(file, before), SharedFacts.TotalAssets) >= 100_000_000L);
            Add("customers-maintained/maintained", file.Done.Any(one => first <= one.Date && one.Date <= last), present);
        }

        return sums;

        void Add(string measure, object counted, bool among)
        {
            var amount = !among ? 0 : counted is long fen ? fen : true.Equals(counted) ? 1 : 0;
            var sum = sums.GetValueOrDefault(measure);
            sums[measure] = (sum.Item1 + amount, sum.Item2 + (among ? 1 : 0));
        }
    }

    private static bool Complete(CustomerRecord record, long? wealth)
    {
        var onFile = record.Dossier.OnFile.Map(field => Codes[(int)field]).ToHashSet();
        return Full.All(onFile.Contains) && (wealth < 100_000_000L || onFile.Contains("service-plan"));
    }

    private static readonly string[] Codes =
    [
        "name", "contact", "address", "employer", "mobile", "home-phone", "occupation", "risk-characteristics", "product-preference", "manager-number", "service-plan", "business", "needs", "feedback",
    ];

    private static CustomerRecord? Newest(CustomerFile file, DateOnly day) => file.Snapshots.AsEnumerable().LastOrDefault(record => record.AsOf <= day);

    private static long? Fact(CustomerRecord? record, Fact fact) => record is not null && record.Facts.TryGet(fact, out var value) ? value : null;

    private static int Bits(long held) => Enumerable.Range(0, 40).Count(place => (held >> place & 1) == 1);
}
