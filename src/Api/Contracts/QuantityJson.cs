using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

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

    /// <summary>The unit in which a value is sent.</summary>
    public static string Unit(Quantity quantity) => quantity switch
    {
        Quantity.Of(Fact.Amount) => "yuan",
        Quantity.Of(Fact.Share) => "percent",
        Quantity.Of(Fact.Count) => "count",
        Quantity.Of(Fact.Day) => "date",
        Quantity.Of(Fact.Flag) or Quantity.Holding => "flag",
        Quantity.Of(Fact.Choice or Fact.Grade or Fact.Several) => "codes",
        Quantity.By(var derived) => FactJson.Type(derived),
        Quantity.Of => "count",
    };

    /// <summary>
    /// An amount of change of a fact: yuan, percentage points, pieces; days of a date, members of a set, steps of a grade.
    /// </summary>
    public static void WriteDifference(Utf8JsonWriter json, Fact fact, long by)
    {
        if (fact is Fact.Amount or Fact.Share)
        {
            FactsJson.WriteHundredths(json, by);
        }
        else
        {
            json.WriteNumberValue(by);
        }
    }

    /// <summary>What an interval leaves of a quantity, as members: codes, yes or no, or the bounds that bind.</summary>
    public static void WriteRange(Utf8JsonWriter json, Quantity quantity, Interval values)
    {
        if (IsListed(quantity))
        {
            json.WriteStartArray("codes"u8);
            for (var place = values.Low; place <= values.High; place++)
            {
                WriteValue(json, quantity, place);
            }

            json.WriteEndArray();
        }
        else if (IsYesNo(quantity))
        {
            json.WriteBoolean("is"u8, values.Low == 1);
        }
        else
        {
            json.WriteBound("min"u8, Binding(values.Low, quantity.Domain.Low), BoundJson.FormOf(quantity));
            json.WriteBound("max"u8, Binding(values.High, quantity.Domain.High), BoundJson.FormOf(quantity));
        }
    }

    private static Option<long> Binding(long value, long end) => value == end ? Option<long>.None : Option<long>.Some(value);

    /// <summary>True for codes of a closed list.</summary>
    public static bool IsListed(Quantity quantity) => quantity is Quantity.Of(Fact.Choice or Fact.Grade);

    /// <summary>True for flags and members of a set.</summary>
    public static bool IsYesNo(Quantity quantity) => quantity is Quantity.Of(Fact.Flag) or Quantity.Holding;
}
