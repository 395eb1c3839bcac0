using System.Text;
using System.Text.Json.Nodes;

namespace Kehu.Properties;

/// <summary>Policies to and from the wire as the laws do it, and places in a JSON text.</summary>
internal static class PolicyWire
{
    public static byte[] Write(Policy policy) => WireJson.Bytes(json => PolicyJson.Write(json, policy));

    public static Policy? Read(byte[] text, out IReadOnlyList<Fault> faults)
    {
        var cursor = new JsonCursor(text);
        var policy = PolicyJson.Read(ref cursor, FactCatalogue.Shipped);
        faults = cursor.Finish();
        return policy;
    }

    /// <summary>The policy in a text that has no faults.</summary>
    public static Policy Sound(byte[] text)
    {
        var policy = Read(text, out var faults);
        Xunit.Assert.Empty(WireFaults.Told(faults));
        return policy!;
    }

    /// <summary>The text with the members of every object in another order, Chinese and all else that may be written as escapes.</summary>
    public static byte[] Shuffled(byte[] text, int seed) =>
        Encoding.UTF8.GetBytes(Shuffled(JsonNode.Parse(text), new Random(seed))!.ToJsonString());

    /// <summary>The place a pointer names, if it is there.</summary>
    public static bool Resolve(JsonNode? root, string pointer, out JsonNode? place)
    {
        place = root;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var isThere = place switch
            {
                JsonObject there => there.TryGetPropertyValue(token, out place),
                JsonArray there => Element(there, token, out place),
                _ => false,
            };
            if (!isThere)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Element(JsonArray array, string token, out JsonNode? place)
    {
        var isThere = int.TryParse(token, out var index) && index < array.Count;
        place = isThere ? array[index] : null;
        return isThere;
    }

    private static JsonNode? Shuffled(JsonNode? node, Random random) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(_ => random.Next()).Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, random)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Shuffled(element, random))]),
        _ => node?.DeepClone(),
    };
}
