using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The year behind the sample: what customers were like before it, and what was done for them in it. Drawn like the
/// portfolio: the same for the same seed everywhere, each customer from streams of its own.
/// </summary>
internal static class SampleYear
{
    /// <summary>Of a hundred duties so many are done in time.</summary>
    private const int InTime = 90;

    /// <summary>And of the others so many late.</summary>
    private const int Late = 40;

    /// <summary>
    /// The record two years before, so that every quarter of the last year has classes and assets as of twelve months earlier; for those who became
    /// customers since, of their first day. None where that is within the last month. Who began when nobody knows is taken for one who was.
    /// </summary>
    public static Option<CustomerRecord> Before(CustomerRecord record)
    {
        var facts = record.Facts.Without(SharedFacts.LastTransactionOn).Without(SharedFacts.ClosedOn);
        var asOf = Math.Max(record.AsOf.AddYears(-2).DayNumber, (int)facts.Find(SharedFacts.CustomerSince).IfNone(0));
        return asOf > record.AsOf.AddMonths(-1).DayNumber ? None : Some(record with { AsOf = DateOnly.FromDayNumber(asOf), Facts = Shrunk(facts) });
    }

    /// <summary>The days of the year up to the record's date on which the customer was one.</summary>
    public static DateRange Days(CustomerRecord record)
    {
        var (first, last) = (record.AsOf.AddYears(-1).AddDays(1).DayNumber, record.AsOf.DayNumber);
        var to = Math.Min(last, (int)record.Facts.Find(SharedFacts.ClosedOn).IfNone(last));
        var from = Math.Min(to, Math.Max(first, (int)record.Facts.Find(SharedFacts.CustomerSince).IfNone(first)));
        return new DateRange(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
    }

    /// <summary>What was done for a customer between two records, in the last year, under the standards, by their plan.</summary>
    public static IEnumerable<Engagement> Done(Arr<CustomerRecord> snapshots, Arr<StandardInForce> standards, WorkCalendar calendar, Dice dice)
    {
        var (first, last) = (snapshots[0].AsOf.DayNumber, snapshots[^1].AsOf);
        var days = new DateRange(DateOnly.FromDayNumber(Math.Max(first, last.AddYears(-1).DayNumber) + 1), last);
        var duties = ServiceStanding.Of(snapshots, standards).Duties(calendar, days with { To = days.To.AddMonths(1) }, [], days.To);
        var wanted = duties.Map(owed => owed.Assessed.Duty).Filter(duty => duty.Means == Means.Engagement && !duty.Waived);
        foreach (var (at, duty) in wanted.Select((duty, at) => (at, duty)))
        {
            var window = dice.Chance(InTime) ? duty.Window
                : dice.Chance(Late) ? new DateRange(duty.Due.AddDays(1), duty.LateUntil)
                : default;
            var day = window == default ? DateOnly.MaxValue : window.From.AddDays((int)dice.Below(window.Days));
            var channel = duty.Channels[(int)dice.Below(duty.Channels.Count)];
            if (day <= days.To)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{duty.Obligation.Code}-{at:0000}");
                yield return new Engagement(id, day, channel, Kind(duty.Obligation.Code))
                {
                    By = Some(duty.Obligation.Terms.By[0]),
                    Occasion = duty.Occasion.Filter(_ => duty.Obligation is Obligation.Greeting),
                    Staff = snapshots[^1].Manager,
                };
            }
        }
    }

    /// <summary>The balances less what the assets grew by, where that is known.</summary>
    private static KnownFacts Shrunk(KnownFacts facts) => facts.Find(SharedFacts.AssetGrowth12m).Match(
        Some: growth => Balances.Aggregate(facts, (shrunk, balance) => facts.Find(balance).Match(
            Some: fen => shrunk.With(balance, (long)(fen / (decimal.One + (Math.Max(-9_000, growth) / 10_000m)))),
            None: () => shrunk)),
        None: () => facts);

    private static readonly Fact[] Balances = [SharedFacts.TotalAssets, SharedFacts.Deposits, SharedFacts.Investments, SharedFacts.DepositAmount];

    private static readonly Dictionary<string, EngagementKind> Kinds =
        Enum.GetValues<EngagementKind>().ToDictionary(kind => kind.Code(), StringComparer.Ordinal);

    private static EngagementKind Kind(string code) => Kinds[code];
}
