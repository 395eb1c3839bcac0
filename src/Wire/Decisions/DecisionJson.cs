using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>What goes into a decision on the wire beside the outcome.</summary>
internal readonly record struct DecisionView(Language Language, Option<EvidenceLines> Evidence);

/// <summary>
/// Decisions on the wire. A decided one is the same bytes for every customer but for its evidence: these are written once for a policy and
/// copied. Decisions of policies that a request proposes are not kept: they are soon gone.
/// </summary>
internal static class DecisionJson
{
    private static readonly ConditionalWeakTable<CompiledPolicy, byte[]?[]> Settled = [];

    private static readonly int Languages = Enum.GetValues<Language>().Length;

    /// <summary>One decision as an object.</summary>
    public static void Write(Utf8JsonWriter json, Decision decision, DecisionView view)
    {
        if (decision.By.Version > 0 && decision.Outcome is Outcome.Decided(_, var place))
        {
            var written = Settled.GetValue(decision.By, static policy => new byte[policy.Decided.Count * Languages][]);
            ref var bytes = ref written[(place * Languages) + (int)view.Language];
            bytes ??= Whole(decision, view.Language);
            if (view.Evidence.OrNull() is { } evidence)
            {
                WriteBoth(json, bytes, evidence, decision.Outcome, view.Language);
            }
            else
            {
                json.WriteRawValue(bytes, skipInputValidation: true);
            }

            return;
        }

        WriteAll(json, decision, view);
    }

    /// <summary>The decision without its evidence.</summary>
    private static byte[] Whole(Decision decision, Language language) =>
        WireJson.Bytes(json => WriteAll(json, decision, new DecisionView(language, Option<EvidenceLines>.None)));

    /// <summary>What is settled, and the evidence as its last member: put together beside and handed on as one value.</summary>
    private static void WriteBoth(Utf8JsonWriter json, byte[] settled, EvidenceLines evidence, Outcome outcome, Language language)
    {
        var output = WireJson.RentDraft();
        output.Write(settled.AsSpan(0, settled.Length - 1));
        output.Write(",\"evidence\":"u8);
        var own = WireJson.Rent(output);
        EvidenceJson.Write(own, evidence, outcome, language);
        WireJson.Return(own);
        output.Write("}"u8);
        json.WriteRawValue(output.WrittenSpan, skipInputValidation: true);
        WireJson.ReturnDraft(output);
    }

    private static void WriteAll(Utf8JsonWriter json, Decision decision, DecisionView view)
    {
        json.WriteStartObject();
        json.WriteString("policy"u8, decision.By.Policy.Id.Value);
        WriteVersion(json, decision.By);
        json.WriteString("hash"u8, decision.By.Hash);
        Write(json, decision.By.Policy, decision.Outcome, view.Language);
        if (view.Evidence.OrNull() is { } evidence)
        {
            json.WritePropertyName("evidence"u8);
            EvidenceJson.Write(json, evidence, decision.Outcome, view.Language);
        }

        json.WriteEndObject();
    }

    /// <summary>The number of the version; null for a policy that was proposed in the request.</summary>
    private static void WriteVersion(Utf8JsonWriter json, CompiledPolicy by)
    {
        if (by.Version > 0)
        {
            json.WriteNumber("version"u8, by.Version);
        }
        else
        {
            json.WriteNull("version"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, Policy policy, Outcome outcome, Language language)
    {
        json.WriteString("outcome"u8, outcome.Code);
        switch (outcome)
        {
            case Outcome.Decided(var assigned, var place):
                WriteClass(json, policy, assigned, place, language);
                WriteRest(json, [assigned], [], null);
                break;
            case Outcome.Open(var possible, var mayNotApply, var missing, var ask):
                json.WriteNull("class"u8);
                WriteRest(json, possible, missing, ask.Map(fact => fact.Name).OrNull());
                json.WriteBoolean("mayNotApply"u8, mayNotApply);
                break;
            case Outcome.NotApplicable(var reason):
                json.WriteNull("class"u8);
                WriteRest(json, [], [], null);
                json.WriteStartObject("reason"u8);
                json.WriteString("code"u8, reason.Code);
                json.WriteString("label"u8, reason.Label.In(language));
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteClass(Utf8JsonWriter json, Policy policy, PolicyClass assigned, int place, Language language)
    {
        json.WriteStartObject("class"u8);
        json.WriteString("code"u8, assigned.Code.Value);
        json.WriteString("label"u8, assigned.Label.In(language));
        if (policy.RankOf(place).OrNull() is { } rank)
        {
            json.WriteNumber("rank"u8, rank);
        }
        else
        {
            json.WriteNull("rank"u8);
        }

        json.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter json, IEnumerable<PolicyClass> possible, IEnumerable<Fact> missing, string? ask)
    {
        json.WriteStartArray("possible"u8);
        foreach (var c in possible)
        {
            json.WriteStringValue(c.Code.Value);
        }

        json.WriteEndArray();
        json.WriteStartArray("missing"u8);
        foreach (var fact in missing)
        {
            json.WriteStringValue(fact.Name);
        }

        json.WriteEndArray();
        json.WriteString("ask"u8, ask);
    }
}
