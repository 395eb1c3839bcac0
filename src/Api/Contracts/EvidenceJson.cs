using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Evidence on the wire: a tree of criteria, each with what was read, whether it is met, by how much not, and its citation.</summary>
internal static class EvidenceJson
{
    private static readonly Label Whatever = new(
        "criterion by criterion this stays open, but whatever the unknown values are, the outcome is the same",
        "逐项看尚不能确定，但无论未知事实取何值，结论均相同");

    public static void Write(Utf8JsonWriter json, EvidenceLines evidence, Outcome outcome, Language language)
    {
        var (texts, at) = (EvidenceTexts.Of(evidence.Plan, language), 0);
        json.WriteStartObject();
        if (evidence.WhateverUnknown)
        {
            json.WriteString("whateverUnknown"u8, Whatever.In(language));
        }

        if (evidence.ShowsApplies)
        {
            json.WritePropertyName("applies"u8);
            Write(json, evidence, texts, ref at);
        }

        json.WriteStartArray("classes"u8);
        foreach (var rung in evidence.Plan.Policy.Rungs.Take(evidence.Tested))
        {
            json.WriteStartObject();
            json.WriteString("class"u8, rung.Class.Code.Value);
            json.WriteString("label"u8, rung.Class.Label.In(language));
            json.WriteBoolean("assigned"u8, outcome is Outcome.Decided(var assigned, _) && assigned.Code == rung.Class.Code);
            json.WritePropertyName("criterion"u8);
            Write(json, evidence, texts, ref at);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The criterion of a line with its parts, the lines after it; moves on to the line after those.</summary>
    private static void Write(Utf8JsonWriter json, EvidenceLines evidence, EvidenceTexts texts, ref int at)
    {
        var lines = evidence.Lines;
        var line = lines[at++];
        var criterion = evidence.CriterionOf(line);
        var text = texts.Of(criterion);
        json.WriteStartObject();
        json.WriteString("result"u8, Code(line.Truth));
        if (criterion.IsOfPoints)
        {
            json.WriteString("text"u8, criterion.WordsFor(line.Read).In(texts.Language));
        }
        else
        {
            json.WriteString("text"u8, text.Words);
        }

        if (criterion.Quantity.Case is SomeCase<Quantity>(var quantity))
        {
            Write(json, criterion, quantity, line.Read, text, texts.Language);
        }

        if (text.Citation.Length > 0)
        {
            json.WritePropertyName("citation"u8);
            json.WriteRawValue(text.Citation, skipInputValidation: true);
        }

        if (at < lines.Length && lines[at].Criterion < criterion.End)
        {
            json.WriteStartArray("parts"u8);
            while (at < lines.Length && lines[at].Criterion < criterion.End)
            {
                Write(json, evidence, texts, ref at);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EvidenceCriterion criterion, Quantity quantity, Interval read, EvidenceText text, Language language)
    {
        json.WriteString("fact"u8, text.Fact);
        json.WritePropertyName("value"u8);
        if (read.IsPoint)
        {
            QuantityJson.WriteValue(json, quantity, read.Low);
        }
        else
        {
            json.WriteNullValue();
        }

        if (text.Bound.Length > 0)
        {
            json.WritePropertyName("bound"u8);
            json.WriteRawValue(text.Bound, skipInputValidation: true);
        }

        if (criterion.Miss(read).OrNull() is { } miss)
        {
            json.WriteStartObject("miss"u8);
            json.WritePropertyName("by"u8);
            QuantityJson.WriteValue(json, quantity, Math.Abs(miss));
            json.WriteString("text"u8, Words(quantity, miss).In(language));
            json.WriteEndObject();
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
