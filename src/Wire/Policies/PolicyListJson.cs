using LanguageExt;

namespace Kehu.Wire;

/// <summary>The policies that a request lists, each named or sent along.</summary>
internal static class PolicyListJson
{
    /// <summary>The most policies where nothing else is said.</summary>
    private const int UsualMost = 100;

    /// <summary>How many policies a call may bring along or vary: each is compiled for it.</summary>
    private const int MostProposed = 8;

    /// <summary>The policies of a list that may be left out, but not be empty; null where it is no list.</summary>
    public static List<SentPolicy>? Read(ref JsonCursor cursor, FactCatalogue facts) =>
        Read(ref cursor, facts, UsualMost, "name at least one policy, or leave the list out for all", "请至少列出一项办法，或省略以取全部");

    /// <summary>The policies of a list that may not be left out, at most so many.</summary>
    public static List<SentPolicy>? ReadNeeded(ref JsonCursor cursor, FactCatalogue facts, int most) =>
        Read(ref cursor, facts, most, "name at least one policy", "请至少列出一项办法");

    private static List<SentPolicy>? Read(ref JsonCursor cursor, FactCatalogue facts, int most, string emptyEn, string emptyZh)
    {
        if (!cursor.StartArray())
        {
            return null;
        }

        var (policies, empty) = (new List<SentPolicy>(), true);
        while (cursor.NextElement(out var index))
        {
            empty = false;
            if (PolicyRefJson.Read(ref cursor, facts) is not { } policy || cursor.Stopped)
            {
                continue;
            }

            if (Superfluous(policies, policy, index, most).Case is ValueTuple<string, Label>(var code, var detail))
            {
                cursor.Fault(code, detail.En, detail.Zh);
            }
            else
            {
                policies.Add(policy);
            }
        }

        if (empty && !cursor.Stopped)
        {
            cursor.Fault("policies.empty", emptyEn, emptyZh);
        }

        return policies;
    }

    /// <summary>Why one policy more is not taken: too many, too many to compile, or one that is listed already.</summary>
    private static Option<(string Code, Label Detail)> Superfluous(List<SentPolicy> listed, SentPolicy policy, int index, int most) =>
        index >= most ? ("policies.too-many", new Label($"at most {most} policies at once", $"一次最多 {most} 项办法"))
        : policy.IsProposed && listed.Count(other => other.IsProposed) >= MostProposed ? (
            "policies.too-many-proposed",
            new Label($"at most {MostProposed} policies at once that are sent whole or with parameters", $"一次最多 {MostProposed} 项整体发送或带参数的办法"))
        : policy is SentPolicy.ById { IsProposed: false, Id: var id } && listed.Exists(other => IsJust(other, id)) ? (
            "policies.repeated", new Label($"'{FaultWords.Quoted(id)}' is listed twice", $"“{FaultWords.Quoted(id)}”重复"))
        : Option<(string, Label)>.None;

    /// <summary>Whether it is named by this id, with nothing sent beside.</summary>
    private static bool IsJust(SentPolicy policy, string id) => policy is SentPolicy.ById { IsProposed: false } named && named.Id == id;
}
