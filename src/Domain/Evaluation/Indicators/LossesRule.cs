namespace Kehu.Domain;

/// <summary>
/// Persons with 1 000 000 yuan and more before the period whose relationship ended in it, in all and by the level that answers for them, where they
/// belonged before. Source 001, 第四篇 三, 四.
/// </summary>
public sealed record LossesRule : IndicatorRule
{
    public const string Id = "wealth-100-losses";

    private readonly Arr<Role> levels;

    public LossesRule(EvaluationBasis basis)
        : base(new Indicator(
            Id,
            new Label("Wealthy customers lost", "高端客户流失"),
            new Label(
                "Personal customers with assets from 1 000 000 yuan on before the period whose relationship ended in it, "
                    + "by the level that answers for them.",
                "期初资产 100 万元以上、本期终止关系的个人客户数，按承担责任的层级分列。"),
            new Arr<Measure>(Levels(basis)
                .Map(role => new Measure(Id, role.Code(), role.Label(), FigureUnit.Count, Better.Down, None, Sampled: false))
                .Prepend(new Measure(
                    Id, "all", new Label("All levels", "全部层级"), FigureUnit.Count, Better.Down,
                    Some(basis.Numbers.Target(TargetSide.AtMost, EvaluationParameters.Losses)), Sampled: false))),
            Array(Citation.From("001", "第四篇 三、四"))))
    {
        levels = Levels(basis);
    }

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var at = customer.Past.UnitOn(customer.Over.Before);
        var lost = customer.Past.Relationship.Ended(customer.Over.Before, customer.Days).IsSome;
        var tally = LostCustomer.WasWealthy(customer).Match(Some: wealthy => wealthy ? Tally.Of(lost) : Tally.Outside, None: () => Tally.Open);
        yield return new Added(0, at, tally);
        if (tally.Denominator > 0)
        {
            foreach (var level in LostCustomer.Owned(customer).Bind(owned => owned.Level))
            {
                yield return new Added(1 + levels.AsEnumerable().ToList().IndexOf(level), at, tally);
            }
        }
    }

    /// <summary>The levels that answer for the classes from so much on: the best first, down to that of the least.</summary>
    private static Arr<Role> Levels(EvaluationBasis basis) => new((
        from one in basis.PersonalAssets.AsEnumerable()
        from least in LeastPlace(one.Policy)
        from level in one.Policy.Policy.Classes.Take(least + 1).Choose(known => one.Standard.Owed(known.Code).Bind(LostCustomer.LevelOf))
        select level).Distinct());

    /// <summary>The place of the class of somebody with just so much.</summary>
    private static Option<int> LeastPlace(CompiledPolicy policy)
    {
        var facts = policy.Policies.Facts.NothingKnown.With(SharedFacts.TotalAssets, LostCustomer.Least.Fen);
        var outcome = new Customer(CustomerKind.Personal, facts).By(policy, Someday, ask: false).Outcome;
        return outcome is Outcome.Decided(_, var place) ? Some(place) : None;
    }

    /// <summary>Classes by assets do not depend on the date.</summary>
    private static readonly DateOnly Someday = new(2026, 1, 1);
}
