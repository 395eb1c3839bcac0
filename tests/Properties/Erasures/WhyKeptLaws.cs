using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Erasures;

/// <summary>What stands against erasing a customer, against a model that counts days one by one.</summary>
public sealed class WhyKeptLaws
{
    private static readonly DateOnly Day = new(2028, 2, 28);

    private static Gen<Asked> All =>
        from personal in Gen.Elements(true, false)
        from asOf in Gen.Choose(-400, 3)
        from closed in Gen.OneOf(Gen.Constant(Option<int>.None), Gen.Choose(-400, 0).Select(Some))
        from until in Gen.Elements(-1, 0, 1, 400)
        from held in Gen.Elements(Option<Option<int>>.None, Some(Option<int>.None), Some(Some(until)))
        from open in Gen.Choose(0, 7)
        from days in Gen.Elements(0, 1, 2, 30, 365, 366, CustomerRetention.MostDays)
        from others in Gen.Elements(0, 7, CustomerRetention.MostDays)
        from near in Gen.Choose(-1, 1)
        from edge in Gen.Elements(until, asOf, asOf + days, asOf + closed.IfNone(0) + days)
        select new Asked(
            personal ? CustomerKind.Personal : CustomerKind.Enterprise, asOf, closed.Map(back => asOf + back), held, open, days, others, edge + near);

    [Law(400)]
    public Property All_that_stands_against_it_is_said_at_once_and_nothing_else() => Law.ForAll(All, asked =>
        asked.Faults.Select(fault => fault.Code).SequenceEqual(asked.Model));

    [Law(100)]
    public Property The_words_name_cases_and_days_and_never_the_reason_of_a_hold() => Law.ForAll(All, asked => asked.Faults.All(fault =>
        !fault.Detail.En.Contains(Asked.Reason, StringComparison.Ordinal) && !fault.Detail.Zh.Contains(Asked.Reason, StringComparison.Ordinal)
        && (fault.Code != "customer.case-open" || (fault.Detail.En.Contains("C-1", StringComparison.Ordinal) && !fault.Detail.En.Contains("C-6", StringComparison.Ordinal)))
        && (fault.Code != "customer.retained" || fault.Detail.En.Contains(asked.Over.ToString("O"), StringComparison.Ordinal))));

    /// <summary>A customer and a day, in days from one day; of a hold whether there is one and when it ends.</summary>
    private sealed record Asked(CustomerKind Kind, int AsOf, Option<int> Closed, Option<Option<int>> Held, int Open, int Days, int OfOthers, int Today)
    {
        public const string Reason = "检察院来函";

        public DateOnly Over => Day.AddDays(Closed.IfNone(AsOf) + Days);

        public List<Fault> Faults => ErasureRules.WhyKept(
            Record, Held.Map(until => new CustomerHold(Reason, until.Map(day => Day.AddDays(day)))), new Arr<string>(Enumerable.Range(1, Open).Select(number => $"C-{number}")),
            Kind == CustomerKind.Personal ? new CustomerRetention(Days, OfOthers) : new CustomerRetention(OfOthers, Days), Day.AddDays(Today)).ToList();

        public IEnumerable<string> Model
        {
            get
            {
                if (Open > 0)
                {
                    yield return "customer.case-open";
                }

                if (Held.Exists(until => until.ForAll(day => day > Today)))
                {
                    yield return "customer.held";
                }

                var first = Closed.IfNone(AsOf);
                if (Days > 0 && (Today < first || Enumerable.Range(first, Days).Contains(Today)))
                {
                    yield return "customer.retained";
                }
            }
        }

        private CustomerRecord Record
        {
            get
            {
                var record = OneMoment.Acts.Record("A-1") with { Kind = Kind, AsOf = Day.AddDays(AsOf) };
                return Closed.Match(Some: day => record with { Facts = record.Facts.With(SharedFacts.ClosedOn, Day.AddDays(day).DayNumber) }, None: () => record);
            }
        }
    }
}
