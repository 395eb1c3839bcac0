using System.Text.Json.Nodes;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>House numbers are set in the form in which they are listed.</summary>
public sealed class ParameterTests : UntouchedService
{
    [Xunit.Fact]
    public async Task A_policy_with_the_numbers_that_it_lists_is_the_policy_in_force()
    {
        var set = 0;
        foreach (var line in (await Asked("GET", "/v1/policies?limit=500"))["items"]!.AsArray().Where(item => !item!["population"]!.GetValue<bool>()))
        {
            var id = line!["id"]!.GetValue<string>();
            var whole = await Asked("GET", $"/v1/policies/{id}");
            var values = new JsonObject(whole["parameters"]!.AsArray().Select(parameter => KeyValuePair.Create(parameter!["name"]!.GetValue<string>(), (JsonNode?)parameter["value"]!.DeepClone())));
            var named = new JsonObject { ["id"] = id, ["parameters"] = values.DeepClone() };
            var sent = new JsonObject { ["policy"] = whole["policy"]!.DeepClone(), ["parameters"] = values };
            foreach (var reference in new[] { named, sent })
            {
                var report = await Asked("POST", "/v1/policies/check", new JsonObject { ["policy"] = reference.DeepClone() });
                Assert.Equal(whole["hash"]!.GetValue<string>(), report["hash"]!.GetValue<string>());
                Assert.Equal(whole["parameters"]!.ToJsonString(), report["parameters"]!.ToJsonString());
            }

            set += values.Count;
        }

        Assert.True(set > 10, $"only {set} parameters were set");
    }

    private async Task<JsonNode> Asked(string method, string path, JsonNode? body = null) => JsonNode.Parse(await Client.Ask(method, path, body?.ToJsonString()))!;
}
