using System.Text;
using System.Text.Json;

namespace Kehu.Wire;

/// <content>Reading single values. What is not as expected is a fault, is skipped, and reads as null or false.</content>
internal ref partial struct JsonCursor
{
    /// <summary>The value here is null; it needs no further reading.</summary>
    public readonly bool IsNull => !Stopped && reader.TokenType == JsonTokenType.Null;

    /// <summary>A string of at most so many characters: code points, as JSON Schema counts them.</summary>
    public string? ReadString(int maxLength)
    {
        if (!Expect(JsonTokenType.String, Expected.String))
        {
            return null;
        }

        var lone = false;
        var value = reader.ValueIsEscaped ? JsonText.Unescape(reader.ValueSpan, out lone) : Encoding.UTF8.GetString(reader.ValueSpan);
        if (lone)
        {
            Report(JsonFaults.Surrogate(Pointer));
            return null;
        }

        if (JsonText.IsLonger(value, maxLength))
        {
            Report(JsonFaults.Length(Pointer, maxLength));
            return null;
        }

        return value;
    }

    /// <summary>
    /// True for a string of at most so many characters that passes a test; no string is made. False says nothing: the string may be long or written with
    /// escapes, and is to be read.
    /// </summary>
    public readonly bool StringIs(TextTest right, int maxLength)
    {
        if (Stopped || reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.ValueSpan.Length > Math.Min(maxLength, LongestTested))
        {
            return false;
        }

        Span<char> text = stackalloc char[LongestTested];
        return right(text[..Encoding.UTF8.GetChars(reader.ValueSpan, text)]);
    }

    /// <summary>A string that is one of the codes; its index in the table. No string is made.</summary>
    public bool ReadCode(NameTable codes, out int index)
    {
        index = -1;
        if (!Expect(JsonTokenType.String, Expected.String))
        {
            return false;
        }

        index = FindName(codes, out var lone);
        if (index < 0)
        {
            var pointer = Pointer;
            Report(lone
                ? JsonFaults.Surrogate(pointer)
                : ValueFaults.UnknownCode(pointer, JsonText.Unescape(reader.ValueSpan, out _), codes.Names, codes.ListedAt));
        }

        return index >= 0;
    }

    /// <summary>True or false.</summary>
    public bool? ReadBool()
    {
        if (!Stopped && reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.TokenType == JsonTokenType.True;
        }

        Expect(JsonTokenType.True, Expected.Bool);
        return null;
    }

    /// <summary>A number's characters exactly as sent, for <see cref="Decimals.Read"/>.</summary>
    public bool ReadNumberSpan(out ReadOnlySpan<byte> digits)
    {
        var found = Expect(JsonTokenType.Number, Expected.Number);
        digits = found ? reader.ValueSpan : default;
        return found;
    }

    /// <summary>A number's characters as sent, or a short string, where another member says which of them is right.</summary>
    public string? ReadNumberOrString(out bool isNumber)
    {
        isNumber = !Stopped && reader.TokenType == JsonTokenType.Number;
        return isNumber ? Encoding.UTF8.GetString(reader.ValueSpan)
            : !Stopped && reader.TokenType == JsonTokenType.String ? ReadString(LongestShort)
            : Refuse(Expected.NumberOrString);
    }

    /// <summary>A whole number between the bounds, both included; <c>1.0</c> and <c>1e2</c> are whole.</summary>
    public long? ReadWhole(long least, long most)
    {
        if (!ReadNumberSpan(out var digits))
        {
            return null;
        }

        var reading = Decimals.Read(digits, 0, out var value);
        if (reading == DecimalReading.Exact && value >= least && value <= most)
        {
            return value;
        }

        Report(reading == DecimalReading.TooFine ? JsonFaults.NotWhole(Pointer) : ValueFaults.Range(Pointer, least, most));
        return null;
    }

    /// <summary>A day of the calendar as yyyy-MM-dd.</summary>
    public DateOnly? ReadDate()
    {
        if (!Expect(JsonTokenType.String, Expected.Date))
        {
            return null;
        }

        if (reader.ValueIsEscaped ? IsoDate.TryRead(JsonText.Unescape(reader.ValueSpan, out _), out var date) : IsoDate.TryRead(reader.ValueSpan, out date))
        {
            return date;
        }

        Report(ValueFaults.Date(Pointer));
        return null;
    }

    private string? Refuse(Label expected)
    {
        Expect(JsonTokenType.None, expected);
        return null;
    }

    private bool Expect(JsonTokenType token, Label expected)
    {
        if (Stopped)
        {
            return false;
        }

        if (reader.TokenType == token)
        {
            return true;
        }

        Report(IsNull ? JsonFaults.Null(Pointer) : JsonFaults.Type(Pointer, expected, reader.TokenType));
        Skip();
        return false;
    }

    private const int LongestShort = 64;

    private const int LongestTested = 128;

    private static class Expected
    {
        public static readonly Label Object = new("an object", "对象");
        public static readonly Label Array = new("an array", "数组");
        public static readonly Label String = new("a string", "字符串");
        public static readonly Label Number = new("a number", "数字");
        public static readonly Label NumberOrString = new("a number, or a date as a string", "数字或日期字符串");
        public static readonly Label Bool = new("true or false", "布尔值（true 或 false）");
        public static readonly Label Date = new("a date as a string (yyyy-MM-dd)", "日期字符串（yyyy-MM-dd）");
    }
}
