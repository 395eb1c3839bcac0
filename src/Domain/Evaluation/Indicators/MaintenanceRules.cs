namespace Kehu.Domain;

/// <summary>Customers for whom something was done in the period, and what. Source 001, 第四篇 七(三).</summary>
public sealed record CustomersMaintainedRule() : IndicatorRule(new Indicator(
    Id,
    new Label("Customers maintained", "维护客户"),
    new Label("Customers for whom something was done in the period, of all customers; and how much was done.", "本期有维护记录的客户占全部客户的比例，以及维护次数。"),
    Array(
        new Measure(Id, "maintained", new Label("Customers maintained", "维护客户占比"), FigureUnit.Share, Better.Up, None, Sampled: false),
        new Measure(Id, "engagements", new Label("Engagements", "维护次数"), FigureUnit.Count, Better.Neither, None, Sampled: false)),
    Array(Citation.From("001", "第四篇 七（三）"))))
{
    public const string Id = "customers-maintained";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var times = customer.Past.Customer.Done.Count(done => customer.Days.Contains(done.Date));
        yield return new Added(0, customer.Unit, customer.Customers(() => Tally.Of(times > 0)));
        yield return new Added(1, customer.Unit, times > 0
            ? new Tally(times, times, 0, 0)
            : customer.Customers(() => Tally.Of(counted: false) with { Denominator = 0, Excluded = 1 }));
    }
}

/// <summary>Customers gained and lost in the period. Source 001, 第四篇 七(三).</summary>
public sealed record CustomersGainedRule() : IndicatorRule(new Indicator(
    Id,
    new Label("Customers gained", "拓展客户"),
    new Label("Relationships that began and that ended in the period.", "本期新建立与终止的客户关系数。"),
    Array(
        new Measure(Id, "gained", new Label("Customers gained", "新增客户"), FigureUnit.Count, Better.Up, None, Sampled: false),
        new Measure(Id, "lost", new Label("Customers lost", "流失客户"), FigureUnit.Count, Better.Down, None, Sampled: false)),
    Array(Citation.From("001", "第四篇 七（三）"))))
{
    public const string Id = "customers-gained";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        var relationship = customer.Past.Relationship;
        yield return new Added(0, customer.Unit, relationship.Began(customer.Days).Match(Some: Tally.Of, None: () => Tally.Open));
        var lost = relationship.Stays.Exists(stay => stay.LeftOn.Exists(customer.Days.Contains));
        yield return new Added(1, customer.Unit, !lost && customer.Before == Presence.Unknown ? Tally.Open : Tally.Of(lost));
    }
}
