using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>A decision in plain words, as JSON or as text.</summary>
internal static class PlainJson
{
    public static void Write(Utf8JsonWriter json, string customer, DateOnly asOf, Decision decision, Arr<PlainParagraph> paragraphs, Language language)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, asOf);
        json.WriteString("policy"u8, decision.By.Policy.Id.Value);
        json.WriteNumber(decision.By);
        json.WriteString("hash"u8, decision.By.Hash);
        json.WriteString("outcome"u8, DecisionJson.Code(decision.Outcome));
        json.WriteList("paragraphs"u8, paragraphs, (json, paragraph) =>
        {
            json.WriteStartObject();
            json.WriteString("subject"u8, Code(paragraph.Subject));
            if (paragraph.Subject is PlainSubject.WhyNot(var c))
            {
                json.WriteString("class"u8, c.Code.Value);
            }

            json.WriteString("text"u8, paragraph.Text.In(language));
            WritePoints(json, paragraph.Points, language);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>The paragraphs with blank lines between them.</summary>
    public static string Text(Arr<PlainParagraph> paragraphs, Language language) =>
        string.Join("\n\n", paragraphs.Map(paragraph => paragraph.In(language))) + "\n";

    private static void WritePoints(Utf8JsonWriter json, Arr<PlainPoint> points, Language language) =>
        json.WriteAnyList("points"u8, points, (json, point) =>
        {
            json.WriteStartObject();
            json.WriteString("text"u8, point.Text.In(language));
            WritePoints(json, point.Parts, language);
            json.WriteEndObject();
        });

    private static string Code(PlainSubject subject) => subject switch
    {
        PlainSubject.Outcome => "outcome",
        PlainSubject.Why => "why",
        PlainSubject.WhyNot => "why-not",
        PlainSubject.Basis => "basis",
    };
}
