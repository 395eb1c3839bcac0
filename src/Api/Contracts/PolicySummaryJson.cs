using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>A version of a policy on the wire: as a line of the list, as a line of its versions, and whole.</summary>
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
        json.WriteList("parameters"u8, Parameters.Of(compiled.Policy), (json, parameter) => ParameterJson.Write(json, parameter, language));
        json.WriteList("diagrams"u8, compiled.Sizes(), CheckJson.WriteSize);
        json.WritePropertyName("policy"u8);
        PolicyJson.Write(json, compiled.Policy);
        json.WriteEndObject();
    }

    /// <summary>A line of the list for a population policy.</summary>
    public static void Write(Utf8JsonWriter json, PopulationVersion population, Language language)
    {
        json.WriteStartObject();
        WriteVersion(json, population.Policy.Id, population.Version, population.Hash, population.EffectiveFrom);
        WriteHead(json, population.Policy, language);
        json.WriteEndObject();
    }

    /// <summary>A population policy whole.</summary>
    public static void WriteWhole(Utf8JsonWriter json, PopulationVersion population, Language language)
    {
        json.WriteStartObject();
        WriteVersion(json, population.Policy.Id, population.Version, population.Hash, population.EffectiveFrom);
        WriteHead(json, population.Policy, language);
        json.WriteList("parameters"u8, Parameters.Of(population.Policy), (json, parameter) => ParameterJson.Write(json, parameter, language));
        json.WritePropertyName("policy"u8);
        PopulationJson.Write(json, population.Policy);
        json.WriteEndObject();
    }

    /// <summary>The version alone: a line of the list of versions.</summary>
    public static void WriteLine(Utf8JsonWriter json, PolicyId id, int version, string hash, DateOnly effectiveFrom)
    {
        json.WriteStartObject();
        WriteVersion(json, id, version, hash, effectiveFrom);
        json.WriteEndObject();
    }

    /// <summary>The number of a version as a member; null for a policy that was proposed in the request.</summary>
    public static void WriteNumber(this Utf8JsonWriter json, CompiledPolicy compiled)
    {
        if (compiled.Version > 0)
        {
            json.WriteNumber("version"u8, compiled.Version);
        }
        else
        {
            json.WriteNull("version"u8);
        }
    }

    private static Arr<DiagramSize> Sizes(this CompiledPolicy compiled) => compiled.Policy.Scopes.Map(scope =>
        new DiagramSize(scope.Kind, compiled.DiagramOf(scope.Kind).NodeCount, compiled.DiagramOf(scope.Kind).Variables.Count));

    private static void WriteVersion(Utf8JsonWriter json, CompiledPolicy compiled) =>
        WriteVersion(json, compiled.Policy.Id, compiled.Version, compiled.Hash, compiled.EffectiveFrom);

    private static void WriteVersion(Utf8JsonWriter json, PolicyId id, int version, string hash, DateOnly effectiveFrom)
    {
        json.WriteString("id"u8, id.Value);
        json.WriteNumber("version"u8, version);
        json.WriteString("hash"u8, hash);
        json.WritePropertyName("effectiveFrom"u8);
        FactsJson.WriteDay(json, effectiveFrom);
    }

    private static void WriteHead(Utf8JsonWriter json, Policy policy, Language language) =>
        WriteHead(json, policy.Label, policy.Ordering, population: false, policy.Scopes.Map(scope => scope.Kind), policy.Classes, language);

    /// <summary>The classes of a population policy come best first.</summary>
    private static void WriteHead(Utf8JsonWriter json, PopulationPolicy policy, Language language) =>
        WriteHead(json, policy.Label, Ordering.Ranked, population: true, policy.Kinds, policy.Classes, language);

    private static void WriteHead(Utf8JsonWriter json, Label label, Ordering ordering, bool population, Arr<CustomerKind> kinds, Arr<PolicyClass> classes, Language language)
    {
        json.WriteString("label"u8, label.In(language));
        json.WriteString("ordering"u8, PolicyJson.Code(ordering));
        json.WriteBoolean("population"u8, population);
        json.WriteList("kinds"u8, kinds, (json, kind) => json.WriteStringValue(kind.Code()));
        json.WriteList("classes"u8, classes, (json, c) =>
        {
            json.WriteStartObject();
            json.WriteString("code"u8, c.Code.Value);
            json.WriteString("label"u8, c.Label.In(language));
            json.WriteEndObject();
        });
    }
}
