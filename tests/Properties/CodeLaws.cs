using System.Text.RegularExpressions;
using Kehu.Shared;

namespace Kehu.Properties;

/// <summary>What holds of the codes of every enumeration. Which codes there are is an approved text.</summary>
public sealed partial class CodeLaws
{
    [Xunit.Fact]
    public void Codes_are_in_kebab_case() =>
        Xunit.Assert.All(EnumCodes.All.SelectMany(codes => codes.Members), member => Xunit.Assert.Matches(Kebab(), member.Code));

    [Xunit.Fact]
    public void No_two_members_of_an_enumeration_have_the_same_code() =>
        Xunit.Assert.Empty(EnumCodes.All.Where(codes => codes.Members.Select(member => member.Code).Distinct(StringComparer.Ordinal).Count() < codes.Members.Count).Select(codes => codes.Name));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
