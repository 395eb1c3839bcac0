using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Api.Runs;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>The change feed on the wire.</summary>
internal static class ChangeJson
{
    /// <summary>A line of the feed with its number.</summary>
    public static void Write(Utf8JsonWriter json, (long Seq, ChangeEntry Entry) line)
    {
        var entry = line.Entry;
        json.WriteStartObject();
        json.WriteNumber("seq"u8, line.Seq);
        json.WriteString("kind"u8, entry.Change.IsSome ? "change" : "baseline");
        json.WriteString("policy"u8, entry.Policy.Value);
        json.WriteString("run"u8, entry.Run);
        json.WriteString("asOf"u8, IsoDate.Text(entry.AsOf));
        json.WriteString("at"u8, MomentJson.Exact(entry.At));
        if (entry.Change.Case is AnswerChange change)
        {
            json.WriteString("customer"u8, change.Customer);
            json.WriteAnswer("from"u8, change.Old);
            json.WriteAnswer("to"u8, change.Now);
        }

        json.WriteEndObject();
    }
}
