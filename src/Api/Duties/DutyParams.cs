using LanguageExt;

namespace Kehu.Api;

/// <summary>The parameters that say which duties are meant; what is left out goes by the day of the call.</summary>
internal sealed class DutyParams
{
    /// <summary>The longest window of one answer in days (house).</summary>
    private const int LongestDays = 366;

    private static readonly DutyStatus[] Known = Enum.GetValues<DutyStatus>();

    private static readonly Label Codes = new(
        string.Join(", ", Known.Select(status => status.Code())), string.Join("、", Known.Select(status => status.Code())));

    private readonly TimeProvider time;

    public DutyParams(StandardsInForce standards, TimeProvider time)
    {
        this.time = time;
        Standard = Param<StandardId?>.OfQuery(
            (call, name) => Read(call.Query, name, standards), "standard", "Only duties under this standard.", Schemas.Text());
        Period = Param<Period>.OfQuery(Read, "period", "A month, quarter, half-year or year; this quarter where left out.", Schemas.Text(), example: "2026-Q4");
        OfMany = Params.Together(
            call =>
            {
                var (unit, manager, page) = (Params.OfUnit.Of(call), Manager.Of(call), Params.Page.Of(call));
                var (standard, statuses) = (Standard.Of(call), Statuses.Of(call));
                return (new DutyQuery(null, manager, standard, Window(call.Query, Monday, from => from.AddDays(6)), statuses), unit, page);
            },
            Manager, Params.OfUnit, Standard, Statuses, First, Last, Params.Page);
        OfOne = Params.Together(
            call =>
            {
                var (page, standard, statuses, since) = (Params.Page.Of(call), Standard.Of(call), Statuses.Of(call), Since.Of(call));
                return (new DutyQuery(null, null, standard, Window(call.Query, Quarter(Today).Start, from => Quarter(from).End), statuses), since, page);
            },
            Standard, Statuses, First, Last, Since, Params.Page);
    }

    /// <summary>The id of a customer.</summary>
    public static Param<string> Customer { get; } = Params.CustomerSuchAs("P-0000001");

    /// <summary>Which duties of many customers, of this week unless said, and which part of them.</summary>
    public Param<(DutyQuery Wanted, Option<UnitAsked> Unit, Page Page)> OfMany { get; }

    /// <summary>Which duties of a customer, of this quarter unless said, what they are compared with and which part of them.</summary>
    public Param<(DutyQuery Wanted, DateTime? Since, Page Page)> OfOne { get; }

    /// <summary>The period whose duties are looked at; this quarter where it is left out.</summary>
    public Param<Period> Period { get; }

    private static Param<string?> Manager { get; } = Params.Unit("manager", example: "M-0001");

    private static Param<DateOnly?> First { get; } = Params.Day("from", "The first due date.");

    private static Param<DateOnly?> Last { get; } = Params.Day("to", "The last due date.");

    private static Param<IReadOnlyList<DutyStatus>> Statuses { get; } = Param<IReadOnlyList<DutyStatus>>.OfQuery(
        (call, name) => Read(call.Query, name), "status", $"Only duties with these statuses, with commas between them: {Codes.En}.", Schemas.Text());

    private static Param<DateTime?> Since { get; } = Param<DateTime?>.OfQuery(
        (call, name) => call.Query.Moment(name),
        "since",
        "A moment, with Z or an offset (2026-11-21T08:00:00Z): the answer then says which duties were added and dropped by what was filed about the customer "
        + "since.",
        Schemas.Text());

    private Param<StandardId?> Standard { get; }

    private DateOnly Today => time.Today();

    private DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    private static Period Quarter(DateOnly day) => Domain.Period.Of(PeriodLength.Quarter, day);

    /// <summary>The window from and to, each with what it is when left out.</summary>
    private DateRange Window(QueryReader query, DateOnly start, Func<DateOnly, DateOnly> end)
    {
        var (sentFrom, sentTo) = (query.Day("from"), query.Day("to"));
        var from = sentFrom ?? (sentTo < start ? sentTo.Value : start);
        var window = new DateRange(from, sentTo ?? end(from));
        if (window.To < window.From || window.Days > LongestDays)
        {
            query.Report("to", "duties.range", $"to lies on or after from, at most {LongestDays} days in all", $"to 不早于 from，合计不超过 {LongestDays} 天");
        }

        RefuseFar(query, "to", window.To);
        return window;
    }

    private Period Read(CallReader call, string name)
    {
        var period = call.Query.Period(name) ?? Quarter(Today);
        RefuseFar(call.Query, name, period.End);
        return period;
    }

    private void RefuseFar(QueryReader query, string name, DateOnly last)
    {
        var (years, farthest) = (Planning.YearsAhead, Today.AddYears(Planning.YearsAhead));
        if (last > farthest)
        {
            query.Report(
                name,
                "duties.too-far",
                $"duties are told up to {years} years ahead, to {farthest:yyyy-MM-dd}",
                $"只能查询未来 {years} 年内的维护任务，至 {farthest:yyyy-MM-dd}");
        }
    }

    private static StandardId? Read(QueryReader query, string name, StandardsInForce standards)
    {
        var id = query.Code(name);
        if (id is not null && standards.Find(id).IsNone)
        {
            var fault = StandardFaults.Unknown(new Place.Parameter(name), id);
            query.Report(name, fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return id is null ? null : new StandardId(id);
    }

    private static List<DutyStatus> Read(QueryReader query, string name)
    {
        var chosen = new List<DutyStatus>();
        foreach (var code in query.Codes(name) ?? [])
        {
            var found = Known.Where(status => status.Code() == code).ToList();
            if (found.Count == 0)
            {
                query.Report(name, "duties.status", $"'{code}' is no status; choose of {Codes.En}", $"“{code}”不是状态；请选用：{Codes.Zh}");
            }

            chosen.AddRange(found);
        }

        return chosen;
    }
}
