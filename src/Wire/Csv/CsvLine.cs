using System.Text;

namespace Kehu.Wire;

/// <summary>
/// One line of CSV (RFC 4180) into fields and back. No text of a record holds a line break, so that a record is always one line,
/// and a line's length is bounded before it comes here.
/// </summary>
internal static class CsvLine
{
    /// <summary>The fields, or null where quotation marks do not match.</summary>
    public static List<string>? Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        for (var at = 0; ; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                at = Quoted(line, at + 1, field);
                if (at < 0)
                {
                    return null;
                }
            }
            else
            {
                var end = line.IndexOf(',', at);
                end = end < 0 ? line.Length : end;
                field.Append(line, at, end - at);
                at = end;
            }

            if (at < line.Length && line[at] != ',')
            {
                return null;
            }

            fields.Add(field.ToString());
            field.Clear();
            if (at >= line.Length)
            {
                return fields;
            }
        }
    }

    /// <summary>Appends a field, in quotation marks where it needs them.</summary>
    public static void Append(StringBuilder line, string field)
    {
        if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            line.Append(field);
        }
        else
        {
            line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }

    /// <summary>Takes a field in quotation marks; the place after the closing mark, or below zero where there is none.</summary>
    private static int Quoted(string line, int at, StringBuilder field)
    {
        while (true)
        {
            var end = line.IndexOf('"', at);
            if (end < 0)
            {
                return -1;
            }

            field.Append(line, at, end - at);
            if (end + 1 >= line.Length || line[end + 1] != '"')
            {
                return end + 1;
            }

            field.Append('"');
            at = end + 2;
        }
    }
}
