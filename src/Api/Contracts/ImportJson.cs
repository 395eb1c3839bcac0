using System.Text.Json;
using Kehu.Api.Archive;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>The report of an import on the wire.</summary>
internal static class ImportJson
{
    public static void Write(Utf8JsonWriter json, ImportReport report, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, report.Id);
        json.WriteNumber("read"u8, report.Read);
        json.WriteNumber("created"u8, report.Created);
        json.WriteNumber("updated"u8, report.Updated);
        json.WriteNumber("unchanged"u8, report.Unchanged);
        json.WriteNumber("rejected"u8, report.Rejected);
        if (report.RejectsIncomplete)
        {
            json.WriteBoolean("rejectsIncomplete"u8, true);
        }

        json.WriteStartArray("errors"u8);
        foreach (var (line, fault) in report.Errors)
        {
            json.WriteStartObject();
            json.WriteNumber("line"u8, line);
            json.WriteString("pointer"u8, fault.Place is Place.Pointer(var path) ? path : "");
            json.WriteString("code"u8, fault.Code);
            json.WriteString("detail"u8, fault.Detail.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
