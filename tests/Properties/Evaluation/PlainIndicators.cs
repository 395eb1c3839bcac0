using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>Indicators read off a file the plain way, one loop each, without what the product shares between them: for the laws to compare with.</summary>
internal static class PlainIndicators
{
    private static readonly string[] Full = ["address", "employer", "mobile", "home-phone", "risk-characteristics", "product-preference", "manager-number"];

    private static readonly WorkCalendar Calendar = new(LanguageExt.Prelude.Array<DayMoved>());

    /// <summary>Numerator and denominator by outlet and measure, over all files.</summary>
    public static Dictionary<(string Outlet, string Measure), (Int128 Above, Int128 Below)> Of(IReadOnlyCollection<CustomerFile> files, DateOnly first, DateOnly last, DateTime now)
    {
        var sums = new Dictionary<(string, string), (Int128, Int128)>();
        foreach (var file in files)
        {
            var days = new PaintedDays(file.Snapshots);
            var record = Newest(file, last);
            var present = days.On(last) == Presence.Yes;
            var wealth = Fact(record, SharedFacts.TotalAssets);
            var held = Fact(record, SharedFacts.Products);
            var person = file.Snapshots[0].Kind == CustomerKind.Personal;
            var before = first.AddDays(-1);
            var year = last.Day == DateTime.DaysInMonth(last.Year, last.Month) ? new DateOnly(last.Year - 1, last.Month, DateTime.DaysInMonth(last.Year - 1, last.Month)) : last.AddYears(-1);
            foreach (var survey in file.Surveys.Where(one => first <= one.Date && one.Date <= last && one.Answer.IsSome))
            {
                Add(survey.Date, "satisfaction/satisfied", survey.Answer == Satisfaction.Satisfied || survey.Answer == Satisfaction.VerySatisfied ? 1 : 0, true);
            }

            foreach (var complaint in file.Cases.Where(one => one.Type == CaseType.Complaint && first <= DateOnly.FromDateTime(one.OpenedAt) && DateOnly.FromDateTime(one.OpenedAt) <= last))
            {
                var late = Rounds(complaint, now).Any(round => round.IsLate);
                Add(DateOnly.FromDateTime(complaint.OpenedAt), "complaint-timeliness/in-time", late ? 0 : 1, late || Rounds(complaint, now).All(round => round.IsDone));
            }

            Add(year, "churn/churned", days.Gone(year, new DateRange(year.AddDays(1), last)) ? 1 : 0, days.On(year) == Presence.Yes);
            Add(last, "cross-sell/several-products", held is { } both && Bits(both) >= 2 ? 1 : 0, present && held is not null);
            foreach (var (part, least) in new[] { ("from-50000", 5_000_000L), ("from-200000", 20_000_000L), ("from-1000000", 100_000_000L) })
            {
                Add(last, $"filing-coverage/{part}", record is not null && Complete(record, wealth, last) ? 1 : 0, present && person && wealth >= least);
            }

            var (gained, knownGained) = (Turns(days, first, last, Presence.No, Presence.Yes), !Turns(days, first, last, Presence.Unknown, Presence.Unknown) && !Turns(days, first, last, Presence.Unknown, Presence.Yes) && !Turns(days, first, last, Presence.Unknown, Presence.No));
            Add(last, "filing-coverage/new", record is not null && Complete(record, wealth, last) ? 1 : 0, present && person && gained && record is not null && (wealth is not null || !Lacks(record, "service-plan", last) || Full.Any(field => Lacks(record, field, last))));
            Add(last, "customers-gained/gained", gained ? 1 : 0, gained || knownGained);
            var lost = Turns(days, first, last, Presence.Yes, Presence.No);
            Add(last, "customers-gained/lost", lost ? 1 : 0, lost || days.On(before) != Presence.Unknown);
            Add(last, "product-kinds/enough-kinds", held is { } kinds && Bits(kinds) >= 5 ? 1 : 0, present && person && wealth >= 100_000_000L && held is not null);
            Add(last, "key-product-coverage/credit-card", held is { } cards && (cards >> 1 & 1) == 1 ? 1 : 0, present && person && wealth >= 20_000_000L && held is not null);
            var bought = file.Purchases.Where(one => one.Date <= last).ToList();
            var times = bought.Count > 0 ? bought.Count(one => year < one.Date) : Fact(record, SharedFacts.ProductPurchases12m);
            Add(last, "repeat-purchase/bought-again", times >= 2 ? 1 : 0, present && times >= 1);
            Add(last, "profit-contribution/sum", Fact(record, SharedFacts.ProfitContribution) ?? 0, present && Fact(record, SharedFacts.ProfitContribution) is not null);
            var wasWealthy = person && days.On(before) == Presence.Yes && Fact(Newest(file, before), SharedFacts.TotalAssets) >= 100_000_000L;
            Add(before, "wealth-100-losses/all", days.Gone(before, new DateRange(first, last)) ? 1 : 0, wasWealthy);
            Add(last, "customers-maintained/maintained", file.Done.Any(one => first <= one.Date && one.Date <= last) ? 1 : 0, present);
            var (start, end) = (Assets(days.On(before), Fact(Newest(file, before), SharedFacts.TotalAssets)), Assets(days.On(last), wealth));
            if (start is { } had && end is { } has)
            {
                Sum(last, "asset-growth/all", has - had, had);
                Sum(last, "customer-growth/from-200000", person ? (has >= 20_000_000L ? 1 : 0) - (had >= 20_000_000L ? 1 : 0) : 0, person && had >= 20_000_000L ? 1 : 0);
            }

            void Add(DateOnly where, string measure, long amount, bool among) => Sum(where, measure, among ? amount : 0, among ? 1 : 0);

            void Sum(DateOnly where, string measure, long above, long below)
            {
                var key = ((Newest(file, where) ?? file.Snapshots[0]).Outlet, measure);
                var sum = sums.GetValueOrDefault(key);
                sums[key] = (sum.Item1 + above, sum.Item2 + below);
            }
        }

        return sums;
    }

    private static long? Assets(Presence presence, long? assets) => presence switch
    {
        Presence.Yes => assets,
        Presence.No => 0,
        Presence.Unknown => null,
    };

    /// <summary>Whether somewhere within the days one presence follows on another.</summary>
    private static bool Turns(PaintedDays days, DateOnly first, DateOnly last, Presence one, Presence next) =>
        Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber).Any(day => days.On(day.AddDays(-1)) == one && days.On(day) == next);

    /// <summary>Each round of a complaint: acknowledged within a working hour, settled within ten working days, followed up within three.</summary>
    private static IEnumerable<(bool IsLate, bool IsDone)> Rounds(ServiceCase one, DateTime now)
    {
        var rounds = one.Earlier.Select(round => (round.At, round.AcknowledgedAt, round.SettledAt, round.FollowedUpAt, Until: round.ClosedAt))
            .Append((one.RoundAt, one.AcknowledgedAt, one.DoneAt(CaseStep.Settle), one.DoneAt(CaseStep.FollowUp), now));
        foreach (var (at, acknowledged, settled, followed, until) in rounds)
        {
            var late = acknowledged.IfNone(until) > Calendar.After(at, TimeSpan.FromHours(1))
                || settled.IfNone(until) > Calendar.After(DateOnly.FromDateTime(at), 10).ToDateTime(WorkHours.Closing)
                || settled.Exists(done => followed.IfNone(until) > Calendar.After(DateOnly.FromDateTime(done), 3).ToDateTime(WorkHours.Closing));
            yield return (late, acknowledged.IsSome && settled.IsSome && followed.IsSome);
        }
    }

    /// <summary>With the plan for service where assets say so or are unknown.</summary>
    private static bool Complete(CustomerRecord record, long? wealth, DateOnly day) => !Full.Any(field => Lacks(record, field, day)) && (wealth < 100_000_000L || !Lacks(record, "service-plan", day));

    private static bool Lacks(CustomerRecord record, string field, DateOnly day) => Dossiers.PlainDossier.Lacking(record, day).Contains(field);

    private static CustomerRecord? Newest(CustomerFile file, DateOnly day) => file.Snapshots.AsEnumerable().LastOrDefault(record => record.AsOf <= day);

    private static long? Fact(CustomerRecord? record, Fact fact) => record is not null && record.Facts.TryGet(fact, out var value) ? value : null;

    private static int Bits(long held) => Enumerable.Range(0, 40).Count(place => (held >> place & 1) == 1);
}
