using System.Text.Json;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A call for the way up of one customer.</summary>
internal readonly record struct UpgradeRequest(SentPolicy Policy, DateOnly? AsOf, CustomerToClassify Customer);

/// <summary>Upgrade paths on the wire.</summary>
internal static class UpgradeJson
{
    private static readonly JsonMembers Members = new("policy", "asOf?", "customer");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out UpgradeRequest request)
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
                    0 => request with { Policy = PolicyRefJson.Read(ref cursor, facts)! },
                    1 => request with { AsOf = CustomerJson.ReadAsOf(ref cursor) },
                    _ => request with { Customer = CustomerCodecs.ReadToClassify(ref cursor, facts) },
                };
            }
        }

        return cursor.Finish();
    }

    /// <summary>The way up: classes by code; values as the facts are sent.</summary>
    public static void Write(Utf8JsonWriter json, string? customer, DateOnly asOf, CompiledPolicy by, UpgradePath.Found found, Language language)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, asOf);
        json.WriteString("policy"u8, by.Policy.Id.Value);
        json.WriteNumber(by);
        json.WriteString("hash"u8, by.Hash);
        json.WriteString("current"u8, found.Current.Code.Value);
        json.WriteClass("target"u8, found.Target);
        json.WriteList("alternatives"u8, found.Alternatives, (json, alternative) =>
        {
            json.WriteStartObject();
            json.WriteString("reaches"u8, alternative.Reaches.Code.Value);
            json.WriteList("changes"u8, alternative.Changes, (json, change) => Write(json, change, language));
            json.WriteEndObject();
        });
        json.WriteBoolean("truncated"u8, found.Truncated);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FactChange change, Language language)
    {
        json.WriteStartObject();
        json.WriteString("fact"u8, change.Fact.Name);
        json.WritePropertyName("from"u8);
        if (change.From.OrNull() is { } from)
        {
            FactsJson.WriteValue(json, change.Fact, from);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("to"u8);
        FactsJson.WriteValue(json, change.Fact, change.To);
        json.WritePropertyName("by"u8);
        if (change.By.OrNull() is { } by)
        {
            QuantityJson.WriteDifference(json, change.Fact, by);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("text"u8, Words(change).In(language));
        json.WriteEndObject();
    }

    private static Label Words(FactChange change) =>
        change.Fact.Head.Label
        + change.From.Match(Some: from => new Label(" from ", "由 ") + change.Fact.Words(from), None: () => new Label(" (unknown today)", "（目前未知）"))
        + new Label(" to ", " 变为 ") + change.Fact.Words(change.To);
}
