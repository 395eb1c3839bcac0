using System.Text.Json;
using LanguageExt;

namespace Kehu.Properties.Http;

/// <summary>Evidence on the wire written from the plain tree of findings: what the service writes from lines is held against it.</summary>
internal static class EvidenceTreeJson
{
    private static readonly Label Whatever = new(
        "criterion by criterion this stays open, but whatever the unknown values are, the outcome is the same",
        "逐项看尚不能确定，但无论未知事实取何值，结论均相同");

    public static void Write(Utf8JsonWriter json, Evidence evidence, Outcome outcome, Language language)
    {
        json.WriteStartObject();
        if (evidence.WhateverUnknown)
        {
            json.WriteString("whateverUnknown"u8, Whatever.In(language));
        }

        if (evidence.Applies.Case is Finding applies)
        {
            json.WritePropertyName("applies"u8);
            Write(json, applies, language);
        }

        json.WriteStartArray("classes"u8);
        foreach (var tested in evidence.Classes)
        {
            json.WriteStartObject();
            json.WriteString("class"u8, tested.Class.Code.Value);
            json.WriteString("label"u8, tested.Class.Label.In(language));
            json.WriteBoolean("assigned"u8, outcome is Outcome.Decided(var assigned, _) && assigned.Code == tested.Class.Code);
            json.WritePropertyName("criterion"u8);
            Write(json, tested.Finding, language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, Language language)
    {
        json.WriteStartObject();
        json.WriteString("result"u8, Code(finding.Truth));
        json.WriteString("text"u8, finding.Words.In(language));
        if (finding.Observation.Case is Observation observation)
        {
            Write(json, observation, language);
        }

        if (finding.Citation.Case is Citation citation)
        {
            json.WritePropertyName("citation"u8);
            CitationJson.WriteFor(json, citation, language);
        }

        if (!finding.Parts.IsEmpty)
        {
            json.WriteStartArray("parts"u8);
            foreach (var part in finding.Parts)
            {
                Write(json, part, language);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Observation observation, Language language)
    {
        json.WriteString("fact"u8, observation.Quantity.Name);
        json.WritePropertyName("value"u8);
        if (observation.Reading.IsPoint)
        {
            QuantityJson.WriteValue(json, observation.Quantity, observation.Reading.Low);
        }
        else
        {
            json.WriteNullValue();
        }

        if (!observation.Admitted.IsEmpty)
        {
            WriteBound(json, observation);
        }

        if (observation.Miss.OrNull() is { } miss)
        {
            json.WriteStartObject("miss"u8);
            json.WritePropertyName("by"u8);
            QuantityJson.WriteValue(json, observation.Quantity, Math.Abs(miss));
            json.WriteString("text"u8, Words(observation.Quantity, miss).In(language));
            json.WriteEndObject();
        }
    }

    /// <summary>What the criterion asks for: bounds of a number (those that bind), or the codes of a list.</summary>
    private static void WriteBound(Utf8JsonWriter json, Observation observation)
    {
        var quantity = observation.Quantity;
        json.WriteStartObject("bound"u8);
        if (quantity.IsListed)
        {
            json.WriteStartArray("codes"u8);
            foreach (var value in observation.Admitted.SelectMany(part => Enumerable.Range((int)part.Low, (int)(part.High - part.Low + 1))))
            {
                QuantityJson.WriteValue(json, quantity, value);
            }

            json.WriteEndArray();
        }
        else if (quantity.IsYesNo)
        {
            json.WriteBoolean("is"u8, true);
        }
        else
        {
            WriteEnd(json, "min"u8, quantity, observation.Admitted[0].Low, quantity.Domain.Low);
            WriteEnd(json, "max"u8, quantity, observation.Admitted[0].High, quantity.Domain.High);
        }

        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, ReadOnlySpan<byte> name, Quantity quantity, long value, long end)
    {
        if (value != end)
        {
            json.WritePropertyName(name);
            QuantityJson.WriteValue(json, quantity, value);
        }
    }

    private static Label Words(Quantity quantity, long miss)
    {
        var amount = quantity switch
        {
            Quantity.Of(Fact.Day) => new Label($"{Math.Abs(miss)} days", $"{Math.Abs(miss)} 天"),
            Quantity.Of or Quantity.By or Quantity.Holding => quantity.Words(Math.Abs(miss)),
        };
        return miss < 0
            ? amount + new Label(" short", "（不足）")
            : amount + new Label(" too much", "（超出）");
    }

    private static string Code(Truth truth) => truth switch
    {
        Truth.True => "met",
        Truth.False => "not-met",
        Truth.Unknown => "unknown",
    };
}
