namespace Kehu.Domain;

/// <summary>
/// Duties kept in time of those that fell due in the period, by standard and obligation, where the customer belonged on the due date. Those not yet
/// due and those waived lie outside; product coverage has measures of its own. Source 001, 第四篇 七.
/// </summary>
public sealed record ServiceComplianceRule : IndicatorRule
{
    public const string Id = "service-compliance";

    private readonly EvaluationBasis basis;
    private readonly Dictionary<(StandardId, string), int> places;

    public ServiceComplianceRule(EvaluationBasis basis)
        : base(new Indicator(
            Id,
            new Label("Service compliance", "维护履约率"),
            new Label("Duties kept in time, of those fallen due in the period; by standard and obligation.", "本期到期义务中按时履行的比例，按标准与义务分列。"),
            new Arr<Measure>(Parts(basis.Standards)
                .Select(part => Part(basis.Numbers, part.Key, part.Label))
                .Prepend(Part(basis.Numbers, "all", new Label("All duties", "全部义务")))),
            Array(Citation.From("001", "第四篇 七"))))
    {
        this.basis = basis;
        places = Parts(basis.Standards).Select((part, at) => (part, at)).ToDictionary(one => (one.part.Standard, one.part.Obligation), one => one.at + 1);
    }

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        foreach (var duty in customer.Past.Standing.Duties(basis.Calendar, customer.Days, customer.Past.Customer.Done, customer.Today))
        {
            if (places.TryGetValue((duty.Standard, duty.Assessed.Duty.Obligation.Code), out var place))
            {
                var (at, counts) = (customer.Past.UnitOn(duty.Assessed.Duty.Due), DutyTally.Of(duty.Assessed, customer.Today));
                var tally = new Tally(counts.Kept, counts.FallenDue, counts.NotYetDue + counts.Waived, 0);
                yield return new Added(0, at, tally);
                yield return new Added(place, at, tally);
            }
        }
    }

    private static IEnumerable<(StandardId Standard, string Obligation, string Key, Label Label)> Parts(Arr<StandardInForce> standards) =>
        from one in standards
        from obligation in one.Standard.Classes.SelectMany(care => care.Obligations)
            .Where(owed => owed.Rhythm is not Rhythm.Standing && Compliance.Counts(owed.Code))
            .DistinctBy(owed => owed.Code)
        select (one.Standard.Id, obligation.Code, $"{one.Standard.Id}.{obligation.Code}", one.Standard.Label + new Label(": ", "：") + obligation.Name());

    private static Measure Part(EvaluationNumbers numbers, string part, Label label) =>
        new(Id, part, label, FigureUnit.Share, Better.Up, Some(numbers.Target(TargetSide.AtLeast, EvaluationParameters.Compliance)), Sampled: false);
}
