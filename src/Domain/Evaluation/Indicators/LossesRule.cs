namespace Kehu.Domain;

/// <summary>
/// Persons with 1 000 000 yuan and more before the period whose relationship ended in it, in all and by the level that answers for them, where they
/// belonged before. Source 001, 第四篇 三, 四.
/// </summary>
public sealed record LossesRule : IndicatorRule
{
    public const string Id = "wealth-100-losses";

    private static readonly Money Least = Money.Wan(100);

    private readonly EvaluationBasis basis;
    private readonly Arr<Role> levels;

    public LossesRule(EvaluationBasis basis)
        : base(new Indicator(
            Id,
            new Label("Wealthy customers lost", "高端客户流失"),
            new Label("Personal customers with assets from 1 000 000 yuan on before the period whose relationship ended in it, by the level that answers for them.", "期初资产 100 万元以上、本期终止关系的个人客户数，按承担责任的层级分列。"),
            new Arr<Measure>(Levels(basis).Map(role => new Measure(Id, role.Code(), role.Label(), FigureUnit.Count, Better.Down, None, Sampled: false))
                .Prepend(new Measure(Id, "all", new Label("All levels", "全部层级"), FigureUnit.Count, Better.Down, Some(basis.Numbers.Target(TargetSide.AtMost, EvaluationParameters.Losses)), Sampled: false))),
            Array(Citation.From("001", "第四篇 三、四"))))
    {
        this.basis = basis;
        levels = Levels(basis);
    }

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var (before, past) = (customer.Over.Before, customer.Past);
        var at = past.UnitOn(before);
        var tally = !customer.IsPerson ? Tally.Outside : customer.Before switch
        {
            Presence.Yes => customer.Known(SharedFacts.TotalAssets, before).Match(
                Some: assets => assets >= Least.Fen ? Tally.Of(past.Relationship.Ended(before, customer.Days)) : Tally.Outside,
                None: () => Tally.Open),
            Presence.No => Tally.Outside,
            Presence.Unknown => Tally.Open,
        };
        yield return new Added(0, at, tally);
        if (tally.Denominator > 0)
        {
            foreach (var level in Owner(past, before))
            {
                yield return new Added(1 + levels.AsEnumerable().ToList().IndexOf(level), at, tally);
            }
        }
    }

    private Option<Role> Owner(CustomerPast past, DateOnly day) =>
        from one in basis.PersonalAssets
        from record in past.RecordOn(day)
        from code in record.Customer.By(one.Policy, record.AsOf, ask: false).Outcome is Outcome.Decided(var assigned, _) ? Some(assigned.Code) : None
        from owed in one.Standard.Owed(code)
        from role in Owner(owed)
        select role;

    private static Arr<Role> Levels(EvaluationBasis basis) =>
        new(basis.PersonalAssets.Map(one => one.Standard.Classes.Choose(care => Owner(care.Obligations))).IfNone(Array<Role>()).Distinct());

    private static Option<Role> Owner(Arr<Obligation> owed) => owed.Choose(one => one is Obligation.OwnerRole(var terms) ? terms.AnswersFor.HeadOrNone() : None).HeadOrNone();
}
