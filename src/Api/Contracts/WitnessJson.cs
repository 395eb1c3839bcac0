using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Customers that show something about a policy: <c>asOf</c> and <c>customer</c> can be posted to classify as they stand.</summary>
internal static class WitnessJson
{
    public static void Write(Utf8JsonWriter json, Witness witness)
    {
        json.WriteStartObject();
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, witness.AsOf);
        json.WriteClass("class"u8, witness.Class);
        json.WriteStartObject("customer"u8);
        json.WriteString("kind"u8, witness.Customer.Kind.Code());
        json.WritePropertyName("facts"u8);
        FactsJson.Write(json, witness.Customer.Facts);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A class by its code as a member; null where there is none.</summary>
    public static void WriteClass(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<PolicyClass> c) =>
        json.WriteString(name, c.Map(known => known.Code.Value).OrNull());
}
