using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A version of a policy on the wire: as a line of the list, and whole.</summary>
internal static class PolicySummaryJson
{
    /// <summary>A line of the list: what the policy is called, for whom it is, its classes.</summary>
    public static void Write(Utf8JsonWriter json, CompiledPolicy compiled, Language language)
    {
        json.WriteStartObject();
        WriteVersion(json, compiled);
        WriteHead(json, compiled.Policy, language);
        json.WriteEndObject();
    }

    /// <summary>The version with the policy itself in the form that can be posted back.</summary>
    public static void WriteWhole(Utf8JsonWriter json, CompiledPolicy compiled, Language language)
    {
        json.WriteStartObject();
        WriteVersion(json, compiled);
        WriteHead(json, compiled.Policy, language);
        json.WritePropertyName("policy"u8);
        PolicyJson.Write(json, compiled.Policy);
        json.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter json, CompiledPolicy compiled)
    {
        json.WriteString("id"u8, compiled.Policy.Id.Value);
        json.WriteNumber("version"u8, compiled.Version);
        json.WriteString("hash"u8, compiled.Hash);
        json.WritePropertyName("effectiveFrom"u8);
        FactsJson.WriteDay(json, compiled.EffectiveFrom);
    }

    private static void WriteHead(Utf8JsonWriter json, Policy policy, Language language)
    {
        json.WriteString("label"u8, policy.Label.In(language));
        json.WriteString("ordering"u8, PolicyJson.Code(policy.Ordering));
        json.WriteStartArray("kinds"u8);
        foreach (var scope in policy.Scopes)
        {
            json.WriteStringValue(scope.Kind.Code());
        }

        json.WriteEndArray();
        json.WriteStartArray("classes"u8);
        foreach (var c in policy.Classes)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, c.Code.Value);
            json.WriteString("label"u8, c.Label.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
