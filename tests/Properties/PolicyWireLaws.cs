using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;

namespace Kehu.Properties;

/// <summary>A policy is the same policy on both sides of the wire.</summary>
public sealed class PolicyWireLaws
{
    private static readonly Gen<(byte[] Text, int Seed)> Written =
        from policy in PolicyWireGenerators.Policies
        from seed in Gen.Choose(0, int.MaxValue)
        select (PolicyWire.Write(policy), seed);

    [Law(Arbitrary = [typeof(AnyForm)])]
    public bool A_policy_read_back_is_the_policy_written(Policy policy) =>
        PolicyWire.Sound(PolicyWire.Write(policy)) is var read && read == policy && read.ContentHash(new PolicySet(FactCatalogue.Shipped, [])) == policy.ContentHash(new PolicySet(FactCatalogue.Shipped, []));

    [Law(100)]
    public Property Members_in_another_order_are_the_same_policy_and_are_written_in_the_one_order() =>
        Law.ForAll(
            Written,
            written => PolicyWire.Sound(PolicyWire.Shuffled(written.Text, written.Seed)) is var read
                && PolicyWire.Write(read).AsSpan().SequenceEqual(written.Text));

    [Law(500)]
    public Property Broken_texts_give_faults_and_no_policy_and_never_throw() =>
        Law.ForAll(
            Written,
            written => PolicyWire.Read(PolicyWireFaults.Broken(written.Text, written.Seed), out var faults) is null == faults.Count > 0);

    [Xunit.Fact]
    public void Every_shipped_policy_comes_back_with_its_hash()
    {
        foreach (var policy in ShippedPolicies.All.Policies)
        {
            var read = PolicyWire.Sound(PolicyWire.Write(policy));
            Xunit.Assert.Equal(policy, read);
            Xunit.Assert.Equal(policy.ContentHash(ShippedPolicies.All), read.ContentHash(ShippedPolicies.All));
        }
    }

    [Xunit.Fact]
    public void Shipped_policies_that_crossed_the_wire_decide_every_customer_alike()
    {
        var shipped = ShippedScope.Book;
        var crossed = Book(new PolicySet(FactCatalogue.Shipped, ShippedPolicies.All.Policies.Map(policy => PolicyWire.Sound(PolicyWire.Write(policy)))));
        Xunit.Assert.Equal(shipped.Policies.Count, crossed.Policies.Count);
        Xunit.Assert.All(shipped.Policies.Zip(crossed.Policies), pair =>
        {
            Xunit.Assert.Equal(pair.Item1.Policy.Classes, pair.Item2.Policy.Classes);
            Xunit.Assert.All(pair.Item1.Policy.Scopes, scope =>
                Xunit.Assert.True(pair.Item1.DiagramOf(scope.Kind).SameAs(pair.Item2.DiagramOf(scope.Kind), place => place)));
        });
    }

    [Xunit.Fact]
    public void The_whole_policy_is_shown_in_the_form_that_can_be_posted_back()
    {
        foreach (var compiled in Book(ShippedPolicies.All).Policies)
        {
            var shown = JsonNode.Parse(WireJson.Bytes(json => PolicyCodecs.Whole.Write(json, new ListedPolicy.ForCustomers(compiled), Language.Chinese)))!.AsObject();
            Xunit.Assert.Equal("policy", shown.Last().Key);
            Xunit.Assert.Equal(compiled.Policy, PolicyWire.Sound(Encoding.UTF8.GetBytes(shown["policy"]!.ToJsonString())));
        }
    }

    [Law]
    public Property The_faults_of_a_policys_structure_point_into_its_written_form() =>
        Law.ForAll(
            PolicyWireGenerators.Policies,
            policy => JsonNode.Parse(PolicyWire.Write(policy)) is var root
                && policy.Faults(ShippedPolicies.All).ForAll(fault => PolicyWire.Resolve(root, ((Place.Pointer)fault.Place).Path, out _)));

    private static RuleBook Book(PolicySet set) => RuleBook.Of(set).Match(
        Succ: book => book,
        Fail: faults => throw new InvalidOperationException(string.Join("; ", WireFaults.Told(faults))));
}
