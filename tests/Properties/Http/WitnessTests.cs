using System.Text.Json.Nodes;
using Xunit;
using static Kehu.Properties.Http.HostilePolicies;

namespace Kehu.Properties.Http;

/// <summary>What a check or a comparison shows can be posted back as it stands and comes to the class it is said to come to.</summary>
public sealed class WitnessTests : UntouchedService
{
    private static readonly string Better = Of("deposits", "\"min\":500000");

    private static readonly string Worse = Of("deposits", "\"max\":500000");

    [Xunit.Fact]
    public async Task Witnesses_of_a_check_come_to_their_classes()
    {
        var report = await Asked("/v1/policies/check", $$"""{"policy":{{Worse}}}""");
        Assert.False(report["passes"]!.GetValue<bool>());
        var witnesses = report["findings"]!.AsArray().SelectMany(finding => finding!["witnesses"]!.AsArray()).ToList();
        Assert.Equal(2, witnesses.Count);
        foreach (var witness in witnesses)
        {
            Assert.Equal(witness!["class"]?.GetValue<string>(), await ClassOf(witness, Worse));
        }
    }

    [Xunit.Fact]
    public async Task Witnesses_of_a_difference_come_to_the_old_and_the_new_class()
    {
        var difference = await Asked("/v1/policies/diff", $$"""{"old":{{Better}},"new":{{Worse}}}""");
        var moves = difference["moves"]!.AsArray();
        Assert.Equal(difference["cells"]!.GetValue<long>(), moves.Sum(move => move!["cells"]!.GetValue<long>()));
        Assert.Equal(2, moves.Count);
        foreach (var move in moves)
        {
            Assert.Equal(move!["old"]?.GetValue<string>(), await ClassOf(move["witness"]!, Better));
            Assert.Equal(move["new"]?.GetValue<string>(), await ClassOf(move["witness"]!, Worse));
        }
    }

    private async Task<string?> ClassOf(JsonNode witness, string policy)
    {
        var answer = await Asked("/v1/classify?evidence=false", $$"""{"asOf":{{witness["asOf"]!.ToJsonString()}},"policies":[{{policy}}],"customer":{{witness["customer"]!.ToJsonString()}}}""");
        return answer["decisions"]![0]!["class"]?["code"]?.GetValue<string>();
    }

    private async Task<JsonNode> Asked(string path, string body) => JsonNode.Parse(await Client.Ask("POST", path, body))!;

    private static string Of(string fact, string bounds) => HostilePolicies.Of(Within(fact, bounds));
}
