namespace Kehu.Domain;

/// <summary>
/// Complete files (建档) of personal customers, by their assets and of the new ones. What a complete file holds is what the standard for personal customers
/// asks of their class; of those below it, what it asks of the lowest class with a file. What the record holds is on file without a tick, and what the
/// customer has none of or has lately declined is not missing (facts, Dossier). Source 001, 第四篇 六(一), 六(二).
/// </summary>
public sealed record FilingCoverageRule(EvaluationBasis Basis) : IndicatorRule(new Indicator(
    Id,
    new Label("Filing coverage", "建档覆盖率"),
    new Label(
        "Personal customers with a complete file, of those with assets from an amount on, and of those new in the period.",
        "建档完整的个人客户占达到相应资产标准客户及本期新增客户的比例。"),
    Array(
        Part(Basis.Numbers, "from-50000", "Assets from 50 000 yuan on", "资产 5 万元以上", EvaluationParameters.FilingFrom5),
        Part(Basis.Numbers, "from-200000", "Assets from 200 000 yuan on", "资产 20 万元以上", EvaluationParameters.FilingFrom20),
        Part(Basis.Numbers, "from-1000000", "Assets from 1 000 000 yuan on", "资产 100 万元以上", EvaluationParameters.FilingFrom100),
        Part(Basis.Numbers, "new", "New customers", "新增客户", EvaluationParameters.FilingOfNew)),
    Array(Citation.From("001", "第四篇 六（一）、六（二）"))))
{
    public const string Id = "filing-coverage";

    private static readonly Arr<Money> From = Array(Money.Wan(5), Money.Wan(20), Money.Wan(100));

    /// <summary>What the lowest class with a file is asked for.</summary>
    private readonly Arr<DossierField> least = Basis.PersonalAssets
        .Bind(one => one.Standard.Classes.Rev().Choose(care => Fields(care.Obligations)).HeadOrNone()).IfNone(Array<DossierField>());

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var complete = customer.Record.Bind(record => IsComplete(record, customer.Over.AsOf));
        for (var at = 0; at < From.Count; at++)
        {
            var from = From[at].Fen;
            yield return new Added(at, customer.Unit, customer.IsPerson
                ? customer.Customers(() => customer.Known(SharedFacts.TotalAssets).Bind(assets => Filed(assets >= from, complete)))
                : Tally.Outside);
        }

        yield return new Added(From.Count, customer.Unit, customer.IsPerson
            ? customer.Customers(() => customer.Past.Relationship.Began(customer.Days).Bind(began => Filed(began, complete)))
            : Tally.Outside);
    }

    /// <summary>Open where it is not known whether the file is complete: there is no record yet, or what it has to hold is open.</summary>
    private static Option<Tally> Filed(bool among, Option<bool> complete) => among ? complete.Map(Tally.Of) : Some(Tally.Outside);

    /// <summary>Open where the class is, and the file would do for some of the classes that are possible and not for others.</summary>
    private Option<bool> IsComplete(CustomerRecord record, DateOnly day)
    {
        var file = record.Filed();
        var does = Needed(record).Map(fields => file.Missing(fields, day).IsEmpty);
        return does.ForAll(one => one == does[0]) ? Some(does[0]) : None;
    }

    /// <summary>What the file has to hold, for each class that is possible.</summary>
    private Arr<Arr<DossierField>> Needed(CustomerRecord record) => Basis.PersonalAssets.Match(
        Some: one => record.Customer.By(one.Policy, record.DecidedOn, ask: false).Outcome switch
        {
            Outcome.Decided(var assigned, _) => Array(Needed(one.Standard, assigned)),
            Outcome.Open(var possible, _, _, _) => possible.Map(each => Needed(one.Standard, each)),
            Outcome.NotApplicable => Array(least),
        },
        None: () => Array(least));

    private Arr<DossierField> Needed(Standard standard, PolicyClass assigned) => standard.Owed(assigned.Code).Bind(Fields).IfNone(least);

    private static Option<Arr<DossierField>> Fields(Arr<Obligation> owed) =>
        owed.Choose(one => one is Obligation.Dossier(var fields, _, _) ? Some(fields) : None).HeadOrNone();

    private static Measure Part(EvaluationNumbers numbers, string part, string en, string zh, EvaluationParameter target) =>
        new(Id, part, new Label(en, zh), FigureUnit.Share, Better.Up, Some(numbers.Target(TargetSide.AtLeast, target)), Sampled: false);
}
