using System.Text.Json;

namespace Kehu.Wire;

/// <summary>Values of quantities on the wire, in the unit in which the fact is sent: yuan, percent, dates, codes; derived facts in their own unit.</summary>
internal static class QuantityJson
{
    public static void WriteValue(Utf8JsonWriter json, Quantity quantity, long value)
    {
        switch (quantity)
        {
            case Quantity.Of(var fact):
                FactsJson.WriteValue(json, fact, value);
                break;
            case Quantity.By(DerivedFact.Gap):
                FactsJson.WriteHundredths(json, value);
                break;
            case Quantity.By:
                json.WriteNumberValue(value);
                break;
            case Quantity.Holding:
                json.WriteBooleanValue(value == 1);
                break;
        }
    }
}
