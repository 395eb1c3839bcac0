using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>What was done against a customer's wishes or beyond the contact limits, on the wire.</summary>
internal static class ViolationJson
{
    public static void Write(Utf8JsonWriter json, Arr<Violation> violations, Language language) => json.WriteList("violations"u8, violations, (json, violation) =>
    {
        json.WriteStartObject();
        json.WriteString("violation"u8, violation.Code);
        json.WriteString("engagement"u8, violation.Engagement.Id);
        json.WritePropertyName("date"u8);
        FactsJson.WriteDay(json, violation.Engagement.Date);
        json.WriteString("channel"u8, violation.Engagement.Channel.Code());
        json.WriteString("text"u8, violation.Describe().In(language));
        json.WriteEndObject();
    });
}
