using System.Text;
using System.Text.Json;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Wire;

/// <summary>A bound as it was sent: what it means is known once the fact is.</summary>
internal sealed record SentBound(bool IsNumber, string Text);

/// <summary>Bounds of criteria on the wire, in the unit in which the fact is sent.</summary>
internal static class BoundJson
{
    private static readonly Label Number = new("a number", "数字");

    private static readonly Label Date = new("a date as a string (yyyy-MM-dd)", "日期字符串（yyyy-MM-dd）");

    /// <summary>The bound as sent.</summary>
    public static SentBound? Read(ref JsonCursor cursor) =>
        cursor.ReadNumberOrString(out var isNumber) is { } text ? new SentBound(isNumber, text) : null;

    /// <summary>What a sent bound means, none where it was left out or is a fault. The cursor stands at the end of the criterion.</summary>
    public static Option<long> Resolve(ref JsonCursor cursor, string member, SentBound? sent, BoundForm form) => sent is null ? None : form switch
    {
        BoundForm.Whole => Counted(ref cursor, member, sent, 0),
        BoundForm.Hundredths => Counted(ref cursor, member, sent, 2),
        BoundForm.Date => Dated(ref cursor, member, sent),
    };

    /// <summary>The bound as a member, nothing where it is open. A day that no calendar has is written as its number.</summary>
    public static void WriteBound(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<long> bound, BoundForm form)
    {
        if (bound.OrNull() is not { } value)
        {
            return;
        }

        json.WritePropertyName(name);
        Write(json, value, form);
    }

    /// <summary>A bound as a value.</summary>
    public static void Write(Utf8JsonWriter json, long value, BoundForm form)
    {
        switch (form)
        {
            case BoundForm.Hundredths:
                FactsJson.WriteHundredths(json, value);
                break;
            case BoundForm.Date when value >= DateOnly.MinValue.DayNumber && value <= DateOnly.MaxValue.DayNumber:
                FactsJson.WriteDay(json, DateOnly.FromDayNumber((int)value));
                break;
            case BoundForm.Whole or BoundForm.Date:
                json.WriteNumberValue(value);
                break;
        }
    }

    private static Option<long> Counted(ref JsonCursor cursor, string member, SentBound sent, int decimals)
    {
        if (!sent.IsNumber)
        {
            cursor.Report(JsonFaults.Type(At(cursor, member), Number, JsonTokenType.String));
            return None;
        }

        var reading = Decimals.Read(Encoding.ASCII.GetBytes(sent.Text), decimals, out var value);
        if (reading == DecimalReading.Exact)
        {
            return value;
        }

        if (reading == DecimalReading.TooFine)
        {
            cursor.FaultOf(
                member,
                "policy.bound-too-fine",
                decimals == 0 ? "the bound is a whole number here" : $"the bound has at most {decimals} decimals; nothing is rounded here",
                decimals == 0 ? "此处的界限应为整数" : $"界限最多 {decimals} 位小数，此处不作舍入");
        }
        else
        {
            cursor.FaultOf(member, "policy.bound-outside-domain", "the bound is larger than any value can be", "界限超出任何可能的取值");
        }

        return None;
    }

    private static Option<long> Dated(ref JsonCursor cursor, string member, SentBound sent)
    {
        if (sent.IsNumber)
        {
            cursor.Report(JsonFaults.Type(At(cursor, member), Date, JsonTokenType.Number));
            return None;
        }

        if (IsoDate.TryRead(sent.Text, out var day))
        {
            return day.DayNumber;
        }

        cursor.Report(ValueFaults.Date(At(cursor, member)));
        return None;
    }

    private static string At(in JsonCursor cursor, string member) => cursor.Pointer + Place.Pointer.Token(member);
}
