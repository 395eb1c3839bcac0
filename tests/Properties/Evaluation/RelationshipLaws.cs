using FsCheck.Fluent;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>When somebody was a customer, against days painted one by one.</summary>
public sealed class RelationshipLaws
{
    [Law(2_000)]
    public Property Each_day_is_as_the_records_leave_it() =>
        Law.ForAll(
            from file in EvaluationGenerators.Files from days in Gen.Choose(0, 1_600).ArrayOf(20) select (file, days),
            drawn =>
            {
                var (held, painted) = (Relationship.Of(drawn.file.Snapshots), new PaintedDays(drawn.file.Snapshots));
                return drawn.days.Select(day => new DateOnly(2023, 1, 1).AddDays(day)).Concat(drawn.file.Snapshots.AsEnumerable().Select(record => record.AsOf))
                    .All(day => held.On(day) == painted.On(day));
            });

    [Law(1_000)]
    public Property What_began_within_days_is_known_where_it_is_known_since_when() =>
        Law.ForAll(
            from file in EvaluationGenerators.Files from days in Standards.StandardGenerators.Queries select (file, days),
            drawn =>
            {
                var (began, painted) = (Relationship.Of(drawn.file.Snapshots).Began(drawn.days), new PaintedDays(drawn.file.Snapshots));
                var days = Enumerable.Range(drawn.days.From.DayNumber, drawn.days.Days).Select(DateOnly.FromDayNumber).ToList();
                var seen = days.Exists(day => painted.On(day) == Presence.Yes && painted.On(day.AddDays(-1)) == Presence.No);
                return seen ? began == Some(true) : days.TrueForAll(day => painted.On(day.AddDays(-1)) != Presence.Unknown) ? began == Some(false) : began.IsNone;
            });
}
