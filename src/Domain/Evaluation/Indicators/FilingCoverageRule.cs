namespace Kehu.Domain;

/// <summary>
/// Complete files (建档) of personal customers, by their assets and of the new ones. What a complete file holds is what the standard for personal customers
/// asks of their class; of those below it, what it asks of the lowest class with a file. Source 001, 第四篇 六(一), 六(二).
/// </summary>
public sealed record FilingCoverageRule(EvaluationBasis Basis) : IndicatorRule(new Indicator(
    Id,
    new Label("Filing coverage", "建档覆盖率"),
    new Label("Personal customers with a complete file, of those with assets from an amount on, and of those new in the period.", "建档完整的个人客户占达到相应资产标准客户及本期新增客户的比例。"),
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
        var complete = customer.Record.Map(IsComplete);
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

    /// <summary>Open where there is no record yet whose file could be complete.</summary>
    private static Option<Tally> Filed(bool among, Option<bool> complete) => among ? complete.Map(Tally.Of) : Some(Tally.Outside);

    private bool IsComplete(CustomerRecord record) => Needed(record).ForAll(field => record.Dossier.OnFile.Contains(field));

    private Arr<DossierField> Needed(CustomerRecord record) => (
        from one in Basis.PersonalAssets
        from code in record.Customer.By(one.Policy, record.AsOf, ask: false).Outcome is Outcome.Decided(var assigned, _) ? Some(assigned.Code) : None
        from owed in one.Standard.Owed(code)
        from fields in Fields(owed)
        select fields).IfNone(least);

    private static Option<Arr<DossierField>> Fields(Arr<Obligation> owed) => owed.Choose(one => one is Obligation.Dossier(var fields, _, _) ? Some(fields) : None).HeadOrNone();

    private static Measure Part(EvaluationNumbers numbers, string part, string en, string zh, EvaluationParameter target) =>
        new(Id, part, new Label(en, zh), FigureUnit.Share, Better.Up, Some(numbers.Target(TargetSide.AtLeast, target)), Sampled: false);
}
