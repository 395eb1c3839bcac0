using System.Text.RegularExpressions;
using LanguageExt;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>The generated documentation in <c>docs/policies</c>: approved like any text, and nothing in it is left over.</summary>
public sealed partial class PolicyPageTests
{
    private static readonly Arr<PolicyPage> Pages = Shipped.Book.Pages();

    public static TheoryData<string> Names => new(Pages.Map(page => page.Name).AsEnumerable());

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_page_reads_so(string page) =>
        ApprovedText.Compare(Pages.Find(other => other.Name == page).IfNone(() => throw new InvalidOperationException(page)).Text, Path.Combine(Folder, page));

    [Fact]
    public void No_page_and_no_approved_version_is_left_of_a_policy_that_is_gone()
    {
        var expected = Pages.Map(page => page.Name).Concat(Shipped.Book.Policies.Map(policy => $"{policy.Policy.Id}.json"));
        Assert.Empty(Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)!).Where(name => !name.Contains(".received.", StringComparison.Ordinal)).Except(expected));
    }

    [Fact]
    public void Every_picture_is_within_what_is_drawn_and_names_only_what_it_shows()
    {
        var pictures = from policy in Shipped.Book.Policies.AsEnumerable()
                       from scope in policy.Policy.Scopes
                       from language in Enum.GetValues<Language>()
                       from picture in policy.Pictures(scope.Kind, PictureLimits.Mermaid, language)
                       select (Name: $"{policy.Policy.Id} {scope.Kind} {picture.Part.Map(part => part.En)}", Text: picture.Text.IfNone(""));
        Assert.All(pictures, picture =>
        {
            Assert.True(Arrow().Count(picture.Text) <= PictureLimits.Mermaid.Edges, picture.Name);
            Assert.InRange(picture.Text.Length, 1, PictureLimits.Mermaid.Characters);
            var boxes = Box().Matches(picture.Text).Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(boxes.Distinct(), boxes);
            Assert.Empty(Arrow().Matches(picture.Text).SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value }).Except(boxes));
            Assert.All(picture.Text.Split('\n').Skip(1).Where(line => line.Length > 0 && !line.StartsWith("  classDef ", StringComparison.Ordinal)), line => Assert.Matches(Line(), line));
        });
    }

    [Fact]
    public void What_is_too_large_for_one_picture_is_drawn_by_the_answers_to_its_first_question()
    {
        var policy = Shipped.Policy("enterprise-size");
        var whole = policy.Pictures(CustomerKind.Enterprise, PictureLimits.Mermaid, Language.English);
        var parts = policy.Pictures(CustomerKind.Enterprise, new PictureLimits(20, 50_000), Language.English);
        var none = policy.Pictures(CustomerKind.Enterprise, new PictureLimits(5, 50_000), Language.English);
        Assert.Single(whole);
        Assert.Equal(15, parts.Count);
        Assert.True(parts.ForAll(part => part.Part.IsSome && part.Text.IsSome));
        Assert.Equal("industry: agriculture, forestry, animal husbandry and fishery", parts[0].Part.Map(part => part.En));
        Assert.Contains(none, part => part.Text.IsNone);
    }

    private static string Folder => Path.Combine(ApprovedText.Root, "docs", "policies");

    [GeneratedRegex("""^  (\w+) -->\|"[^"]*"\| (\w+)$""", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex("""^  (\w+)(?:\[|\(\[)"[^"]*"(?:\]|\]\)):::\w+$""", RegexOptions.Multiline)]
    private static partial Regex Box();

    /// <summary>A box or an arrow, whose words hold none of the signs that Mermaid reads as its own.</summary>
    [GeneratedRegex("""^  \w+(?:\[|\(\[| -->\|)"(?:[^"<>&`\\|*_~;#]|#\d+;)*"(?:\]:::\w+|\]\):::\w+|\| \w+)$""")]
    private static partial Regex Line();
}
