namespace Kehu.Domain;

/// <summary>So many customers of a class at an outlet, as a call for capacity brings them along.</summary>
public sealed record PortfolioPart(string Outlet, ClassCode Class, long Customers)
{
    /// <summary>The most customers of a part (house).</summary>
    public const long MostCustomers = 1_000_000_000;

    private static readonly Field<PortfolioPart, string> OfOutlet = Sent<PortfolioPart>.Needed(
        "outlet", Forms.Unit, (part, code) => part with { Outlet = code });

    private static readonly Field<PortfolioPart, string> OfClass = Sent<PortfolioPart>.Needed(
        "class", Forms.Kebab, (part, code) => part with { Class = new ClassCode(code) });

    private static readonly Field<PortfolioPart, long> OfCustomers = Sent<PortfolioPart>.Needed(
        "customers", new Form.Whole(0, MostCustomers), (part, customers) => part with { Customers = customers });

    /// <summary>The part on the wire.</summary>
    public static Contract<PortfolioPart> Contract { get; } = new("", new PortfolioPart("", default, 0), OfOutlet, OfClass, OfCustomers);

    /// <summary>No two parts are of the same outlet and class.</summary>
    public static Once<PortfolioPart> Once { get; } = new(
        Array<Field<PortfolioPart>>(OfOutlet, OfClass, OfCustomers),
        Array<Field<PortfolioPart>>(),
        part => (part.Outlet, part.Class),
        Fault.At("", "capacity.repeated-part", "this outlet and class are listed before; add the customers up", "该网点和类别已列出；请将客户数合并"));

    /// <summary>Their months of birth are not known.</summary>
    public (TallyKey, long) Count => (new TallyKey(Outlet, Class, Option<int>.None), Customers);
}

/// <summary>
/// A call for the working time that a standard needs and the hours there are. No portfolio means the stored customers, of the unit where one is named.
/// What a call may ask is bounded (house), so that no sum overflows and no answer has no end.
/// </summary>
public sealed record CapacityRequest(
    string Standard,
    Option<Period> From,
    int Count,
    Option<Arr<PortfolioPart>> Portfolio,
    Arr<UnitAsked> Units,
    Arr<(string Obligation, long Minutes)> Minutes,
    Arr<WorkLine> Available)
{
    /// <summary>The most months that a call reckons.</summary>
    public const int MostMonths = 24;

    /// <summary>The most parts of a portfolio, and the most lines of hours.</summary>
    public const int MostParts = 10_000;

    /// <summary>The most minutes that an obligation takes each time.</summary>
    private const int MostMinutes = 10_000;

    private static readonly (int, Fault) Most = (MostParts, Fault.At(
        "", "capacity.too-many", $"at most {MostParts} in one call; ask for fewer outlets at a time", $"每次最多 {MostParts} 项；请分批按网点查询"));

    private static readonly Form<string> Month = new Form.Text(
        64,
        text => MonthOf(text.ToString()).IsSome,
        _ => Seq1(Fault.At(
            "",
            "capacity.month",
            $"write a month as yyyy-MM, from {Festivals.Years.Low}-01 to {Festivals.Years.High}-12, such as 2026-01",
            $"请将月份写成 yyyy-MM，自 {Festivals.Years.Low}-01 至 {Festivals.Years.High}-12，例如 2026-01")),
        7,
        "^[0-9]{4}-[0-9]{2}$");

    private static readonly Field<CapacityRequest, string> OfFrom = Sent<CapacityRequest>.Needed(
        "from", Month, (request, month) => request with { From = MonthOf(month) });

    private static readonly Field<CapacityRequest, int> OfMonths = Sent<CapacityRequest>.Needed(
        "months", new Form.Count(1, MostMonths), (request, count) => request with { Count = count });

    private static readonly Field<CapacityRequest, Arr<PortfolioPart>> OfPortfolio = Sent<CapacityRequest>.Optional(
        "portfolio",
        new Form.List<PortfolioPart>(PortfolioPart.Contract) { IsSome = true, Most = Most, Once = PortfolioPart.Once },
        (request, parts) => request with { Portfolio = parts });

    private static readonly UnitMembers<CapacityRequest> OfUnit = new(
        request => request.Units, (request, unit) => request with { Units = request.Units.Add(unit) });

    /// <summary>What each time takes, by obligation.</summary>
    public static Form<Arr<(string Name, long Value)>> Takes { get; } = new Form.ByName<long>(new Form.Whole(0, MostMinutes));

    /// <summary>The call on the wire.</summary>
    public static Contract<CapacityRequest> Contract { get; } = new(
        "Either a portfolio or the stored customers, of a unit where one is named. Hours are a month, with at most two decimals, as are people.",
        new CapacityRequest("", None, 0, None, Array<UnitAsked>(), Array<(string, long)>(), Array<WorkLine>()),
        [
            Sent<CapacityRequest>.Needed("standard", Forms.Kebab, (request, code) => request with { Standard = code }),
            OfFrom,
            OfMonths,
            OfPortfolio,
            .. OfUnit.Fields,
            Sent<CapacityRequest>.Optional("minutes", Takes, (request, minutes) => request with { Minutes = minutes }) with
            {
                Says = "What each time takes, by obligation; the usual minutes where left out.",
            },
            Sent<CapacityRequest>.Needed(
                "available",
                new Form.List<WorkLine>(WorkLine.Contract) { Most = Most, Once = WorkLine.Once },
                (request, lines) => request with { Available = lines }),
        ])
    {
        Rules = OfUnit.Fields.Map(field => new Rule<CapacityRequest>(Array<Field<CapacityRequest>>(), _ => Seq1(field.Fault(
            "capacity.subject",
            $"{field.Name} chooses among the stored customers; leave it out beside a portfolio",
            $"{field.Name} 用于选取在档客户；已发送 portfolio 时请省略")))
        {
            Beside = Array<Field<CapacityRequest>>(OfPortfolio, field),
        }) + Array(
            OfUnit.Once,
            new Rule<CapacityRequest>(Array<Field<CapacityRequest>>(OfFrom, OfMonths), request => request.IsKnown ? Seq<Fault>() : Seq1(OfMonths.Fault(
                "calendar.out-of-range",
                $"the calendar is known up to {Festivals.Years.High}-12; ask for fewer months",
                $"历法截至 {Festivals.Years.High}-12；请减少月数")))),
    };

    /// <summary>The unit whose customers are counted; none where all are.</summary>
    public Option<UnitAsked> Unit => Units.HeadOrNone();

    /// <summary>The months, the first one first.</summary>
    public Arr<Period> Months => From.Match(
        Some: first => Period.Meeting(PeriodLength.Month, first.Start, first.Start.AddMonths(Count - 1)),
        None: Array<Period>);

    /// <summary>Minutes that an obligation takes each time: the call's own, else the usual ones.</summary>
    public int Take(Obligation obligation) =>
        Minutes.Find(one => one.Obligation == obligation.Code).Map(one => (int)one.Minutes).IfNone(() => Effort.Usual(obligation).Minutes);

    /// <summary>Whether the calendar holds all the months.</summary>
    private bool IsKnown => From.ForAll(first => ((first.Start.Year * 12L) + first.Start.Month + Count - 2) / 12 <= Festivals.Years.High);

    private static Option<Period> MonthOf(string text) =>
        Period.Read(text).Filter(period => period.Length == PeriodLength.Month && Festivals.Years.Contains(period.Start.Year)).ToArr().HeadOrNone();
}
