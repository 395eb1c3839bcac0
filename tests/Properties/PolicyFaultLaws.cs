using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties;

/// <summary>Each thing wrong with a policy is told once, by its code, where it stands, and together with everything else that is wrong.</summary>
public sealed class PolicyFaultLaws
{
    [Xunit.Fact]
    public void The_form_is_the_contracts()
    {
        var policy = PolicyWire.Sound(Encoding.UTF8.GetBytes(PolicyPlants.Sound));
        Assert.Equal(PolicyPlants.Sound, Encoding.UTF8.GetString(PolicyWire.Write(policy)));
        Assert.Empty(WireFaults.Told(policy.Faults(ShippedPolicies.All)));
    }

    [Xunit.Fact]
    public void Every_fault_of_form_is_told_alone() =>
        Assert.All(PolicyPlants.OfForm, plant => Assert.Equal([plant.Fault], Told([plant])));

    [Xunit.Fact]
    public void Every_fault_of_structure_is_told_alone() =>
        Assert.All(PolicyPlants.OfStructure, plant => Assert.Equal([plant.Fault], StructureTold([plant])));

    [Law(150)]
    public Property Faults_of_form_are_told_all_at_once() =>
        Law.ForAll(Some(PolicyPlants.OfForm), plants => Same(plants, Told(plants)));

    [Law]
    public Property Faults_of_structure_are_told_all_at_once() =>
        Law.ForAll(Some(PolicyPlants.OfStructure), plants => Same(plants, StructureTold(plants)));

    [Xunit.Fact]
    public void A_fault_points_at_what_is_there_or_at_a_member_that_should_be() =>
        Assert.All(PolicyPlants.OfForm.Concat(PolicyPlants.OfStructure), plant =>
        {
            var (root, pointer) = (JsonNode.Parse(PolicyPlants.With([plant])), plant.FaultAt ?? plant.At);
            Assert.True(plant.Code == "json.missing-member"
                ? PolicyWire.Resolve(root, pointer[..pointer.LastIndexOf('/')], out var parent) && parent is JsonObject
                : PolicyWire.Resolve(root, pointer, out _));
        });

    [Theory]
    [InlineData("totalAsset", "did you mean 'totalAssets'?")]
    [InlineData("yearsAsCustomr", "did you mean 'yearsAsCustomer'?")]
    public void A_misspelt_fact_is_met_with_the_nearest_known_one(string name, string guess)
    {
        PolicyWire.Read(PolicyPlants.With([new Plant("/classes/0/criterion/fact", $"'{name}'", "")]), out var faults);
        Assert.EndsWith(guess, faults[0].Detail.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000, null)]
    [InlineData(2_001, "policy.too-many-leaves /classes/0/criterion/parts/2000")]
    [InlineData(100_000, "policy.too-many-leaves /classes/0/criterion/parts/2000")]
    public void Leaves_are_counted(int leaves, string? expected)
    {
        var leaf = Encoding.UTF8.GetString(PolicyPlants.With([])).Split("\"parts\":[")[1].Split(",{\"type\":\"not\"")[0];
        var policy = PolicyPlants.Sound[..PolicyPlants.Sound.IndexOf("\"scopes\"", StringComparison.Ordinal)] + "\"scopes\":[{\"kind\":\"enterprise\"}],\"classes\":[{\"code\":\"a\",\"label\":{\"en\":\"a\",\"zh\":\"a\"},"
            + "\"criterion\":{\"type\":\"all\",\"parts\":[" + string.Join(",", Enumerable.Repeat(leaf, leaves)) + "]}},{\"code\":\"b\",\"label\":{\"en\":\"b\",\"zh\":\"b\"}}]}";
        var read = PolicyWire.Read(Encoding.UTF8.GetBytes(policy), out var faults);
        Assert.Equal(expected ?? "", string.Join(", ", WireFaults.Told(faults)));
        Assert.Equal(expected is null, read is not null);
        Assert.DoesNotContain("policy.too-many-leaves", read is null ? [] : read.Faults(ShippedPolicies.All).Map(fault => fault.Code));
    }

    [Theory]
    [InlineData("{\"type\":\"not\",\"part\":", "}", 60)]
    [InlineData("{\"type\":\"all\",\"parts\":[", "]}", 30)]
    [InlineData("{\"type\":\"not\",\"part\":", "}", 100_000)]
    public void Nesting_too_deep_ends_the_reading(string open, string close, int depth)
    {
        var text = PolicyPlants.Sound.Replace("{\"type\":\"is\",\"fact\":\"litigation\"", string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)) + ",{\"type\":\"is\",\"fact\":\"litigation\"", StringComparison.Ordinal);
        Assert.Null(PolicyWire.Read(Encoding.UTF8.GetBytes(text), out var faults));
        Assert.Equal("json.depth", Assert.Single(faults).Code);
    }

    private static IEnumerable<string> Told(IEnumerable<Plant> plants)
    {
        var policy = PolicyWire.Read(PolicyPlants.With(plants), out var faults);
        Assert.Null(policy);
        return WireFaults.Told(faults);
    }

    private static IEnumerable<string> StructureTold(IEnumerable<Plant> plants) =>
        WireFaults.Told(PolicyWire.Sound(PolicyPlants.With(plants)).Faults(ShippedPolicies.All));

    private static bool Same(IEnumerable<Plant> plants, IEnumerable<string> told) =>
        plants.Select(plant => plant.Fault).Order(StringComparer.Ordinal).SequenceEqual(told.Order(StringComparer.Ordinal));

    /// <summary>Plants that keep out of each other's way.</summary>
    private static Gen<List<Plant>> Some(Plant[] all) =>
        from order in Gen.Shuffle(all)
        from count in Gen.Choose(1, all.Length)
        select order.Aggregate(new List<Plant>(), (chosen, plant) => chosen.Count < count && !chosen.Exists(plant.Meets) ? [.. chosen, plant] : chosen);
}
