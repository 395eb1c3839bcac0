using Kehu.Domain;
using LanguageExt;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>Every shipped policy as people read it, and what it decides at every edge.</summary>
public sealed class PolicySnapshots
{
    public static TheoryData<string> Policies => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_table_reads_so(string policy) => Snapshot.Matches(
        string.Join("\n---\n\n", Enum.GetValues<Language>().Select(language => Shipped.Policy(policy).Markdown(Shipped.Book.Set, language))), $"policy={policy}");

    [Theory]
    [MemberData(nameof(Policies))]
    public void Both_sides_of_every_edge_are_decided_so(string policy) => Snapshot.Matches(Shipped.Policy(policy).Boundaries(), $"policy={policy}");
}
