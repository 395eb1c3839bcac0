using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kehu.Snapshots.Http;

/// <summary>
/// An answer of a conversation as an example. What differs from run to run stands there under a name, for which a value of its form is put in. What is
/// too long to be read as an example keeps the first element of each of its lists, or the first lines of its table or stream.
/// </summary>
internal sealed partial record AnswerExample(JsonNode Value, bool IsCut, int Empty, int Shown)
{
    private const int Lines = 40;

    private const int LinesKept = 5;

    /// <summary>The text that is answered, or would be.</summary>
    public string Text => Value is JsonValue value && value.TryGetValue<string>(out var plain) ? plain : Value.ToJsonString(FirstOfEach.Readable);

    public static AnswerExample Of(Exchange exchange)
    {
        var body = Named().Replace(exchange.Body, StandIn);
        var isLong = exchange.IsCut || body.Count(letter => letter == '\n') >= Lines;
        return exchange.MediaType.EndsWith("ndjson", StringComparison.Ordinal) ? OfLines([.. Broken().Replace(body, "").Split('\n').Select(Line)], isLong)
            : exchange.MediaType.EndsWith("json", StringComparison.Ordinal) ? OfValue(JsonNode.Parse(body)!, isLong)
            : OfLines(body.Split('\n'), isLong);
    }

    private static AnswerExample OfValue(JsonNode whole, bool isLong)
    {
        var value = isLong ? FirstOfEach.Of(whole) : whole;
        var empty = value is JsonObject members ? members.Count(member => member.Value is JsonArray { Count: 0 }) : 0;
        return new(value, isLong, empty, Ways(value, "").Distinct(StringComparer.Ordinal).Count());
    }

    private static AnswerExample OfLines(string[] lines, bool isLong) =>
        new(JsonValue.Create(string.Join('\n', isLong ? lines.Take(LinesKept) : lines) + "\n"), isLong, lines.Length > 1 ? 0 : 1, 0);

    /// <summary>The ways to all that shows what it is for, which neither nothing nor zero does.</summary>
    private static IEnumerable<string> Ways(JsonNode? node, string way) => node switch
    {
        JsonObject members => members.SelectMany(member => Ways(member.Value, $"{way}/{member.Key}")),
        JsonArray elements => elements.SelectMany(element => Ways(element, $"{way}/*")),
        null => [],
        _ => node.GetValueKind() == JsonValueKind.Number && node.GetValue<decimal>() == 0 ? [] : [way],
    };

    /// <summary>A line as it was sent; refused lines need not be JSON.</summary>
    private static string Line(string shown)
    {
        try
        {
            return JsonNode.Parse(shown)!.ToJsonString(FirstOfEach.Readable);
        }
        catch (JsonException)
        {
            return shown;
        }
    }

    private static string StandIn(Match name) =>
        name.Groups["kind"].Value == "hash" ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Value)))
        : "0199f0c00000700080000000" + int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The breaks within a value of a stream, which are there to be read and were not sent.</summary>
    [GeneratedRegex("\n(?=  |[}\\]])")]
    private static partial Regex Broken();

    [GeneratedRegex("<(?<kind>hash|import) (?<number>[0-9]+)>")]
    private static partial Regex Named();
}
