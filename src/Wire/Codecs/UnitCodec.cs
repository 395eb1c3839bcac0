using System.Numerics;
using System.Text.Json;

namespace Kehu.Wire;

/// <summary>Values in the unit in which they are sent.</summary>
internal sealed class UnitCodec : Codec<UnitValue>
{
    public override bool Read(ref JsonCursor cursor, out UnitValue value) => throw new NotSupportedException("a value of whatever fact is only answered");

    public override void Write(Utf8JsonWriter json, UnitValue value, Language language)
    {
        switch (value)
        {
            case UnitValue.Reading(var quantity, var read):
                QuantityJson.WriteValue(json, quantity, read);
                break;
            case UnitValue.Bound(var quantity, var bound):
                BoundJson.Write(json, bound, BoundForms.Of(quantity));
                break;
            case UnitValue.Number(var units, var decimals):
                json.WriteRawValue(Decimals.Plain(units, decimals), skipInputValidation: true);
                break;
            case UnitValue.Code(var code):
                json.WriteStringValue(code);
                break;
            case UnitValue.Codes(var codes):
                WriteCodes(json, codes);
                break;
        }
    }

    private static void WriteCodes(Utf8JsonWriter json, LanguageExt.Arr<string> codes)
    {
        json.WriteStartArray();
        foreach (var code in codes)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
    }
}

/// <summary>Whole numbers with all their digits.</summary>
internal sealed class TallyCodec : Codec<BigInteger>
{
    public override bool Read(ref JsonCursor cursor, out BigInteger value) => throw new NotSupportedException("a number of any size is only answered");

    public override void Write(Utf8JsonWriter json, BigInteger value, Language language) =>
        json.WriteRawValue(Decimals.Plain(value, 0), skipInputValidation: true);
}
