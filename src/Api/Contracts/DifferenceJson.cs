using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A call to compare two policies.</summary>
internal readonly record struct DifferenceRequest(SentPolicy Old, SentPolicy New, DateOnly? AsOf);

/// <summary>Differences of policies on the wire.</summary>
internal static class DifferenceJson
{
    private static readonly JsonMembers Members = new("old", "new", "asOf?");

    /// <summary>The request, or all its faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, FactCatalogue facts, out DifferenceRequest request)
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
                    0 => request with { Old = PolicyRefJson.Read(ref cursor, facts)! },
                    1 => request with { New = PolicyRefJson.Read(ref cursor, facts)! },
                    _ => request with { AsOf = CustomerJson.ReadAsOf(ref cursor) },
                };
            }
        }

        return cursor.Finish();
    }

    /// <summary>The difference: classes by code, null for not applicable.</summary>
    public static void Write(Utf8JsonWriter json, PolicyDifference difference)
    {
        json.WriteStartObject();
        WriteCells(json, difference.Cells);
        json.WriteBoolean("truncated"u8, difference.Truncated);
        json.WriteList("moves"u8, difference.Moves, static (json, move) =>
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, move.Kind.Code());
            json.WriteClass("old"u8, move.Old);
            json.WriteClass("new"u8, move.New);
            WriteCells(json, move.Cells);
            json.WritePropertyName("witness"u8);
            if (move.Witness.Case is Witness witness)
            {
                WitnessJson.Write(json, witness);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        });
        json.WriteList("regions"u8, difference.Regions, static (json, region) =>
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, region.Kind.Code());
            json.WriteClass("old"u8, region.Old);
            json.WriteClass("new"u8, region.New);
            json.WriteList("where"u8, region.Where, WriteRange);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, QuantityRange range)
    {
        json.WriteStartObject();
        json.WriteString("fact"u8, range.Quantity.Name);
        QuantityJson.WriteRange(json, range.Quantity, range.Values);
        json.WriteEndObject();
    }

    /// <summary>A JSON number with all its digits, which may be more than a double holds.</summary>
    private static void WriteCells(Utf8JsonWriter json, BigInteger cells)
    {
        json.WritePropertyName("cells"u8);
        json.WriteRawValue(cells.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
