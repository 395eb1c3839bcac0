using System.Globalization;
using System.Numerics;

namespace Kehu.Domain;

/// <summary>How reading a decimal number from its digits ended.</summary>
public enum DecimalReading
{
    /// <summary>The digits are no JSON number.</summary>
    Malformed = 0,

    /// <summary>The number has more decimals than the unit can hold; it is never rounded.</summary>
    TooFine,

    /// <summary>The number does not fit a 64-bit count of the unit.</summary>
    TooLarge,

    /// <summary>The number was read exactly.</summary>
    Exact,
}

/// <summary>Decimal numbers as whole counts of a unit of 10^-n, exact in both directions.</summary>
public static class Decimals
{
    /// <summary>
    /// Reads a JSON number as a count of units of 10^-<paramref name="decimals"/>, from its digits and without rounding.
    /// The exponent may be any size: the work is bounded by the number of digits.
    /// </summary>
    public static DecimalReading Read(ReadOnlySpan<byte> digits, int decimals, out long units)
    {
        units = 0;
        var at = 0;
        var negative = digits.Length > 0 && digits[0] == (byte)'-';
        at += negative ? 1 : 0;
        var whole = Run(digits, ref at);
        var fraction = ReadOnlySpan<byte>.Empty;
        if (at < digits.Length && digits[at] == (byte)'.')
        {
            at++;
            fraction = Run(digits, ref at);
            if (fraction.IsEmpty)
            {
                return DecimalReading.Malformed;
            }
        }

        if (whole is [] or [(byte)'0', _, ..] || !Exponent(digits, ref at, out var exponent) || at != digits.Length)
        {
            return DecimalReading.Malformed;
        }

        return Scale(negative, whole, fraction, exponent + decimals, out units);
    }

    /// <summary>The count printed with its decimals, none of them superfluous: 25050 at 2 is <c>250.5</c>.</summary>
    public static string Plain(BigInteger units, int decimals)
    {
        var text = Fixed(units, decimals);
        return decimals == 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>The count printed with all its decimals and spaces between thousands: <c>250 000.00</c>.</summary>
    public static string Grouped(BigInteger units, int decimals)
    {
        var text = Fixed(units, decimals);
        var point = decimals == 0 ? text.Length : text.Length - decimals - 1;
        for (var at = point - 3; at > (units.Sign < 0 ? 1 : 0); at -= 3)
        {
            text = text.Insert(at, " ");
        }

        return text;
    }

    private static string Fixed(BigInteger units, int decimals)
    {
        var digits = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var point = decimals == 0 ? "" : ".";
        return $"{(units.Sign < 0 ? "-" : "")}{digits[..^decimals]}{point}{digits[^decimals..]}";
    }

    private static DecimalReading Scale(bool negative, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long shift, out long units)
    {
        var count = whole.Length + fraction.Length;
        var last = whole.Length + shift;              // digits before this position are whole units
        if (count <= SafeDigits && last >= count && last <= SafeDigits)
        {
            units = Short(negative, whole, fraction, (int)last - count);
            return DecimalReading.Exact;
        }

        units = 0;
        Int128 sum = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = (i < whole.Length ? whole[i] : fraction[i - whole.Length]) - '0';
            if (i >= last)
            {
                if (digit != 0)
                {
                    return DecimalReading.TooFine;
                }

                continue;
            }

            sum = (sum * 10) + digit;
            if (sum > long.MaxValue)
            {
                return DecimalReading.TooLarge;
            }
        }

        for (long i = count; i < last && sum != 0; i++)
        {
            sum *= 10;
            if (sum > long.MaxValue)
            {
                return DecimalReading.TooLarge;
            }
        }

        units = (long)(negative ? -sum : sum);
        return DecimalReading.Exact;
    }

    /// <summary>So many digits always fit 64 bits.</summary>
    private const int SafeDigits = 18;

    /// <summary>The usual number: few digits, none of them finer than the unit.</summary>
    private static long Short(bool negative, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int zeros)
    {
        var sum = 0L;
        foreach (var digit in whole)
        {
            sum = (sum * 10) + digit - '0';
        }

        foreach (var digit in fraction)
        {
            sum = (sum * 10) + digit - '0';
        }

        for (; zeros > 0; zeros--)
        {
            sum *= 10;
        }

        return negative ? -sum : sum;
    }

    private static ReadOnlySpan<byte> Run(ReadOnlySpan<byte> digits, scoped ref int at)
    {
        var start = at;
        while (at < digits.Length && digits[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return digits[start..at];
    }

    private static bool Exponent(ReadOnlySpan<byte> digits, ref int at, out long exponent)
    {
        exponent = 0;
        if (at == digits.Length || digits[at] is not ((byte)'e' or (byte)'E'))
        {
            return true;
        }

        at++;
        var negative = at < digits.Length && digits[at] == (byte)'-';
        at += at < digits.Length && digits[at] is (byte)'-' or (byte)'+' ? 1 : 0;
        var run = Run(digits, ref at);
        foreach (var digit in run)
        {
            exponent = Math.Min(1_000_000_000, (exponent * 10) + digit - '0');
        }

        exponent = negative ? -exponent : exponent;
        return !run.IsEmpty;
    }
}
