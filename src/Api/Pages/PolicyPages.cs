using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>A page of the generated documentation: its file name and its text.</summary>
internal sealed record PolicyPage(string Name, string Text);

/// <summary>The generated documentation of a rule book: every policy in both languages, and an index.</summary>
internal static class PolicyPages
{
    /// <summary>The index.</summary>
    public const string Index = "README.md";

    /// <summary>All pages, the index first.</summary>
    public static Arr<PolicyPage> Pages(this RuleBook book) =>
        Array(new PolicyPage(Index, Contents(book)))
            + book.Policies.Bind(policy => Both(policy.Policy.Id, language => policy.Markdown(book.Set, language)))
            + book.Populations.Bind(version => Both(version.Policy.Id, version.Markdown));

    private static Arr<PolicyPage> Both(PolicyId id, Func<Language, string> page) => Array(
        new PolicyPage($"{id}.md", $"{page(Language.English)}\n[中文]({id}.zh.md) · [all policies]({Index})\n"),
        new PolicyPage($"{id}.zh.md", $"{page(Language.Chinese)}\n[English]({id}.md) · [全部办法]({Index})\n"));

    private static string Contents(RuleBook book)
    {
        var text = new StringBuilder(
            """
            # Policies

            Generated: `dotnet run --project src/Api -- docs` writes these pages, and a test fails while they differ from the policies.
            Nodes are those of the decision diagram for a person / an enterprise; a dash: not for that kind.

            | policy | 办法 | order | classes | nodes | house parameters |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var policy in book.Policies)
        {
            var order = policy.Policy.Ordering == Ordering.Ranked ? "ranked" : "nominal";
            var nodes = $"{Nodes(policy, CustomerKind.Personal)} / {Nodes(policy, CustomerKind.Enterprise)}";
            text.Append(Line(policy.Policy.Id, policy.Policy.Label, order, policy.Policy.Classes.Count, nodes, Parameters.Of(policy.Policy)));
        }

        foreach (var version in book.Populations)
        {
            text.Append(Line(version.Policy.Id, version.Policy.Label, "a whole portfolio", version.Policy.Classes.Count, "–", Parameters.Of(version.Policy)));
        }

        return text.ToString();
    }

    private static string Line(PolicyId id, Label label, string order, int classes, string nodes, Arr<Parameter> parameters) =>
        $"| [{label.En}]({id}.md) `{id}` | [{label.Zh}]({id}.zh.md) | {order} | {classes} | {nodes} | {parameters.Count} |\n";

    private static string Nodes(CompiledPolicy policy, CustomerKind kind) => policy.IsFor(kind) ? $"{policy.DiagramOf(kind).NodeCount}" : "–";
}
