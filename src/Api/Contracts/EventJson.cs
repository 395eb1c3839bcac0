using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>What all sorts of events have in common on the wire.</summary>
internal static class EventJson
{
    /// <summary>The channels by their codes.</summary>
    public static NameTable Channels { get; } = NameTable.Of<Channel>(channel => channel.Code());

    /// <summary>The number of a code; null where a fault was reported.</summary>
    public static int? ReadCode(ref JsonCursor cursor, NameTable codes) => cursor.ReadCode(codes, out var index) ? index : null;

    /// <summary>Whose event it is, its id and its day.</summary>
    public static void WriteHead(Utf8JsonWriter json, string customer, IDatedEvent one)
    {
        json.WriteString("customer"u8, customer);
        json.WriteString("id"u8, one.Id);
        json.WritePropertyName("date"u8);
        FactsJson.WriteDay(json, one.Date);
    }
}
