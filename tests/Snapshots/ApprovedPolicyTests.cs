using LanguageExt;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>
/// Every shipped policy against its approved version in <c>docs/policies</c>. What differs fails with what the change does: exactly, and on the
/// sample portfolio. KEHU_ACCEPT=1 approves the policy as it is.
/// </summary>
public sealed class ApprovedPolicyTests
{
    /// <summary>How much of a report a failing test says; the whole is in the file that it names.</summary>
    private const int MostSaid = 6_000;

    private static readonly string Folder = Path.Combine(ApprovedText.Root, "docs", "policies");

    /// <summary>Read before anything is approved.</summary>
    private static readonly RuleBook Approved = ApprovedPolicies.Read(Folder, FactCatalogue.Shipped).Match(
        Succ: book => book,
        Fail: faults => throw new InvalidOperationException($"the approved versions in {Folder} are no book: {string.Join("; ", faults.Map(fault => fault.Detail.En))}"));

    private static readonly Arr<PolicyChange> Changes = Approved.ChangesTo(Shipped.Book);

    private static readonly Lazy<IReadOnlyList<Customer>> Portfolio = new(() => [.. PolicyCommands.SampleCustomers]);

    public static TheoryData<string> Policies => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task The_policy_is_the_approved_one(string policy)
    {
        var (shipped, report) = (Shipped.Policy(policy), Path.Combine(Folder, $"{policy}.effect.received.md"));
        var told = Changes.Find(change => change.Id.Value == policy)
            .Map(change => change.Effect(Portfolio.Value, PolicyCommands.SampleAsOf, Budget.Standard)).IfNone("");
        File.Delete(report);
        if (ApprovedText.Accepting)
        {
            File.WriteAllText(ApprovedPolicies.PathOf(Folder, shipped.Policy.Id), ApprovedPolicies.Text(shipped.Policy));
        }
        else if (told.Length > 0)
        {
            File.WriteAllText(report, told);
            Assert.Fail($"{(told.Length > MostSaid ? $"{told[..MostSaid]}\n…" : told)}\n(whole in {report}; KEHU_ACCEPT=1 approves it)");
        }
        else
        {
            await ApprovedText.Compare(ApprovedPolicies.Text(shipped.Policy), ApprovedPolicies.PathOf(Folder, shipped.Policy.Id));
        }
    }
}
