using Kehu.Api.Contracts.Json;
using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Parameters by which cases are chosen.</summary>
internal static class CaseParameters
{
    /// <summary>An id or organisational code.</summary>
    public static Option<string> OrgCode(this QueryReader query, string name)
    {
        var text = query.Text(name);
        if (text is null)
        {
            return Option<string>.None;
        }

        if (!Codes.IsCode(text, 64))
        {
            query.Report(name, "customer.code", "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit", "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头");
            return Option<string>.None;
        }

        return text;
    }

    /// <summary>A member of an enumeration by its code.</summary>
    public static Option<T> OneOf<T>(this QueryReader query, string name, Func<T, string> code)
        where T : struct, Enum
    {
        if (query.Text(name) is not { } text)
        {
            return Option<T>.None;
        }

        var values = Enum.GetValues<T>();
        var place = Array.FindIndex(values, value => code(value) == text);
        if (place < 0)
        {
            var fault = JsonFaults.UnknownCode("", text, [.. values.Select(code)]);
            query.Report(name, fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return place < 0 ? Option<T>.None : values[place];
    }

    /// <summary>A day within what the service knows that may not be left out; null where a fault was reported.</summary>
    public static DateOnly? NeededDay(this QueryReader query, string name)
    {
        var date = query.NeededDate(name);
        if (date is { } day && !Spans.Dates.Contains(day.DayNumber))
        {
            query.Report(name, "date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return null;
        }

        return date;
    }
}
