using Kehu.Shared;
using LanguageExt;
using VerifyXunit;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Snapshots;

/// <summary>
/// Whether the approved decisions notice every slip of the pen: each shipped policy is changed in one leaf, count, bin or the order of two
/// neighbouring classes, and its text at the edges must differ from the approved one. The few changes that decide alike for every customer
/// (the diagram stays the same node by node; of a nominal policy, whose order says nothing, up to the places of its classes) are listed in the approved text of this trial and show up in its difference.
/// </summary>
public sealed class MutationTrial
{
    public static TheoryData<string> Policies => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Every_change_of_a_policy_is_noticed_or_changes_no_decision(string policy)
    {
        var (original, approved) = (Shipped.Policy(policy), Approved(policy));
        var (alike, unnoticed, all) = (new List<string>(), new List<string>(), 0);
        foreach (var mutant in original.Policy.Mutations())
        {
            all++;
            var changed = Compiled(mutant.Policy);
            if (DecidesAs(changed, original))
            {
                alike.Add(mutant.Change);
            }
            else if (changed.Boundaries() == approved)
            {
                unnoticed.Add(mutant.Change);
            }
        }

        Assert.Empty(unnoticed);
        var alikeChanges = string.Concat(alike.Select(change => $"  {change}\n"));
        await Verifier.Verify($"{policy}: {all} changes, {all - alike.Count} noticed, {alike.Count} decide alike\n{alikeChanges}").UseParameters(policy);
    }

    private static CompiledPolicy Compiled(Policy policy)
    {
        var set = new PolicySet(FactCatalogue.Shipped, ShippedPolicies.All.Policies.Map(other => other.Id == policy.Id ? policy : other));
        return (policy.Compile(CustomerKind.Personal, set, Budget.Standard), policy.Compile(CustomerKind.Enterprise, set, Budget.Standard))
            .Apply((personal, enterprise) => new CompiledPolicy(policy, set, 1, "", RuleBook.Beginning, personal, enterprise))
            .IfFail(faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));
    }

    private static string Approved(string policy) => ApprovedText.Of(
        ApprovedText.Beside(nameof(PolicySnapshots) + ".cs", $"{nameof(PolicySnapshots.Both_sides_of_every_edge_are_decided_so)}_policy={policy}"));

    /// <summary>Whether two policies give every customer the same class, and a ranked one the same rank.</summary>
    private static bool DecidesAs(CompiledPolicy changed, CompiledPolicy original)
    {
        var (theirs, ours) = (changed.Policy.Classes.ToList(), original.Policy.Classes.ToList());
        return (original.Policy.Ordering == Ordering.Nominal || theirs.SequenceEqual(ours))
            && CustomerKinds.All.ForAll(kind => changed.DiagramOf(kind).SameAs(
                original.DiagramOf(kind), place => place < theirs.Count ? ours.FindIndex(c => c.Code == theirs[place].Code) : place));
    }
}
