using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Dossiers;

/// <summary>What reads a customer's file: duties, the filing coverage, and the file as it is answered. All say the same of it.</summary>
public sealed class FileDutyLaws
{
    private static readonly DateOnly Today = Evaluation.EvaluationGenerators.Today;

    private static readonly EvaluationBasis Basis = Evaluation.EvaluationGenerators.Basis;

    private static Gen<Arr<CustomerRecord>> Snapshots { get; } = DossierGenerators.Snapshots(Today);

    private static readonly DateRange Half = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31));

    [Law]
    public Property A_state_is_kept_where_nothing_was_missing_on_its_day_and_names_what_was() =>
        Law.ForAll(Snapshots, snapshots => Duties(snapshots, Means.StateOnTheDay).All(duty =>
        {
            var day = duty.Duty.Due < Today ? duty.Duty.Due : Today;
            var lacks = Lacks(snapshots, duty.Duty, day);
            return duty.Status switch
            {
                DutyStatus.Kept => duty.Duty.Due <= Today && lacks.Count == 0 && duty.Missing.IsEmpty,
                DutyStatus.Upcoming or DutyStatus.Due or DutyStatus.Missed => (duty.Duty.Due > Today || lacks.Count > 0) && lacks.SequenceEqual(duty.Missing.Map(field => field.Code())),
                DutyStatus.Late or DutyStatus.Waived => false,
            };
        }));

    [Law]
    public Property A_file_that_is_to_be_opened_names_what_is_missing_today() =>
        Law.ForAll(Snapshots, snapshots => Duties(snapshots, Means.OpenFile).All(duty => duty.Status is DutyStatus.Kept or DutyStatus.Late
            ? duty.Missing.IsEmpty
            : Lacks(snapshots, duty.Duty, Today).SequenceEqual(duty.Missing.Map(field => field.Code()))));

    [Law]
    public Property A_file_counts_for_the_targets_as_the_indicator_counts_it() =>
        Law.ForAll(Evaluation.EvaluationGenerators.Files.Where(file => file.Snapshots.Exists(record => record.AsOf <= Today)), file =>
        {
            var view = View(file);
            return Evaluation.EvaluationGenerators.Count([file], Evaluation.EvaluationGenerators.Of("2026-Q3")).Whole(0).Figures.Filter(one => one.Measure.Indicator == FilingCoverageRule.Id).ForAll(one =>
                view.Targets.Find(target => target.Measure.Part == one.Measure.Part).Match(
                    Some: target => target.Complete.Match(
                        Some: complete => one.Tally == Tally.Of(complete),
                        None: () => one.Tally == Tally.Open),
                    None: () => one.Tally == Tally.Outside));
        });

    [Law]
    public Property A_file_as_it_is_answered_lacks_what_a_plain_reading_lacks() =>
        Law.ForAll(Snapshots, snapshots =>
        {
            var (view, lacking) = (View(new CustomerFile(snapshots, [], [], [], [])), PlainDossier.Lacking(snapshots[^1], Today));
            return view.Fields.Filter(one => one.Standing is FieldStanding.Missing).Map(one => one.Field.Code()).SequenceEqual(lacking)
                && view.Standards.ForAll(one => one.Missing.Map(field => field.Code()).SequenceEqual(one.Asked.Map(field => field.Code()).Filter(lacking.Contains)))
                && view.OpenedOn == snapshots.Filter(PlainDossier.Opens).HeadOrNone().Map(record => record.AsOf);
        });

    private static DossierView View(CustomerFile file) =>
        DossierView.Of(new CustomerPast(file, Basis), Today).IfNone(() => throw new InvalidOperationException("a record as of today"));

    private static IEnumerable<Assessed> Duties(Arr<CustomerRecord> snapshots, Means means) =>
        ServiceStanding.Of(snapshots, Basis.Standards).Duties(Basis.Calendar, Half, [], Today)
            .Map(owed => owed.Assessed)
            .Where(one => one.Duty.Obligation is Obligation.Dossier && one.Duty.Means == means);

    /// <summary>What the record as of a day lacks of what the duty asks for; all of it where there is none.</summary>
    private static IReadOnlyList<string> Lacks(Arr<CustomerRecord> snapshots, Duty duty, DateOnly day)
    {
        var asked = duty.Obligation is Obligation.Dossier(var fields, _, _) ? fields.Map(field => field.Code()).ToList() : [];
        var lacking = snapshots.AsEnumerable().LastOrDefault(record => record.AsOf <= day) is { } record ? PlainDossier.Lacking(record, day) : PlainDossier.Fields;
        return asked.ConvertAll(field => field).FindAll(field => lacking.Contains(field));
    }
}
