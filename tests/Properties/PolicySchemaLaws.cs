extern alias JsonSchemaNet;

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using JsonSchemaNet::Json.Schema;

namespace Kehu.Properties;

/// <summary>The published JSON Schema of policies and the reader agree; JsonSchema.Net, which knows nothing of ours, is the judge of the schema.</summary>
public sealed class PolicySchemaLaws
{
    private static readonly JsonObject Published = JsonNode.Parse(new PolicySchema(FactCatalogue.Shipped).Text)!.AsObject();

    private static readonly JsonSchema Schema = JsonSchema.FromText(Encoding.UTF8.GetString(new PolicySchema(FactCatalogue.Shipped).Text));

    /// <summary>How many members of a policy are changed at most, each in three ways.</summary>
    private const int MostMembers = 60;

    private static readonly string[] OtherValues = ["null", "true", "7", "-1.5", "\"\"", "\"x y\"", "[]", "[7]", "{}", "{\"x\":1}"];

    [Law(Arbitrary = [typeof(AnyForm)])]
    public bool Every_policy_that_is_written_is_valid(Policy policy) => IsValid(PolicyWire.Write(policy));

    /// <summary>What is sent as null is left out, also where it belongs to criteria of another type: clients with one class for all of them send it so.</summary>
    [Law(500)]
    public Property Whatever_the_reader_takes_is_valid() =>
        Law.ForAll(
            from policy in PolicyWireGenerators.Policies from seed in Gen.Choose(0, int.MaxValue) select PolicyWireFaults.Broken(PolicyWire.Write(policy), seed),
            text => (PolicyWire.Read(text, out _) is null || IsValid(WithoutNulls(text))).Label(Encoding.UTF8.GetString(text)));

    [Xunit.Fact]
    public void A_shipped_policy_with_a_member_dropped_misspelt_or_of_another_type_is_refused_by_both_or_taken_by_both()
    {
        var (refused, taken) = (0, 0);
        foreach (var policy in ShippedPolicies.All.Policies)
        {
            foreach (var (what, text) in Changed(PolicyWire.Write(policy)))
            {
                var valid = IsValid(text);
                Xunit.Assert.True(valid == PolicyWire.Read(text, out _) is not null, $"{policy.Id}, {what}: the schema {(valid ? "takes" : "refuses")} what the reader does not: {Encoding.UTF8.GetString(text)}");
                (refused, taken) = valid ? (refused, taken + 1) : (refused + 1, taken);
            }
        }

        Xunit.Assert.True(refused > 1_000 && taken > 10, $"{refused} refused, {taken} taken");
    }

    /// <summary>Members are told by their own names: one that no reader asks for could be misspelt unnoticed.</summary>
    [Xunit.Fact]
    public void Every_object_of_the_schema_is_closed() =>
        Xunit.Assert.All(Objects(Published).Where(node => node["properties"] is not null && node["type"] is not null), node => Xunit.Assert.False(node["additionalProperties"]!.GetValue<bool>()));

    private static bool IsValid(byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    /// <summary>Every so many members, so that a large policy takes no longer than several small ones.</summary>
    private static IEnumerable<(string What, byte[] Text)> Changed(byte[] text)
    {
        var count = Objects(JsonNode.Parse(text)).Sum(members => members.Count);
        for (var place = 0; place < count; place += 1 + (count / MostMembers))
        {
            yield return Change(text, place, "dropped", (members, name) => members.Remove(name));
            yield return Change(text, place, "misspelt", (members, name) =>
            {
                var value = members[name]!.DeepClone();
                members.Remove(name);
                members.Add(name + "s", value);
            });
            var other = OtherValues[place % OtherValues.Length];
            yield return Change(text, place, $"now {other}", (members, name) => members[name] = JsonNode.Parse(other));
        }
    }

    private static (string, byte[]) Change(byte[] text, int place, string how, Action<JsonObject, string> change)
    {
        var root = JsonNode.Parse(text);
        var (members, name) = Objects(root).SelectMany(members => members.Select(member => (members, member.Key))).ElementAt(place);
        var what = $"{members.GetPath()}.{name} {how}";
        change(members, name);
        return (what, Encoding.UTF8.GetBytes(root!.ToJsonString()));
    }

    private static byte[] WithoutNulls(byte[] text)
    {
        var root = JsonNode.Parse(text);
        foreach (var (members, name) in Objects(root).SelectMany(members => members.Where(member => member.Value is null).Select(member => (members, member.Key))).ToList())
        {
            members.Remove(name);
        }

        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray elements => elements.SelectMany(Objects),
        _ => [],
    };
}
