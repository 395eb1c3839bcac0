using System.Buffers;

namespace Kehu.Api;

/// <summary>
/// Reads a header that lists values with parameters and weights, as Accept, Accept-Language and Content-Type do (RFC 9110, 5.6 and 12.4.2):
/// <c>text/csv;q=0.5, application/json;charset=utf-8</c>. Nothing is allocated.
/// </summary>
internal ref struct WeightedReader(ReadOnlySpan<char> header)
{
    /// <summary>The weight of a value without one, in thousandths.</summary>
    public const int Full = 1000;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private ReadOnlySpan<char> rest = header;

    /// <summary>The value without its parameters: <c>text/csv</c>, <c>*/*</c>, <c>zh-CN</c>.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>The weight in thousandths; 0 excludes.</summary>
    public int Weight { get; private set; }

    /// <summary>It asks for a charset that is not UTF-8.</summary>
    public bool OtherCharset { get; private set; }

    /// <summary>It has parameters other than the weight and the charset.</summary>
    public bool OtherParameters { get; private set; }

    /// <summary>The header breaks the grammar; reading has ended.</summary>
    public bool Malformed { get; private set; }

    /// <summary>To the next value; false at the end and where the header is malformed. Empty list elements are passed over.</summary>
    public bool Next()
    {
        rest = rest.TrimStart(" \t,");
        if (rest.IsEmpty || Malformed)
        {
            return false;
        }

        (Weight, OtherCharset, OtherParameters) = (Full, false, false);
        var end = rest.IndexOfAny(";, \t");
        Value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..].TrimStart(" \t");
        while (!rest.IsEmpty && rest[0] == ';' && !Malformed)
        {
            rest = rest[1..].TrimStart(" \t");
            Malformed = !(rest.IsEmpty || rest[0] is ';' or ',' || Parameter());
            rest = rest.TrimStart(" \t");
        }

        Malformed |= Value.IsEmpty || (!rest.IsEmpty && rest[0] != ',');
        return !Malformed;
    }

    /// <summary>A token of the grammar, not empty.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    private bool Parameter()
    {
        var equals = rest.IndexOf('=');
        if (equals < 0 || !IsToken(rest[..equals]))
        {
            return false;
        }

        var name = rest[..equals];
        rest = rest[(equals + 1)..];
        var length = rest.StartsWith('"') ? Quoted() : Token();
        if (length <= 0)
        {
            return false;
        }

        var value = rest[..length];
        rest = rest[length..];
        return Take(name, value);
    }

    private bool Take(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("q", StringComparison.OrdinalIgnoreCase))
        {
            return Weighs(value);
        }

        if (name.Equals("charset", StringComparison.OrdinalIgnoreCase))
        {
            OtherCharset |= !value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        }
        else
        {
            OtherParameters = true;
        }

        return true;
    }

    private readonly int Token()
    {
        var end = rest.IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? rest.Length : end;
    }

    private readonly int Quoted()
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                return i + 1;
            }

            i += rest[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    /// <summary>A weight; without the zero before the point too, as some clients send it.</summary>
    private bool Weighs(ReadOnlySpan<char> value)
    {
        if (value.StartsWith('.') && value.Length > 1)
        {
            Weight = 0;
            return value.Length <= 4 && Decimals(value[1..]);
        }

        if (value.Length > 5 || value[0] is not ('0' or '1') || (value.Length > 1 && value[1] != '.'))
        {
            return false;
        }

        Weight = (value[0] - '0') * Full;
        return Decimals(value.Length > 2 ? value[2..] : default);
    }

    private bool Decimals(ReadOnlySpan<char> digits)
    {
        var unit = Full;
        foreach (var digit in digits)
        {
            unit /= 10;
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            Weight += (digit - '0') * unit;
        }

        return Weight <= Full;
    }
}
