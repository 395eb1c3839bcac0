using System.Text;
using System.Text.Json.Nodes;

namespace Kehu.Properties;

/// <summary>Written policies made wrong: at random, or by a change whose faults are known.</summary>
internal static class PolicyWireFaults
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "9e18", "\"\"", "\"x\"", "\"2026-02-30\"", "\"totalAssets\"", "\"gender\"", "\"all\"", "\"not\"", "\"within\"", "\"cases\"",
        "[]", "[null]", "[1,\"a\"]", "{}", "{\"type\":\"is\"}", "{\"en\":\"a\"}", "[[[[]]]]",
    ];

    private static readonly string[] Names = ["type", "fact", "parts", "part", "codes", "citation", "criterion", "label", "x", "", "min", "cases"];

    /// <summary>The text with values put in the place of others, members left out, renamed or repeated, and now and then bytes changed.</summary>
    public static byte[] Broken(byte[] text, int seed)
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(text)!;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Break(root, random);
        }

        var broken = root.ToJsonString();
        return random.Next(3) > 0 ? Encoding.UTF8.GetBytes(broken) : Chopped(Encoding.UTF8.GetBytes(broken), random);
    }

    private static void Break(JsonNode root, Random random)
    {
        var parents = Containers(root).ToList();
        switch (parents[random.Next(parents.Count)])
        {
            case JsonObject { Count: > 0 } members:
                var name = members.ElementAt(random.Next(members.Count)).Key;
                if (random.Next(3) == 0)
                {
                    members.Remove(name);
                }
                else
                {
                    members[random.Next(4) == 0 ? Names[random.Next(Names.Length)] : name] = Value(random);
                }

                break;
            case JsonArray { Count: > 0 } elements:
                elements[random.Next(elements.Count)] = Value(random);
                break;
            default:
                break;
        }
    }

    private static byte[] Chopped(byte[] text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text[..at],
            1 => [.. text[..at], (byte)random.Next(256), .. text[at..]],
            _ => [.. text[..at], .. text[(at + 1)..]],
        };
    }

    private static JsonNode? Value(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Containers(member.Value)).Prepend(members),
        JsonArray elements => elements.SelectMany(Containers).Prepend(elements),
        _ => [],
    };
}
