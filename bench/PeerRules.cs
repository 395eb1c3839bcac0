using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;

namespace Kehu.Bench;

/// <summary>
/// A policy in the forms that other engines read: conditions of json-rules-engine, expressions of Zen. Only what the three workloads
/// are made of; readings are whole numbers of the smallest unit, codes and booleans.
/// </summary>
internal sealed class PeerRules(Policy policy, PolicySet policies)
{
    /// <summary>Every form of the policy, as the peers' scripts read them.</summary>
    public JsonObject ToJson() => new()
    {
        ["classes"] = Classes(policy.Rungs.Select(rung => (rung.Class.Code, rung.Criterion))),
        ["otherwise"] = policy.Otherwise.Code.Value,
        ["branches"] = Branches(),
        ["expression"] = Expression(""),
        ["mapped"] = Expression("#."),
    };

    private JsonArray Classes(IEnumerable<(ClassCode Code, Criterion Criterion)> classes) =>
        [.. classes.Select(c => new JsonObject { ["code"] = c.Code.Value, ["condition"] = Grouped(c.Criterion) })];

    /// <summary>Where every class is told by the same choice: the classes of each of its codes.</summary>
    private JsonObject? Branches() => policy.Rungs.ForAll(rung => rung.Criterion is Criterion.Cases) && policy.Rungs[0].Criterion is Criterion.Cases(var fact, var branches)
        ? new JsonObject
        {
            ["fact"] = fact.Name,
            ["codes"] = new JsonArray([.. branches.Select(branch => new JsonObject
            {
                ["code"] = branch.Code,
                ["classes"] = Classes(policy.Rungs.Select(rung => (rung.Class.Code, ((Criterion.Cases)rung.Criterion).Branches.Find(other => other.Code == branch.Code).Map(other => other.Criterion).IfNone(Author.AnyOf())))),
            })]),
        }
        : null;

    /// <summary>json-rules-engine wants a group at the top.</summary>
    private JsonObject Grouped(Criterion criterion) =>
        Condition(criterion) is var condition && (condition.ContainsKey("all") || condition.ContainsKey("any")) ? condition : new JsonObject { ["all"] = new JsonArray(condition) };

    private JsonObject Condition(Criterion criterion) => criterion switch
    {
        Criterion.All(var parts) => Group("all", parts),
        Criterion.Any(var parts) => Group("any", parts),
        Criterion.Not(Criterion.Is(var fact, _)) => Test(fact.Name, "equal", false),
        Criterion.Not(var part) => new JsonObject { ["not"] = Condition(part) },
        Criterion.Is(var fact, _) => Test(fact.Name, "equal", true),
        Criterion.OneOf(var fact, var codes, _) => Test(fact.Name, "in", Codes(codes)),
        Criterion.AtLeastGrade(var fact, var code, _) => Test(fact.Name, "in", Codes(From(fact, code))),
        Criterion.Within(var quantity, { Case: long min }, _, _) => Test(quantity.Name, "greaterThanInclusive", min),
        Criterion.Cases(var fact, var branches) => new JsonObject
        {
            ["any"] = new JsonArray([.. branches.Select(branch => new JsonObject { ["all"] = new JsonArray([Test(fact.Name, "equal", branch.Code), .. Flat(branch.Criterion).Select(Condition)]) })]),
        },
        Criterion.Classified referred => Condition(First(referred)),
        Criterion.Within or Criterion.AtLeast or Criterion.Holds or Criterion.Score => throw new NotSupportedException(criterion.ToString()),
    };

    private JsonObject Group(string name, Arr<Criterion> parts) => new() { [name] = new JsonArray([.. parts.Select(Condition)]) };

    private static JsonObject Test(string fact, string with, JsonNode value) => new() { ["fact"] = fact, ["operator"] = with, ["value"] = value };

    private static JsonArray Codes(IEnumerable<string> codes) => [.. codes.Select(code => (JsonNode)code)];

    private string Expression(string prefix) =>
        string.Concat(policy.Rungs.Select(rung => $"{Words(rung.Criterion, prefix)} ? '{rung.Class.Code}' : ")) + $"'{policy.Otherwise.Code}'";

    private string Words(Criterion criterion, string prefix) => criterion switch
    {
        Criterion.All(var parts) => $"({string.Join(" and ", parts.Select(part => Words(part, prefix)))})",
        Criterion.Any(var parts) => $"({string.Join(" or ", parts.Select(part => Words(part, prefix)))})",
        Criterion.Not(var part) => $"not ({Words(part, prefix)})",
        Criterion.Is(var fact, _) => $"{prefix}{fact.Name} == true",
        Criterion.OneOf(var fact, var codes, _) => $"{prefix}{fact.Name} in [{string.Join(", ", codes.Select(code => $"'{code}'"))}]",
        Criterion.AtLeastGrade(var fact, var code, _) => $"{prefix}{fact.Name} in [{string.Join(", ", From(fact, code).Select(better => $"'{better}'"))}]",
        Criterion.Within(var quantity, { Case: long min }, _, _) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{quantity.Name} >= {min}"),
        Criterion.Cases(var fact, var branches) => $"({string.Join(" or ", branches.Select(branch => $"{prefix}{fact.Name} == '{branch.Code}' and {Words(branch.Criterion, prefix)}"))})",
        Criterion.Classified referred => Words(First(referred), prefix),
        Criterion.Within or Criterion.AtLeast or Criterion.Holds or Criterion.Score => throw new NotSupportedException(criterion.ToString()),
    };

    private static IEnumerable<Criterion> Flat(Criterion criterion) => criterion is Criterion.All(var parts) ? parts.SelectMany(Flat) : [criterion];

    private static IEnumerable<string> From(Fact.Grade fact, string code) => fact.Options.Select(option => option.Code).SkipWhile(other => other != code);

    /// <summary>The criterion of the first class of another policy, which needs no class above it to fail.</summary>
    private Criterion First(Criterion.Classified referred) =>
        policies.Find(referred.Policy).Filter(other => referred.Classes.Count == 1 && other.Rungs[0].Class.Code == referred.Classes[0]).Map(other => other.Rungs[0].Criterion)
            .IfNone(() => throw new NotSupportedException(referred.ToString()));
}
