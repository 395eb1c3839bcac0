namespace Kehu.Domain;

/// <summary>
/// Customers kept in a year who would otherwise have to be replaced, what keeping one costs a year, and how many times as much winning one
/// costs. Source 001, 第一篇: winning a new customer costs four to six times keeping one.
/// </summary>
public sealed record Retention
{
    /// <summary>The most customers that a plan keeps (house).</summary>
    public const long MostCustomers = 1_000_000_000;

    private Retention(long customersKept, Money costOfKeeping, Fraction factor) =>
        (CustomersKept, CostOfKeeping, Factor) = (customersKept, costOfKeeping, factor);

    /// <summary>The least that the source says.</summary>
    public static Fraction LeastFactor { get; } = 4;

    /// <summary>The most that the source says.</summary>
    public static Fraction MostFactor { get; } = 6;

    /// <summary>The middle, where nothing is said (house).</summary>
    public static Fraction UsualFactor { get; } = 5;

    /// <summary>Customers a year.</summary>
    public long CustomersKept { get; }

    /// <summary>For one customer a year, not negative.</summary>
    public Money CostOfKeeping { get; }

    /// <summary>How many times as much winning one costs.</summary>
    public Fraction Factor { get; }

    /// <summary>What need not be spent on winning others, a year in fen.</summary>
    public Fraction Benefit => Factor * CustomersKept * CostOfKeeping.Fen;

    private static readonly Field<Retention, Option<long>> OfFactor = Sent<Retention>.Optional(
        "factor",
        new Form.Factor((long)(LeastFactor * 100).Numerator, (long)(MostFactor * 100).Numerator),
        (one, hundredths) => new Retention(
            one.CustomersKept,
            one.CostOfKeeping,
            hundredths.Match(Some: known => new Fraction(known, 100), None: () => Fraction.Zero))) with
    { Says = "How many times as much winning a customer costs as keeping one." };

    /// <summary>Customers kept, as it is sent. One with a factor that the source does not bear out has a fault.</summary>
    public static Contract<Retention> Contract { get; } = new(
        "Customers kept a year who would otherwise have to be replaced, and what keeping one costs a year in yuan; factor is 4 to 6, 5 where left out.",
        new Retention(0, default, UsualFactor),
        Sent<Retention>.Needed("customersKept", new Form.Whole(0, MostCustomers), (one, customers) => new Retention(customers, one.CostOfKeeping, one.Factor)),
        Sent<Retention>.Needed("costOfKeeping", PlanItem.Yuan, (one, cost) => new Retention(one.CustomersKept, cost, one.Factor)),
        OfFactor)
    {
        Rules = Array(new Rule<Retention>(Array<Field<Retention>>(OfFactor), one => FaultsOf(one.Factor))),
    };

    /// <summary>The customers kept, or the fault of a factor that the source does not bear out.</summary>
    public static Validation<Fault, Retention> Of(long customersKept, Money costOfKeeping, Fraction factor) =>
        FaultsOf(factor) is { IsEmpty: false } faults
            ? Validation<Fault, Retention>.Fail(faults)
            : Success<Fault, Retention>(new Retention(customersKept, costOfKeeping, factor));

    private static Seq<Fault> FaultsOf(Fraction factor) => factor < LeastFactor || factor > MostFactor
        ? Seq1(OfFactor.Fault(
            "plan.factor",
            "winning a customer costs four to six times keeping one (source 001); give a factor from 4 to 6 with at most two decimals, or leave it out for 5",
            "开发一个新客户的成本是维护一个老客户的四至六倍（来源 001）；请写 4 至 6 之间、最多两位小数的倍数，或省略（按 5 计）"))
        : Seq<Fault>();
}
