using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>A call to classify one customer: the date and the policies may be left out.</summary>
internal readonly record struct ClassifyRequest(DateOnly? AsOf, IReadOnlyList<SentPolicy>? Policies, CustomerToClassify Customer);

/// <summary>The main call on the wire.</summary>
internal static class ClassifyJson
{
    private const int MostPolicies = 100;

    /// <summary>How many policies a call may bring along or vary: each is compiled for it.</summary>
    private const int MostProposed = 8;

    private static readonly JsonMembers Members = new("asOf?", "policies?", "customer");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out ClassifyRequest request)
    {
        var cursor = new JsonCursor(body);
        request = default;
        var seen = default(MemberSet);
        if (cursor.StartObject())
        {
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                request = member switch
                {
                    0 => request with { AsOf = CustomerJson.ReadAsOf(ref cursor) },
                    1 => request with { Policies = ReadPolicies(ref cursor) },
                    _ => request with { Customer = CustomerJson.ReadToClassify(ref cursor) },
                };
            }
        }

        return cursor.Finish();
    }

    /// <summary>A customer with its decisions: the answer to a call, a line of a batch, a stored customer's classifications.</summary>
    public static void Write(Utf8JsonWriter json, string? customer, DateOnly asOf, Arr<Decision> decisions, Func<Decision, DecisionView> view)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, asOf);
        json.WriteStartArray("decisions"u8);
        foreach (var decision in decisions)
        {
            DecisionJson.Write(json, decision, view(decision));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<SentPolicy>? ReadPolicies(ref JsonCursor cursor)
    {
        if (!cursor.StartArray())
        {
            return null;
        }

        var (policies, empty) = (new List<SentPolicy>(), true);
        while (cursor.NextElement(out var index))
        {
            empty = false;
            if (PolicyRefJson.Read(ref cursor) is not { } policy || cursor.Stopped)
            {
                continue;
            }

            if (Superfluous(policies, policy, index).Case is SomeCase<(string Code, Label Detail)>(var (code, detail)))
            {
                cursor.Fault(code, detail.En, detail.Zh);
            }
            else
            {
                policies.Add(policy);
            }
        }

        if (empty && !cursor.Stopped)
        {
            cursor.Fault("policies.empty", "name at least one policy, or leave the list out for all", "请至少列出一项办法，或省略以取全部");
        }

        return policies;
    }

    /// <summary>Why one policy more is not taken: too many, too many to compile, or one that is listed already.</summary>
    private static Option<(string Code, Label Detail)> Superfluous(List<SentPolicy> listed, SentPolicy policy, int index) =>
        index >= MostPolicies ? ("policies.too-many", new Label($"at most {MostPolicies} policies at once", $"一次最多 {MostPolicies} 项办法"))
        : policy.IsProposed && listed.Count(other => other.IsProposed) >= MostProposed ? (
            "policies.too-many-proposed",
            new Label($"at most {MostProposed} policies at once that are sent whole or with parameters", $"一次最多 {MostProposed} 项整体发送或带参数的办法"))
        : policy is SentPolicy.ById { IsProposed: false, Id: var id } && listed.Exists(other => other is SentPolicy.ById { IsProposed: false } known && known.Id == id) ? (
            "policies.repeated", new Label($"'{JsonFaults.Quoted(id)}' is listed twice", $"“{JsonFaults.Quoted(id)}”重复"))
        : Option<(string, Label)>.None;
}
