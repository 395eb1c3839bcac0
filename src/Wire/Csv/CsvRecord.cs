using System.Globalization;
using System.Text;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>A stored record as a line of CSV.</summary>
internal static class CsvRecord
{
    /// <summary>The fields of the columns of a record in its canonical JSON; what is unknown is empty.</summary>
    public static string Line(Arr<CsvColumn> columns, ReadOnlyMemory<byte> record)
    {
        using var document = JsonDocument.Parse(record);
        var line = new StringBuilder();
        foreach (var column in columns)
        {
            if (line.Length > 0 || column != columns[0])
            {
                line.Append(',');
            }

            CsvLine.Append(line, Field(document.RootElement, column));
        }

        return line.ToString();
    }

    private static string Field(JsonElement record, CsvColumn column)
    {
        if (column.Parent.Length > 0 && !record.TryGetProperty(column.Parent, out record))
        {
            return "";
        }

        return record.TryGetProperty(column.Member, out var value) ? Text(value) : "";
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? ";" : string.Join(';', value.EnumerateArray().Select(One)),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object => value.GetRawText(),
        JsonValueKind.Number => value.GetRawText().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Undefined or JsonValueKind.Null => throw new InvalidDataException("a stored customer record is damaged"),
    };

    /// <summary>A code, or an object of two members as both with an equals sign between them.</summary>
    private static string? One(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? string.Join('=', element.EnumerateObject().Select(member => member.Value.GetString()))
        : element.GetString();
}
