using System.Buffers;
using System.Text.Json;

namespace Kehu.Api;

/// <summary>A line that an import refused, and whether it may stay when customers are withdrawn.</summary>
internal static class RejectedLine
{
    /// <summary>
    /// Whether a line is certain to be about somebody else than these customers: it is one JSON object, it names who it is about, and names none of
    /// them. A line that cannot be read may be about anybody.
    /// </summary>
    public static bool IsOfOthers(ReadOnlySpan<byte> line, IReadOnlySet<string> customers)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var named = false;
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var names = json.ValueTextEquals("id"u8) || json.ValueTextEquals("customer"u8);
                json.Read();
                if (names && (json.TokenType != JsonTokenType.String || customers.Contains(json.GetString()!)))
                {
                    return false;
                }

                named |= names;
                json.Skip();
            }

            return named && !json.Read();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Copies the lines that are about others; each ends with a newline.</summary>
    public static void Copy(Stream from, Stream to, IReadOnlySet<string> customers)
    {
        var line = new ArrayBufferWriter<byte>();
        Span<byte> read = stackalloc byte[1 << 13];
        for (int count; (count = from.Read(read)) > 0;)
        {
            for (var rest = read[..count]; !rest.IsEmpty;)
            {
                var end = rest.IndexOf((byte)'\n');
                line.Write(end < 0 ? rest : rest[..end]);
                rest = end < 0 ? default : rest[(end + 1)..];
                if (end >= 0)
                {
                    Take(line, to, customers);
                }
            }
        }

        Take(line, to, customers);
    }

    private static void Take(ArrayBufferWriter<byte> line, Stream to, IReadOnlySet<string> customers)
    {
        if (line.WrittenCount > 0 && IsOfOthers(line.WrittenSpan, customers))
        {
            to.Write(line.WrittenSpan);
            to.WriteByte((byte)'\n');
        }

        line.ResetWrittenCount();
    }
}
