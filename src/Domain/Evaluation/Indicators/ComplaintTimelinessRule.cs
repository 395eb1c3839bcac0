namespace Kehu.Domain;

/// <summary>Complaints of the period taken up and followed up in time, where the customer belonged on their day; those still awaited lie outside. Source 000, 05.</summary>
public sealed record ComplaintTimelinessRule(EvaluationBasis Basis) : IndicatorRule(new Indicator(
    Id,
    new Label("Timeliness with complaints", "投诉处理及时率"),
    new Label("Complaints acknowledged and followed up in time, of those of the period of which that is settled.", "本期投诉中及时受理并及时回访者占已可判定者的比例。"),
    Array(new Measure(
        Id, "in-time", new Label("In time", "及时"), FigureUnit.Share, Better.Up, Some(Basis.Numbers.Target(TargetSide.AtLeast, EvaluationParameters.Complaints)), Sampled: false)),
    Array(Citation.From("000", "05"))))
{
    public const string Id = "complaint-timeliness";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        foreach (var complaint in customer.Past.File.Cases.Where(one => one.Type == CaseType.Complaint && customer.Days.Contains(DateOnly.FromDateTime(one.OpenedAt))))
        {
            var acknowledged = complaint.OfAllRounds(Basis.Calendar, customer.Now);
            var followed = complaint.FollowUp(Basis.Calendar, customer.Now).Map(deadline => deadline.Promptness).IfNone(Promptness.Pending);
            yield return new Added(
                0,
                customer.Past.UnitOn(DateOnly.FromDateTime(complaint.OpenedAt)),
                acknowledged == Promptness.Late || followed == Promptness.Late ? Tally.Of(counted: false)
                : acknowledged == Promptness.InTime && followed == Promptness.InTime ? Tally.Of(counted: true)
                : Tally.Outside);
        }
    }
}
