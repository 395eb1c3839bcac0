namespace Kehu.Wire;

/// <summary>Amounts that are no facts, read from the digits as sent, never through rounding.</summary>
internal static class MoneyJson
{
    /// <summary>Hundredths from 0 to so many; null where a fault of this code was reported.</summary>
    public static long? ReadHundredths(ref JsonCursor cursor, long most, string code)
    {
        if (!cursor.ReadNumberSpan(out var digits))
        {
            return null;
        }

        if (Decimals.Read(digits, 2, out var hundredths) == DecimalReading.Exact && hundredths >= 0 && hundredths <= most)
        {
            return hundredths;
        }

        cursor.Fault(code, $"write a number from 0 to {Decimals.Plain(most, 2)} with at most two decimals", $"请写 0 至 {Decimals.Plain(most, 2)} 之间、最多两位小数的数");
        return null;
    }
    /// <summary>The same, where too many decimals are one fault and what lies outside is another.</summary>
    public static long? ReadHundredths(ref JsonCursor cursor, long most, string code, string tooFine)
    {
        if (!cursor.ReadNumberSpan(out var digits))
        {
            return null;
        }

        var reading = Decimals.Read(digits, 2, out var hundredths);
        if (reading == DecimalReading.Exact && hundredths >= 0 && hundredths <= most)
        {
            return hundredths;
        }

        if (reading == DecimalReading.TooFine)
        {
            cursor.Fault(tooFine, "at most two decimals; nothing is rounded here", "最多两位小数，此处不作舍入");
        }
        else
        {
            cursor.Fault(code, $"not within 0 to {Decimals.Plain(most, 2)}", $"不在 0 至 {Decimals.Plain(most, 2)} 之间");
        }

        return null;
    }
}
