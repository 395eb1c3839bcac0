using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>A call to classify one customer: the date and the policies may be left out.</summary>
internal readonly record struct ClassifyRequest(DateOnly? AsOf, IReadOnlyList<string>? Policies, CustomerToClassify Customer);

/// <summary>The main call on the wire.</summary>
internal static class ClassifyJson
{
    private const int MostPolicies = 100;

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

    private static List<string>? ReadPolicies(ref JsonCursor cursor)
    {
        if (!cursor.StartArray())
        {
            return null;
        }

        var (ids, empty) = (new List<string>(), true);
        while (cursor.NextElement(out var index))
        {
            empty = false;
            var id = cursor.ReadString(64);
            if (id is null || cursor.Stopped)
            {
                continue;
            }

            if (index >= MostPolicies || ids.Contains(id))
            {
                cursor.Fault(
                    index >= MostPolicies ? "policies.too-many" : "policies.repeated",
                    index >= MostPolicies ? $"at most {MostPolicies} policies at once" : $"'{JsonFaults.Quoted(id)}' is listed twice",
                    index >= MostPolicies ? $"一次最多 {MostPolicies} 项办法" : $"“{JsonFaults.Quoted(id)}”重复");
            }
            else
            {
                ids.Add(id);
            }
        }

        if (empty && !cursor.Stopped)
        {
            cursor.Fault("policies.empty", "name at least one policy, or leave the list out for all", "请至少列出一项办法，或省略以取全部");
        }

        return ids;
    }
}
