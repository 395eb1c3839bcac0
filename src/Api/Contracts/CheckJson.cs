using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A call to check a policy.</summary>
internal readonly record struct CheckRequest(SentPolicy Policy, DateOnly? AsOf);

/// <summary>Checks on the wire.</summary>
internal static class CheckJson
{
    private static readonly JsonMembers Members = new("policy", "asOf?");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out CheckRequest request)
    {
        var cursor = new JsonCursor(body);
        request = default;
        var seen = default(MemberSet);
        if (cursor.StartObject())
        {
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                request = member == 0
                    ? request with { Policy = PolicyRefJson.Read(ref cursor, facts)! }
                    : request with { AsOf = CustomerJson.ReadAsOf(ref cursor) };
            }
        }

        return cursor.Finish();
    }

    /// <summary>The report about a policy; pointers are relative to the policy.</summary>
    public static void Write(Utf8JsonWriter json, PolicyInContext subject, CheckReport report, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, subject.Policy.Id.Value);
        json.WriteString("hash"u8, subject.Policy.ContentHash(subject.Policies));
        json.WriteBoolean("passes"u8, report.Passes);
        json.WriteList("findings"u8, report.Findings, (json, finding) => Write(json, finding, language));
        json.WriteList("proofs"u8, report.Proofs, static (json, proof) =>
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, Code(proof.Kind));
            json.WriteString("proof"u8, Code(proof.Proof));
            json.WriteEndObject();
        });
        json.WriteList("diagrams"u8, report.Sizes, WriteSize);
        json.WriteList("parameters"u8, Parameters.Of(subject.Policy), (json, parameter) => ParameterJson.Write(json, parameter, language));
        json.WriteEndObject();
    }

    /// <summary>How large the compiled form is for a kind of customer.</summary>
    public static void WriteSize(Utf8JsonWriter json, DiagramSize size)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, size.Kind.Code());
        json.WriteNumber("nodes"u8, size.Nodes);
        json.WriteNumber("variables"u8, size.Variables);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckFinding finding, Language language)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, Code(finding.Kind));
        json.WriteString("severity"u8, Code(finding.Severity));
        json.WriteString("code"u8, finding.Code);
        json.WriteString("pointer"u8, finding.Pointer);
        json.WriteString("detail"u8, finding.Detail.In(language));
        json.WriteList("witnesses"u8, finding.Witnesses, WitnessJson.Write);
        json.WriteEndObject();
    }

    /// <summary>The wire name of a kind of check.</summary>
    public static string Code(CheckKind kind) => kind switch
    {
        CheckKind.References => "references",
        CheckKind.TooLarge => "too-large",
        CheckKind.Unreachable => "unreachable",
        CheckKind.Dead => "dead",
        CheckKind.Overlap => "overlap",
        CheckKind.NotMonotone => "not-monotone",
        CheckKind.Protected => "protected",
    };

    /// <summary>The wire name of a severity.</summary>
    public static string Code(Severity severity) => severity switch
    {
        Severity.Warning => "warning",
        Severity.Error => "error",
    };

    /// <summary>The wire name of how a check ended.</summary>
    public static string Code(Proof proof) => proof switch
    {
        Proof.Proved => "proved",
        Proof.Refuted => "refuted",
        Proof.NotAsked => "not-asked",
        Proof.NotReached => "not-reached",
    };
}
