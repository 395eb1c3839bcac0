namespace Kehu.Domain;

/// <summary>
/// Complaints of the period taken up and followed up in time, where the customer belonged on their day; those still awaited lie outside.
/// Source 000, 05.
/// </summary>
public sealed record ComplaintTimelinessRule(EvaluationBasis Basis) : IndicatorRule(new Indicator(
    Id,
    new Label("Timeliness with complaints", "投诉处理及时率"),
    new Label(
        "Complaints acknowledged, settled and followed up in time, of those of the period that are late or done; "
            + "those still within their terms are not counted yet.",
        "本期投诉中及时受理、办结并回访者占已逾期或已完成者的比例；仍在期限内的暂不计入。"),
    Array(new Measure(
        Id, "in-time", new Label("In time", "及时"), FigureUnit.Share, Better.Up,
        Some(Basis.Numbers.Target(TargetSide.AtLeast, EvaluationParameters.Complaints)), Sampled: false)),
    Array(Citation.From("000", "05"))))
{
    public const string Id = "complaint-timeliness";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var complaints = customer.Past.Customer.Cases.Where(one => one.Type == CaseType.Complaint);
        foreach (var complaint in complaints.Where(one => customer.Days.Contains(DateOnly.FromDateTime(one.OpenedAt))))
        {
            yield return new Added(
                0,
                customer.Past.UnitOn(DateOnly.FromDateTime(complaint.OpenedAt)),
                complaint.Handling(Basis.Calendar, (int)Basis.Numbers.Of(EvaluationParameters.SettlementDays), customer.Now) switch
                {
                    Promptness.Late => Tally.Of(counted: false),
                    Promptness.InTime => Tally.Of(counted: true),
                    Promptness.Pending => Tally.Outside,
                });
        }
    }
}
