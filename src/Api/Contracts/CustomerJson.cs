using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Values that hand-written readers and writers share with the record.</summary>
internal static class CustomerJson
{
    /// <summary>A text of the record, nothing where it is unknown.</summary>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<string> value)
    {
        if (value.OrNull() is { } text)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>A text of 1 to so many characters without control characters.</summary>
    public static string? ReadText(ref JsonCursor cursor, int longest = CustomerRecord.LongestText)
    {
        var text = cursor.ReadString(longest);
        if (text is not null && (text.Length == 0 || HasControl(text)))
        {
            cursor.Fault("customer.text", "a text is not empty and has no control characters; leave the member out where nothing is known", "文本不得为空或含控制字符；未知时请省略该成员");
            return null;
        }

        return text;
    }

    private static bool HasControl(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The id of a customer.</summary>
    public static string? ReadId(ref JsonCursor cursor)
    {
        var text = cursor.ReadString(4_096);
        if (text is null || CustomerId.IsId(text))
        {
            return text;
        }

        foreach (var fault in CustomerId.From(text).Match(Succ: _ => Seq<Fault>(), Fail: faults => faults))
        {
            cursor.Fault(fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return null;
    }

    /// <summary>A date within what the service knows.</summary>
    public static DateOnly? ReadAsOf(ref JsonCursor cursor)
    {
        var date = cursor.ReadDate();
        if (date is { } day && !Spans.Dates.Contains(day.DayNumber))
        {
            cursor.Fault("date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return null;
        }

        return date;
    }

    /// <summary>The code of an outlet or a person at the bank, or an id made like one.</summary>
    public static string? ReadUnit(ref JsonCursor cursor)
    {
        var text = cursor.ReadString(4_096);
        if (text is not null && !Codes.IsCode(text, 64))
        {
            cursor.Fault("customer.code", "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit", "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头");
            return null;
        }

        return text;
    }
}
