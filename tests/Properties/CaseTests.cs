using System.Reflection;
using Kehu.Shared;
using LanguageExt;
using Xunit;

namespace Kehu.Properties;

/// <summary>The cases that rule authors write down in <c>Cases/</c>: every policy has some, and they come out as written.</summary>
public sealed class CaseTests
{
    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies have faults"));

    private static readonly string Folder = Path.Combine(
        typeof(CaseTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!, "Cases");

    public static TheoryData<string> Policies => new(Book.Policies.Map(policy => policy.Policy.Id.Value).AsEnumerable());

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_case_comes_out_as_written(string policy)
    {
        var compiled = Book.Find(policy).IfNone(() => throw new InvalidOperationException(policy));
        var file = CaseFiles.Of(Folder, compiled.Policy);
        var wrong = file.Cases
            .Select(written => (Case: written, Found: CaseFile.Written(written.Customer.By(compiled, written.AsOf, ask: false).Outcome)))
            .Where(pair => pair.Found != pair.Case.Expected)
            .Select(pair => $"{pair.Case.File}:{pair.Case.Line}: expected \"{pair.Case.Expected}\", the policy says \"{pair.Found}\"");
        var told = string.Join('\n', file.Faults.Concat(wrong));
        Assert.True(told.Length == 0, told);
    }

    [Xunit.Fact]
    public void No_file_is_left_of_a_policy_that_is_gone() =>
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.cases").Select(file => Path.GetFileNameWithoutExtension(file)!).Except(Book.Policies.Map(policy => policy.Policy.Id.Value)));

    [Theory]
    [InlineData("vip | deposits 200000", "a case needs \"kind: personal\"")]
    [InlineData("kind: firm", "write \"kind: personal\" or \"kind: enterprise\"")]
    [InlineData("kind: enterprise", "'retail-vip' is not for enterprise customers")]
    [InlineData("as of: 21.11.2026", "write \"as of: 2026-11-21\"")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip deposits 200000", "the line has no bar; write")]
    [InlineData("kind: personal\nas of: 2026-11-21\nVIP | deposits 200000", "'VIP' is no class of 'retail-vip'; write one of vip, ordinary, not applicable")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip | deposit 200000", "there is no fact 'deposit'; write deposits or depositAmount")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip | deposits", "'deposits' has no value")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip | deposits 200000, deposits 1", "'deposits' is there twice")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip | deposits 0.001", "deposits: deposits has at most 2 decimals")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip | employees 5", "'employees' is no fact of personal customers")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip | customerSince 2026-11-22", "customerSince lies after the as-of date")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip or ordinary | totalAssets 10", "write \"vip or ordinary, missing deposits\"")]
    [InlineData("kind: personal\nas of: 2026-11-21\nvip or ordinary, missing money | totalAssets 10", "there is no fact 'money'")]
    public void A_fault_names_its_line_and_what_to_write(string text, string expected)
    {
        var file = CaseFile.Read("retail-vip.cases", text, RetailVip.Policy);
        Assert.Contains(file.Faults, fault => fault.StartsWith($"retail-vip.cases:{text.Count(c => c == '\n') + 1}: ", StringComparison.Ordinal) && fault.Contains(expected, StringComparison.Ordinal));
        Assert.Empty(file.Cases);
    }
}
