using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>The house numbers of a policy on the wire: name, value in the unit in which it is set, the reason for it, where it stands.</summary>
internal static class ParameterJson
{
    public static void Write(Utf8JsonWriter json, Parameter parameter, Language language)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, parameter.Name);
        WriteValue(json, parameter.Value);
        json.WriteString("reason"u8, parameter.Reason.In(language));
        json.WriteList("pointers"u8, parameter.Pointers, static (json, pointer) => json.WriteStringValue(pointer));
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ParameterValue value)
    {
        switch (value)
        {
            case ParameterValue.Bound(var quantity, var bound):
                json.WriteString("fact"u8, quantity.Name);
                json.WriteString("unit"u8, QuantityJson.Unit(quantity));
                json.WriteBound("value"u8, bound, BoundJson.FormOf(quantity));
                break;
            case ParameterValue.Points(var points):
                json.WriteString("unit"u8, "points"u8);
                json.WriteNumber("value"u8, points);
                break;
            case ParameterValue.Grade(var fact, var code):
                json.WriteString("fact"u8, fact.Name);
                json.WriteString("unit"u8, "grade"u8);
                json.WriteString("value"u8, code);
                break;
            case ParameterValue.Codes(var fact, var codes):
                json.WriteString("fact"u8, fact.Name);
                json.WriteString("unit"u8, "codes"u8);
                json.WriteList("value"u8, codes, static (json, code) => json.WriteStringValue(code));
                break;
            case ParameterValue.Share(var share):
                json.WriteString("unit"u8, "percent"u8);
                json.WritePropertyName("value"u8);
                FactsJson.WriteHundredths(json, share.BasisPoints);
                break;
        }
    }
}
