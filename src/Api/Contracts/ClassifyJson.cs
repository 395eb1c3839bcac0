using System.Text.Json;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A call to classify one customer: the date and the policies may be left out.</summary>
internal readonly record struct ClassifyRequest(DateOnly? AsOf, IReadOnlyList<SentPolicy>? Policies, CustomerToClassify Customer);

/// <summary>The main call on the wire.</summary>
internal static class ClassifyJson
{
    private static readonly JsonMembers Members = new("asOf?", "policies?", "customer");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out ClassifyRequest request)
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
                    1 => request with { Policies = PolicyListJson.Read(ref cursor, facts) },
                    _ => request with { Customer = CustomerCodecs.ReadToClassify(ref cursor, facts) },
                };
            }
        }

        return cursor.Finish();
    }

    /// <summary>A customer with its decisions: the answer to a call, a line of a batch, a stored customer's classifications.</summary>
    public static void Write(Utf8JsonWriter json, string? customer, DateOnly asOf, Classification classification, Language language)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, asOf);
        json.WriteStartArray("decisions"u8);
        for (var place = 0; place < classification.Decisions.Count; place++)
        {
            DecisionJson.Write(json, classification.Decisions[place], new DecisionView(language, classification.EvidenceOf(place)));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
