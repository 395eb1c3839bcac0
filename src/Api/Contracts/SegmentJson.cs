using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>By what segments are counted.</summary>
internal enum SegmentGrouping
{
    Whole = 0,
    Outlet,
}

/// <summary>A call to count segments; the date is left to the service where it is left out.</summary>
internal readonly record struct SegmentRequest(IReadOnlyList<SentPolicy>? Policies, SegmentGrouping By, string? Outlet, DateOnly? AsOf);

/// <summary>Segments on the wire: answers of policies in a word, assets in yuan.</summary>
internal static class SegmentJson
{
    private static readonly JsonMembers Members = new("by?", "outlet?", "asOf?", "policies");

    private static readonly NameTable Groupings = new([.. Enum.GetValues<SegmentGrouping>().Select(Code)]);

    /// <summary>The name on the wire.</summary>
    public static string Code(this SegmentGrouping by) => by switch
    {
        SegmentGrouping.Whole => "whole",
        SegmentGrouping.Outlet => "outlet",
    };

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out SegmentRequest request)
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
                    0 => request with { By = cursor.ReadCode(Groupings, out var by) ? (SegmentGrouping)by : SegmentGrouping.Whole },
                    1 => request with { Outlet = CustomerJson.ReadUnit(ref cursor) },
                    2 => request with { AsOf = CustomerJson.ReadAsOf(ref cursor) },
                    _ => request with { Policies = PolicyListJson.ReadNeeded(ref cursor, facts, SegmentQuestion.MostPolicies) },
                };
            }
        }

        return cursor.Finish();
    }

    public static void Write(Utf8JsonWriter json, Segmentation told, Language language)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, told.Name);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, told.AsOf);
        json.WriteString("outlet"u8, told.Outlet.OrNull());
        json.WriteString("by"u8, Grouping(told).Code());
        json.WriteString("portfolio"u8, told.Portfolio);
        json.WriteList("policies"u8, told.Policies, (json, policy) => SimulationJson.WritePolicy(json, policy, language));
        json.WriteNumber("customers"u8, told.Customers);
        json.WriteList("segments"u8, told.Segments, static (json, segment) =>
        {
            json.WriteStartObject();
            segment.Outlet.IfSome(outlet => json.WriteString("outlet"u8, outlet));
            json.WriteString("kind"u8, segment.Kind.Code());
            json.WriteList("answers"u8, segment.Answers, static (json, answer) => json.WriteStringValue(answer.Code));
            SimulationJson.WriteCount(json, segment.Sum.Customers, segment.Sum.Assets, segment.Sum.Unvalued);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static SegmentGrouping Grouping(Segmentation told) => told.ByOutlet ? SegmentGrouping.Outlet : SegmentGrouping.Whole;
}
