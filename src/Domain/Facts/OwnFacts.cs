namespace Kehu.Domain;

/// <summary>
/// What a bank's own facts must be so that every rule, column and file can hold them. Source: governance, the subject <c>catalogue</c>
/// (names free, domains sane); the lengths of names and lists are house.
/// </summary>
internal static class OwnFacts
{
    /// <summary>With what the name of every fact of a bank's own begins, so that none that is shipped later takes it.</summary>
    public const string Prefix = "x-";

    /// <summary>The longest name (house).</summary>
    public const int LongestName = 64;

    /// <summary>The most members of a list (house): each of a set is a bit of a number that has a sign.</summary>
    public const int MostMembers = 62;

    /// <summary>Everything wrong with facts that are to come behind those of a catalogue.</summary>
    public static Seq<Fault> OwnFaults(this FactCatalogue catalogue, Arr<Fact> added)
    {
        var taken = catalogue.All.Map(fact => fact.Name).Concat(catalogue.Derived.Map(derived => derived.Name)).ToHashSet(StringComparer.Ordinal);
        return Seq(added.SelectMany((fact, at) => Named(fact, taken).Concat(Sane(fact)).Select(fault => fault.Under($"/{at}")))
            .Concat(TooMany(catalogue, added.Count))).Strict();
    }

    private static IEnumerable<Fault> Named(Fact fact, System.Collections.Generic.HashSet<string> taken)
    {
        if (!IsOwnName(fact.Name))
        {
            yield return Fault.At(
                "/name", "catalogue.name",
                $"the name of a fact of your own is '{Prefix}' and 1 to {LongestName - Prefix.Length} lower-case letters, digits or '-'; '{fact.Name}' is not",
                $"自定事实的名称为“{Prefix}”加 1 至 {LongestName - Prefix.Length} 个小写字母、数字或“-”，“{fact.Name}”不是");
        }

        if (!taken.Add(fact.Name))
        {
            yield return Fault.At("/name", "catalogue.name-taken", $"there is a fact '{fact.Name}' already; choose another name", $"已有事实“{fact.Name}”，请另取名称");
        }
    }

    private static bool IsOwnName(string name) =>
        name.Length > Prefix.Length && name.Length <= LongestName && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static IEnumerable<Fault> Sane(Fact fact) => fact switch
    {
        Fact.Amount or Fact.Count or Fact.Share =>
            fact.Domain.Low > fact.Domain.High || fact.Domain.Low < -Money.Limit.Fen || fact.Domain.High > Money.Limit.Fen
                ? [Fault.At(
                    "/domain", "catalogue.domain",
                    $"the least value of '{fact.Name}' is not above the greatest, and neither is farther from 0 than {Money.Limit.Fen}",
                    $"“{fact.Name}”的最小值不得大于最大值，且两者的绝对值均不得超过 {Money.Limit.Fen}")]
                : [],
        Fact.Day or Fact.Flag => [],
        Fact.Choice or Fact.Grade or Fact.Several => Listed(fact),
    };

    private static IEnumerable<Fault> Listed(Fact fact)
    {
        if (fact.Members.Count is 0 or > MostMembers)
        {
            yield return Fault.At(
                "/members", "catalogue.members",
                $"the list of '{fact.Name}' has 1 to {MostMembers} members",
                $"“{fact.Name}”的选项须有 1 至 {MostMembers} 个");
        }

        foreach (var (member, place) in fact.Members.Select((member, place) => (member, place)))
        {
            if (!Codes.IsCode(member.Code, LongestName))
            {
                yield return Fault.At(
                    $"/members/{place}/code", "catalogue.code",
                    $"a code is 1 to {LongestName} of letters, digits, '-', '_', '.', beginning with a letter or digit",
                    $"代码由 1 至 {LongestName} 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头");
            }

            if (fact.Members.Take(place).Any(other => other.Code == member.Code))
            {
                yield return Fault.At(
                    $"/members/{place}/code", "catalogue.code-twice",
                    $"'{fact.Name}' has the code '{member.Code}' twice",
                    $"“{fact.Name}”的代码“{member.Code}”重复");
            }
        }
    }

    private static IEnumerable<Fault> TooMany(FactCatalogue catalogue, int more) => catalogue.Own.Count + more > FactCatalogue.MostOwn
        ? [Fault.At(
            "", "catalogue.too-many", $"a bank has at most {FactCatalogue.MostOwn} facts of its own; these would be {catalogue.Own.Count + more}",
            $"自定事实最多 {FactCatalogue.MostOwn} 个，此处共 {catalogue.Own.Count + more} 个")]
        : [];
}
