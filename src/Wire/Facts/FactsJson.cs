using System.Runtime.CompilerServices;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>The facts of a catalogue on the wire: one member a fact, read in one pass driven by the catalogue, written in the catalogue's order.</summary>
internal sealed class FactsJson
{
    private static readonly ConditionalWeakTable<FactCatalogue, FactsJson> Made = [];

    private readonly FactCatalogue catalogue;
    private readonly Fact[] facts;
    private readonly JsonMembers members;
    private readonly NameTable[] codes;
    private readonly JsonEncodedText[] names;
    private readonly JsonEncodedText[][] codeNames;

    private FactsJson(FactCatalogue catalogue)
    {
        (this.catalogue, facts) = (catalogue, [.. catalogue.All]);
        members = new([.. facts.Select(fact => fact.Name + "?")], FaultWords.Facts);
        codes = [.. facts.Select(fact => new NameTable([.. fact.Members.Map(member => member.Code)]) { ListedAt = FaultWords.Facts })];
        names = [.. facts.Select(fact => JsonEncodedText.Encode(fact.Name))];
        codeNames = [.. facts.Select(fact => fact.Members.Map(member => JsonEncodedText.Encode(member.Code)).ToArray())];
    }

    /// <summary>The form of a catalogue's facts: made once for each, and kept for as long as the catalogue is.</summary>
    public static FactsJson For(FactCatalogue catalogue) => Made.GetValue(catalogue, static catalogue => new FactsJson(catalogue));

    /// <summary>What is known where nothing is said.</summary>
    public KnownFacts NothingKnown => catalogue.NothingKnown;

    /// <summary>
    /// The facts in the object here. <c>null</c> is unknown; whatever is no legal value of its fact is a fault.
    /// Whether the facts go with the kind of customer is checked apart: the kind may come later in the text.
    /// </summary>
    public KnownFacts Read(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return catalogue.NothingKnown;
        }

        var draft = new KnownFacts.Draft(catalogue);
        var seen = default(MemberSet);
        while (cursor.NextMember(members, ref seen, out var place))
        {
            if (!cursor.IsNull && ReadValue(ref cursor, place, out var value))
            {
                draft.Set(place, value);
            }
        }

        return draft.Done();
    }

    /// <summary>The known facts as an object.</summary>
    public static void Write(Utf8JsonWriter json, KnownFacts known) => For(known.Catalogue).WriteKnown(json, known);

    private void WriteKnown(Utf8JsonWriter json, KnownFacts known)
    {
        json.WriteStartObject();
        for (var place = 0; place < facts.Length; place++)
        {
            if (known.TryGet(place, out var value))
            {
                json.WritePropertyName(names[place]);
                WriteValue(json, facts[place], value, codeNames[place]);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>One value of a fact: money in yuan, percentages in percent, dates as text, codes as codes.</summary>
    public static void WriteValue(Utf8JsonWriter json, Fact fact, long value) => WriteValue(json, fact, value, []);

    /// <summary>Hundredths as a decimal number without superfluous digits: fen as yuan, basis points as percent.</summary>
    public static void WriteHundredths(Utf8JsonWriter json, long hundredths)
    {
        if (hundredths % 100 == 0)
        {
            json.WriteNumberValue(hundredths / 100);
        }
        else
        {
            json.WriteNumberValue(hundredths / 100m);
        }
    }

    /// <summary>The same; codes that are encoded already are written as they are.</summary>
    private static void WriteValue(Utf8JsonWriter json, Fact fact, long value, JsonEncodedText[] encoded)
    {
        switch (fact)
        {
            case Fact.Amount or Fact.Share:
                WriteHundredths(json, value);
                break;
            case Fact.Count:
                json.WriteNumberValue(value);
                break;
            case Fact.Day:
                WriteDay(json, DateOnly.FromDayNumber((int)value));
                break;
            case Fact.Flag:
                json.WriteBooleanValue(value == 1);
                break;
            case Fact.Choice or Fact.Grade:
                WriteCode(json, fact, (int)value, encoded);
                break;
            case Fact.Several:
                WriteSet(json, fact, value, encoded);
                break;
        }
    }

    /// <summary>A date as yyyy-MM-dd.</summary>
    public static void WriteDay(Utf8JsonWriter json, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        _ = day.TryFormat(text, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteStringValue(text);
    }

    private static void WriteSet(Utf8JsonWriter json, Fact fact, long bits, JsonEncodedText[] encoded)
    {
        json.WriteStartArray();
        for (var left = bits; left != 0; left &= left - 1)
        {
            WriteCode(json, fact, System.Numerics.BitOperations.TrailingZeroCount(left), encoded);
        }

        json.WriteEndArray();
    }

    private static void WriteCode(Utf8JsonWriter json, Fact fact, int place, JsonEncodedText[] encoded)
    {
        if (encoded.Length > 0)
        {
            json.WriteStringValue(encoded[place]);
        }
        else
        {
            json.WriteStringValue(fact.Members[place].Code);
        }
    }

    private bool ReadValue(ref JsonCursor cursor, int place, out long value) => facts[place] switch
    {
        Fact.Amount or Fact.Share => ReadNumber(ref cursor, facts[place], 2, out value),
        Fact.Count => ReadNumber(ref cursor, facts[place], 0, out value),
        Fact.Day => ReadDay(ref cursor, facts[place], out value),
        Fact.Flag => ReadFlag(ref cursor, out value),
        Fact.Choice or Fact.Grade => ReadCode(ref cursor, place, out value),
        Fact.Several => ReadSet(ref cursor, place, out value),
    };

    private static bool ReadNumber(ref JsonCursor cursor, Fact fact, int decimals, out long value)
    {
        value = 0;
        if (!cursor.ReadNumberSpan(out var digits))
        {
            return false;
        }

        var reading = Decimals.Read(digits, decimals, out value);
        var legal = cursor.IsOnFile ? fact.Domain : fact.Accepted;
        if (reading == DecimalReading.Exact && legal.Contains(value))
        {
            return true;
        }

        if (reading == DecimalReading.TooFine)
        {
            cursor.Fault(
                "fact.too-fine",
                decimals == 0
                    ? $"{fact.Name} is a whole number; send it without decimals"
                    : $"{fact.Name} has at most {decimals} decimals; nothing is rounded here",
                decimals == 0
                    ? $"{fact.Name} 为整数，请勿带小数"
                    : $"{fact.Name} 最多 {decimals} 位小数，此处不作舍入");
        }
        else
        {
            Outside(ref cursor, fact, legal, decimals);
        }

        return false;
    }

    private static void Outside(ref JsonCursor cursor, Fact fact, Interval legal, int decimals)
    {
        var (low, high) = (Decimals.Grouped(legal.Low, decimals), Decimals.Grouped(legal.High, decimals));
        cursor.Fault("fact.out-of-range", $"{fact.Name} lies outside {low} to {high}", $"{fact.Name} 超出 {low} 至 {high} 的范围");
    }

    private static bool ReadDay(ref JsonCursor cursor, Fact fact, out long value)
    {
        value = 0;
        if (cursor.ReadDate() is not { } day)
        {
            return false;
        }

        value = day.DayNumber;
        if (!fact.Domain.Contains(value))
        {
            cursor.Fault("fact.out-of-range", $"{fact.Name} lies outside 1900-01-01 to 2100-12-31", $"{fact.Name} 超出 1900-01-01 至 2100-12-31 的范围");
            return false;
        }

        return true;
    }

    private static bool ReadFlag(ref JsonCursor cursor, out long value)
    {
        var flag = cursor.ReadBool();
        value = flag == true ? 1 : 0;
        return flag is not null;
    }

    private bool ReadCode(ref JsonCursor cursor, int place, out long value)
    {
        var known = cursor.ReadCode(codes[place], out var index);
        value = index;
        return known;
    }

    private bool ReadSet(ref JsonCursor cursor, int place, out long bits)
    {
        bits = 0;
        if (!cursor.StartArray())
        {
            return false;
        }

        var whole = true;
        while (cursor.NextElement(out _))
        {
            whole &= cursor.ReadCode(codes[place], out var index);
            if (index >= 0 && (bits >> index & 1) == 1)
            {
                cursor.Fault("json.repeated-element", $"'{codes[place][index]}' is listed twice", $"“{codes[place][index]}”重复");
                whole = false;
            }

            bits |= index >= 0 ? 1L << index : 0;
        }

        return whole && !cursor.Stopped;
    }
}
