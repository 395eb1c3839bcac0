using System.Text.Json;

namespace Kehu.Wire;

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
            json.WritePropertyName(Names.Applies);
            Write(json, evidence, texts, ref at);
        }

        json.WriteStartArray(Names.Classes);
        for (var rung = 0; rung < evidence.Tested; rung++)
        {
            var (code, label) = texts.OfRung(rung);
            json.WriteStartObject();
            json.WriteString(Names.Class, code);
            json.WriteString(Names.Label, label);
            json.WriteBoolean(Names.Assigned, outcome is Outcome.Decided(var assigned, _) && assigned.Code == evidence.Plan.Policy.Rungs[rung].Class.Code);
            json.WritePropertyName(Names.Criterion);
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
        json.WriteString(Names.Result, Result(line.Truth));
        if (criterion.IsOfPoints)
        {
            json.WriteString(Names.Text, criterion.WordsFor(line.Read).In(texts.Language));
        }
        else
        {
            json.WriteString(Names.Text, text.Words);
        }

        if (criterion.Quantity.Case is Quantity quantity)
        {
            Write(json, criterion, quantity, line.Read, text, texts.Language);
        }

        if (text.Citation.Length > 0)
        {
            json.WritePropertyName(Names.Citation);
            json.WriteRawValue(text.Citation, skipInputValidation: true);
        }

        if (at < lines.Length && lines[at].Criterion < criterion.End)
        {
            json.WriteStartArray(Names.Parts);
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
        json.WriteString(Names.Fact, text.Fact);
        json.WritePropertyName(Names.Value);
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
            json.WritePropertyName(Names.Bound);
            json.WriteRawValue(text.Bound, skipInputValidation: true);
        }

        if (criterion.Miss(read).OrNull() is { } miss)
        {
            json.WriteStartObject(Names.Miss);
            json.WritePropertyName(Names.By);
            QuantityJson.WriteValue(json, quantity, Math.Abs(miss));
            json.WriteString(Names.Text, Words(quantity, miss).In(language));
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
        return amount + (miss < 0 ? Short : TooMuch);
    }

    private static readonly Label Short = new(" short", "（不足）");

    private static readonly Label TooMuch = new(" too much", "（超出）");

    private static JsonEncodedText Result(Truth truth) => truth switch
    {
        Truth.True => Met,
        Truth.False => NotMet,
        Truth.Unknown => Unknown,
    };

    private static readonly JsonEncodedText Met = JsonEncodedText.Encode("met"u8);

    private static readonly JsonEncodedText NotMet = JsonEncodedText.Encode("not-met"u8);

    private static readonly JsonEncodedText Unknown = JsonEncodedText.Encode("unknown"u8);

    /// <summary>Names of members, encoded once: a line has up to ten of them.</summary>
    private static class Names
    {
        public static readonly JsonEncodedText Applies = JsonEncodedText.Encode("applies"u8);
        public static readonly JsonEncodedText Assigned = JsonEncodedText.Encode("assigned"u8);
        public static readonly JsonEncodedText Bound = JsonEncodedText.Encode("bound"u8);
        public static readonly JsonEncodedText By = JsonEncodedText.Encode("by"u8);
        public static readonly JsonEncodedText Citation = JsonEncodedText.Encode("citation"u8);
        public static readonly JsonEncodedText Class = JsonEncodedText.Encode("class"u8);
        public static readonly JsonEncodedText Classes = JsonEncodedText.Encode("classes"u8);
        public static readonly JsonEncodedText Criterion = JsonEncodedText.Encode("criterion"u8);
        public static readonly JsonEncodedText Fact = JsonEncodedText.Encode("fact"u8);
        public static readonly JsonEncodedText Label = JsonEncodedText.Encode("label"u8);
        public static readonly JsonEncodedText Miss = JsonEncodedText.Encode("miss"u8);
        public static readonly JsonEncodedText Parts = JsonEncodedText.Encode("parts"u8);
        public static readonly JsonEncodedText Result = JsonEncodedText.Encode("result"u8);
        public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text"u8);
        public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value"u8);
    }
}
