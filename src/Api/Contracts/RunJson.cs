using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>A call to start a run: the policies by id, in their order (null: all), and the date (null: today).</summary>
internal sealed record RunRequest(IReadOnlyList<string>? Policies, DateOnly? AsOf);

/// <summary>Runs on the wire. They say codes alone: what they found is for programs, and means the same whatever becomes of a policy's words.</summary>
internal static class RunJson
{
    /// <summary>The most policies of a run.</summary>
    private const int MostPolicies = 100;

    private static readonly JsonMembers Members = new("policies?", "asOf?");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out RunRequest request)
    {
        var cursor = new JsonCursor(body);
        request = new RunRequest(null, null);
        var seen = default(MemberSet);
        if (cursor.StartObject())
        {
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                request = member == 0 ? request with { Policies = ReadPolicies(ref cursor) } : request with { AsOf = CustomerJson.ReadAsOf(ref cursor) };
            }
        }

        return cursor.Finish();
    }

    /// <summary>A run with all that it counts.</summary>
    public static void Write(Utf8JsonWriter json, Run run)
    {
        json.WriteStartObject();
        WriteHead(json, run);
        json.WriteStartObject("leftOut"u8);
        json.WriteNumber("withdrawn"u8, run.Progress.Withdrawn);
        json.WriteNumber("notOnFile"u8, run.Progress.NotOnFile);
        json.WriteEndObject();
        json.WriteList("policies"u8, run.Policies, (json, policy) => Write(json, policy, run.Phase == RunPhase.Finished));
        json.WriteEndObject();
    }

    /// <summary>A run in a list.</summary>
    public static void WriteSummary(Utf8JsonWriter json, Run run)
    {
        json.WriteStartObject();
        WriteHead(json, run);
        json.WriteList("policies"u8, run.Versions, (json, policy) => json.WriteStringValue(policy.Id.Value));
        json.WriteEndObject();
    }

    /// <summary>An answer: the outcome, and the class where there is one.</summary>
    public static void WriteAnswer(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<RunAnswer> answer)
    {
        if (answer.Case is not RunAnswer known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("outcome"u8, known.Outcome);
        json.WriteString("class"u8, known.Assigned.Map(code => code.Value).OrNull());
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, Run run)
    {
        json.WriteString("id"u8, run.Id);
        json.WriteString("state"u8, run.State);
        json.WriteString("failure"u8, run.Failure.Map(CodeOf).OrNull());
        json.WriteString("asOf"u8, IsoDate.Text(run.AsOf));
        json.WriteString("knownAt"u8, MomentJson.Exact(run.KnownAt));
        json.WriteString("startedAt"u8, run.StartedAt.Map(MomentJson.Exact).OrNull());
        json.WriteString("endedAt"u8, run.EndedAt.Map(MomentJson.Exact).OrNull());
        json.WriteStartObject("progress"u8);
        json.WriteNumber("done"u8, run.Progress.Done);
        json.WriteNumber("total"u8, run.Progress.Total);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PolicyRun run, bool finished)
    {
        var policy = run.Policy;
        json.WriteStartObject();
        json.WriteString("policy"u8, policy.Id.Value);
        json.WriteNumber("version"u8, policy.Version);
        json.WriteString("hash"u8, policy.Hash);
        json.WriteNumber("customers"u8, run.Tally.Customers);
        json.WriteStartArray("classes"u8);
        for (var place = 0; place < policy.Classes.Count; place++)
        {
            json.WriteStartObject();
            json.WriteString("class"u8, policy.Classes[place].Value);
            json.WriteNumber("customers"u8, run.Tally.Counts[place]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("open"u8, run.Tally.Counts[policy.Open]);
        json.WriteNumber("notApplicable"u8, run.Tally.Counts[policy.NotApplicable]);
        json.WriteString("previous"u8, run.Previous.Map(previous => previous.Run).OrNull());
        json.WriteBoolean("looksBack"u8, run.LooksBack);
        WriteTransitions(json, finished ? run.Matrix : Option<RunMatrix>.None);
        json.WriteEndObject();
    }

    private static void WriteTransitions(Utf8JsonWriter json, Option<RunMatrix> matrix)
    {
        if (matrix.Case is not RunMatrix known)
        {
            json.WriteNull("transitions"u8);
            return;
        }

        json.WriteList("transitions"u8, known.Transitions, (json, transition) =>
        {
            json.WriteStartObject();
            json.WriteAnswer("from"u8, transition.Old);
            json.WriteAnswer("to"u8, transition.Now);
            json.WriteNumber("customers"u8, transition.Sum.Customers);
            json.WritePropertyName("assets"u8);
            json.WriteRawValue(Decimals.Plain(transition.Sum.Assets, 2), skipInputValidation: true);
            json.WriteNumber("assetsUnknown"u8, transition.Sum.Unvalued);
            json.WriteEndObject();
        });
    }

    /// <summary>The code of a failure.</summary>
    public static string CodeOf(RunFailure failure) => failure switch
    {
        RunFailure.PolicyChanged => "policy-changed",
        RunFailure.Defect => "defect",
    };

    private static List<string>? ReadPolicies(ref JsonCursor cursor)
    {
        if (!cursor.StartArray())
        {
            return null;
        }

        var (policies, empty) = (new List<string>(), true);
        while (cursor.NextElement(out var index))
        {
            empty = false;
            if (cursor.ReadString(LabelJson.LongestCode) is not { } id)
            {
                continue;
            }

            if (index >= MostPolicies)
            {
                cursor.Fault("policies.too-many", $"at most {MostPolicies} policies at once", $"一次最多 {MostPolicies} 项办法");
            }
            else if (policies.Contains(id))
            {
                cursor.Fault("policies.repeated", $"'{JsonFaults.Quoted(id)}' is listed twice", $"“{JsonFaults.Quoted(id)}”重复");
            }

            policies.Add(id);
        }

        if (empty && !cursor.Stopped)
        {
            cursor.Fault("policies.empty", "name at least one policy, or leave the list out for all", "请至少列出一项办法，或省略以取全部");
        }

        return policies;
    }
}
