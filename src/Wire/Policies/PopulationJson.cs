using System.Text.Json;

namespace Kehu.Wire;

/// <summary>Population policies on the wire: by which fact customers are ranked, and the share of the total that each class takes.</summary>
internal static class PopulationJson
{
    public static void Write(Utf8JsonWriter json, PopulationPolicy policy)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, policy.Id.Value);
        json.WriteLabel("label"u8, policy.Label);
        json.WriteList("kinds"u8, policy.Kinds, (json, kind) => json.WriteStringValue(kind.Code()));
        json.WriteString("by"u8, policy.By.Name);
        json.WriteStartArray("classes"u8);
        foreach (var band in policy.Bands)
        {
            WriteBand(json, band);
        }

        RungJson.WriteLast(json, policy.Otherwise);
        json.WriteEndArray();
        json.WriteAnyList("citations"u8, policy.Citations, CitationJson.Write);
        json.WriteAnyList("interpretations"u8, policy.Interpretations, LabelJson.Write);
        json.WriteEndObject();
    }

    /// <summary>The share is in percent.</summary>
    private static void WriteBand(Utf8JsonWriter json, Band band)
    {
        json.WriteStartObject();
        RungJson.WriteClass(json, band.Class);
        json.WritePropertyName("share"u8);
        FactsJson.WriteHundredths(json, band.Share.BasisPoints);
        json.WriteCitation("citation"u8, band.Citation);
        json.WriteEndObject();
    }
}
