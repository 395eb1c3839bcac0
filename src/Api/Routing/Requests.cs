using LanguageExt;

namespace Kehu.Api;

/// <summary>What endpoints ask of every request in the same way.</summary>
internal static class Requests
{
    /// <summary>A date within what the service knows; none where it is left out.</summary>
    public static DateOnly? Day(this QueryReader query, string name) => query.Known(name, query.Date(name));

    /// <summary>The same, where it may not be left out; null where a fault was reported.</summary>
    public static DateOnly? NeededDay(this QueryReader query, string name) => query.Known(name, query.NeededDate(name));

    /// <summary>The code of an outlet or a manager, or an id made like one; null where it is left out or faulty.</summary>
    public static string? Unit(this QueryReader query, string name)
    {
        var text = query.Text(name);
        if (text is not null && !Codes.IsCode(text, 64))
        {
            query.Report(
                name, "customer.code", "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
                "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头");
            return null;
        }

        return text;
    }

    /// <summary>The one unit that is asked for; none where none is. Another one is a fault.</summary>
    public static Option<UnitAsked> UnitAsked(this QueryReader query)
    {
        var asked = Option<UnitAsked>.None;
        foreach (var level in Kehu.Domain.UnitAsked.Levels)
        {
            if (query.Unit(level.Member()) is not { } code)
            {
                continue;
            }

            if (asked.IsSome)
            {
                query.Report(level.Member(), "unit.several", Kehu.Domain.UnitAsked.OneOnly.En, Kehu.Domain.UnitAsked.OneOnly.Zh);
                continue;
            }

            asked = new UnitAsked(level, code);
        }

        return asked;
    }

    /// <summary>A plus that is sent as it is comes in as a blank.</summary>
    private static readonly Label PlusInQueries = new("; in a query + is sent as %2B", "；查询参数中的 + 须写作 %2B");

    /// <summary>A moment (<see cref="Kehu.Domain.Moment"/>), in UTC; none where it is left out.</summary>
    public static DateTime? Moment(this QueryReader query, string name)
    {
        if (query.Text(name, Kehu.Domain.Moment.Longest) is not { } text)
        {
            return null;
        }

        var read = Kehu.Domain.Moment.Read(text);
        if (read.Case is Label wrong)
        {
            var help = text.Contains(' ', StringComparison.Ordinal) ? wrong + PlusInQueries : wrong;
            query.Report(name, "query.moment", help.En, help.Zh);
            return null;
        }

        return read.IfLeft(DateTime.MinValue);
    }

    /// <summary>A period of the calendar, such as 2026-Q4; none where it is left out.</summary>
    public static Period? Period(this QueryReader query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return null;
        }

        var period = Kehu.Domain.Period.Read(text);
        if (period.IsNone)
        {
            query.Report(
                name, "query.period", "write a month, quarter, half-year or year within 1900 to 2100, such as 2026-11, 2026-Q4, 2026-H2 or 2026",
                "请写 1900 至 2100 年内的月、季度、半年或年，例如 2026-11、2026-Q4、2026-H2、2026");
        }

        return period.MatchUnsafe(Some: one => one, None: () => (Period?)null);
    }

    /// <summary>Why a call without a body is refused before anything is looked at, if it is; else the media type to answer in.</summary>
    public static Problem? Refusal(this MediaOffer offer, HttpContext context, IReadOnlyList<Fault> faults, out string type)
    {
        var negotiated = offer.Choose(context);
        type = negotiated is Negotiated.Chosen(var chosen) ? chosen : "";
        return negotiated is Negotiated.Refused(var unacceptable) ? unacceptable : faults.Count > 0 ? Problem.Malformed(faults) : null;
    }

    private static DateOnly? Known(this QueryReader query, string name, DateOnly? date)
    {
        if (date is { } day && !Spans.Dates.Contains(day.DayNumber))
        {
            query.Report(name, "date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return null;
        }

        return date;
    }
}
