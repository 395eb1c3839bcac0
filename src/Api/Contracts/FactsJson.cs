using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Facts on the wire: one member a fact, read in one pass driven by the catalogue, written in the catalogue's order.</summary>
internal static class FactsJson
{
    private static readonly JsonMembers Members = new([.. FactCatalogue.All.Map(fact => fact.Name + "?")], JsonFaults.Facts);

    private static readonly Fact[] Facts = [.. FactCatalogue.All];

    /// <summary>For each kind of customer the facts that are not its own.</summary>
    private static readonly FactGroup[] Foreign = [.. CustomerKinds.All.Map(kind => FactGroup.Where(fact => !fact.Head.Scope.Covers(kind)))];

    private static readonly NameTable[] Codes = [.. FactCatalogue.All.Map(fact => new NameTable([.. fact.Members.Map(member => member.Code)]) { ListedAt = JsonFaults.Facts })];

    private static readonly JsonEncodedText[] Names = [.. FactCatalogue.All.Map(fact => JsonEncodedText.Encode(fact.Name))];

    private static readonly JsonEncodedText[][] CodeNames = [.. FactCatalogue.All.Map(fact => fact.Members.Map(member => JsonEncodedText.Encode(member.Code)).ToArray())];

    /// <summary>
    /// The facts in the object here. <c>null</c> is unknown; whatever is no legal value of its fact is a fault.
    /// Whether the facts go with the kind of customer is checked apart: the kind may come later in the text.
    /// </summary>
    public static KnownFacts Read(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return KnownFacts.Nothing;
        }

        var draft = new KnownFacts.Draft();
        var seen = default(MemberSet);
        while (cursor.NextMember(Members, ref seen, out var place))
        {
            if (!cursor.IsNull && ReadValue(ref cursor, place, out var value))
            {
                draft.Set(place, value);
            }
        }

        return draft.Done();
    }

    /// <summary>The facts that do not belong to customers of the kind; pointers relative to the facts.</summary>
    public static Seq<Fault> OfOtherKind(KnownFacts facts, CustomerKind kind) => !facts.HaveAnyOf(Foreign[(int)kind])
        ? Seq<Fault>.Empty
        : Prelude.Seq(Enumerable.Range(0, Facts.Length)
            .Where(place => Foreign[(int)kind].Has(place) && facts.TryGet(place, out _))
            .Select(place => Fault.At(
                $"/{Facts[place].Name}",
                "fact.other-kind",
                $"'{Facts[place].Name}' is no fact of {kind.Label().En}; leave it out or correct the kind",
                $"“{Facts[place].Name}”不是{kind.Label().Zh}的事实；请省略，或更正客户种类")));

    /// <summary>The known facts as an object.</summary>
    public static void Write(Utf8JsonWriter json, KnownFacts facts)
    {
        json.WriteStartObject();
        for (var place = 0; place < Facts.Length; place++)
        {
            if (facts.TryGet(place, out var value))
            {
                json.WritePropertyName(Names[place]);
                WriteValue(json, place, value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>One value of a fact: money in yuan, percentages in percent, dates as text, codes as codes.</summary>
    public static void WriteValue(Utf8JsonWriter json, Fact fact, long value) => WriteValue(json, FactCatalogue.PlaceOf(fact), value);

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

    private static void WriteValue(Utf8JsonWriter json, int place, long value)
    {
        switch (Facts[place])
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
                json.WriteStringValue(CodeNames[place][(int)value]);
                break;
            case Fact.Several:
                WriteSet(json, CodeNames[place], value);
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

    private static void WriteSet(Utf8JsonWriter json, JsonEncodedText[] codes, long bits)
    {
        json.WriteStartArray();
        for (var place = 0; place < codes.Length; place++)
        {
            if ((bits >> place & 1) == 1)
            {
                json.WriteStringValue(codes[place]);
            }
        }

        json.WriteEndArray();
    }

    private static bool ReadValue(ref JsonCursor cursor, int place, out long value) => Facts[place] switch
    {
        Fact.Amount or Fact.Share => ReadNumber(ref cursor, Facts[place], 2, out value),
        Fact.Count => ReadNumber(ref cursor, Facts[place], 0, out value),
        Fact.Day => ReadDay(ref cursor, Facts[place], out value),
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
                decimals == 0 ? $"{fact.Name} is a whole number; send it without decimals" : $"{fact.Name} has at most {decimals} decimals; nothing is rounded here",
                decimals == 0 ? $"{fact.Name} 为整数，请勿带小数" : $"{fact.Name} 最多 {decimals} 位小数，此处不作舍入");
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

    private static bool ReadCode(ref JsonCursor cursor, int place, out long value)
    {
        var known = cursor.ReadCode(Codes[place], out var index);
        value = index;
        return known;
    }

    private static bool ReadSet(ref JsonCursor cursor, int place, out long bits)
    {
        bits = 0;
        if (!cursor.StartArray())
        {
            return false;
        }

        var whole = true;
        while (cursor.NextElement(out _))
        {
            whole &= cursor.ReadCode(Codes[place], out var index);
            if (index >= 0 && (bits >> index & 1) == 1)
            {
                cursor.Fault("json.repeated-element", $"'{Codes[place][index]}' is listed twice", $"“{Codes[place][index]}”重复");
                whole = false;
            }

            bits |= index >= 0 ? 1L << index : 0;
        }

        return whole && !cursor.Stopped;
    }
}
