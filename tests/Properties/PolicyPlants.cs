using System.Text;
using System.Text.Json.Nodes;

namespace Kehu.Properties;

/// <summary>A change to the sound policy at a place (none: the member is left out) and the fault that it must give, there or at another place.</summary>
internal sealed record Plant(string At, string? Value, string Code, string? FaultAt = null)
{
    public string Fault => $"{Code} {FaultAt ?? At}";

    /// <summary>
    /// Two plants cannot be made together when one stands within what the other changes or judges. What a criterion's type, fact or policy
    /// decides is not judged where that one is faulty, and a condition and its reason are judged together.
    /// </summary>
    public bool Meets(Plant other) => Near(Reach, other.Reach) || Near(Reach, other.FaultAt ?? other.Reach) || Near(FaultAt ?? Reach, other.Reach);

    private string Reach => At[(At.LastIndexOf('/') + 1)..] is "type" or "fact" or "policy" or "applies" or "otherwise" ? At[..At.LastIndexOf('/')] : At;

    private static bool Near(string one, string other) => $"{one}/".StartsWith($"{other}/", StringComparison.Ordinal) || $"{other}/".StartsWith($"{one}/", StringComparison.Ordinal);
}

/// <summary>One sound policy that has every member of the form, written by hand, and changes that make it faulty.</summary>
internal static class PolicyPlants
{
    private const string House = "{'house':{'en':'house','zh':'本行'}}";

    private const string Label = "{'en':'a','zh':'甲'}";

    /// <summary>The form as the contract has it: compact, members in the one order.</summary>
    public static string Sound { get; } = (
        "{'id':'every-form','label':{'en':'Every form','zh':'各种形式'},'ordering':'nominal',"
        + "'scopes':[{'kind':'enterprise','applies':{'type':'classified','policy':'enterprise-size','classes':['small','micro'],'citation':" + House + "},'otherwise':" + Label + "}],"
        + "'classes':["
        + Class("c0", "{'type':'within','fact':'totalAssets','min':0.5,'max':69999999999999.99,'citation':{'source':{'document':'001','section':'一'}}}") + ","
        + "{'code':'c1','label':" + Label + ",'notes':[{'code':'churn','label':" + Label + ",'value':" + Label + ",'citation':" + House + "}],"
        + "'criterion':{'type':'within','fact':'lastTransactionOn','max':'2026-11-21','citation':" + House + "},'exceptAbove':" + House + "},"
        + Class("c2", "{'type':'within','fact':'marginGap','min':-0.05,'citation':{'external':" + Label + "}}") + ","
        + Class("c3", "{'type':'one-of','fact':'ownership','codes':['private','other'],'citation':" + House + "}") + ","
        + Class("c4", "{'type':'at-least-grade','fact':'creditRating','code':'a','citation':" + House + "}") + ","
        + Class("c5", "{'type':'all','parts':[{'type':'is','fact':'basicAccount','citation':" + House + "},{'type':'not','part':{'type':'holds','fact':'products','code':'fund','citation':" + House + "}}]}") + ","
        + Class("c6", "{'type':'at-least','needed':1,'parts':[{'type':'any','parts':[{'type':'within','fact':'employees','min':5,'citation':" + House + "}]}]}") + ","
        + Class("c7", "{'type':'cases','fact':'industry','cases':[{'code':'retail','criterion':{'type':'within','fact':'employees','max':9,'citation':" + House + "}},{'code':'other','criterion':{'type':'is','fact':'litigation','citation':" + House + "}}]}") + ","
        + Class("c8", "{'type':'score','card':{'label':" + Label + ",'items':[{'label':" + Label + ",'bins':[{'criterion':{'type':'within','fact':'yearsAsCustomer','min':5,'citation':" + House + "},'points':10},"
            + "{'criterion':{'type':'within','fact':'yearsAsCustomer','min':2,'citation':" + House + "},'points':5}]},{'label':" + Label + ",'bins':[{'criterion':{'type':'is','fact':'usesEbanking','citation':" + House + "},'points':1}]}]},'min':3,'max':20,'citation':" + House + "}") + ","
        + "{'code':'rest','label':" + Label + "}],"
        + "'citations':[{'source':{'document':'004','section':'二'}}],'interpretations':[" + Label + "]}").Replace('\'', '"');

    /// <summary>Faults of form, found by reading.</summary>
    public static Plant[] OfForm { get; } =
    [
        new("/id", "'Every'", "policy.code"),
        new("/id", "'a--b'", "policy.code"),
        new("/id", "'" + new string('a', 65) + "'", "json.length"),
        new("/ordering", "'rank'", "json.unknown-code"),
        new("/label/zh", "''", "json.empty"),
        new("/label/en", "'" + new string('a', 2_001) + "'", "json.length"),
        new("/note", "1", "json.unknown-member"),
        new("/scopes", "[]", "json.empty"),
        new("/scopes/0/kind", "'firm'", "json.unknown-code"),
        new("/scopes/0/otherwise", null, "json.missing-member"),
        new("/scopes/0/applies", null, "json.missing-member"),
        new("/scopes/0/applies/classes", "[]", "json.empty"),
        new("/scopes/0/applies/classes/1", "'Small'", "policy.code"),
        new("/classes/0/criterion", null, "json.missing-member"),
        new("/classes/0/criterion/type", "'witin'", "json.unknown-code"),
        new("/classes/0/criterion/type", null, "json.missing-member"),
        new("/classes/0/criterion/fact", "'totalAsset'", "policy.unknown-fact"),
        new("/classes/0/criterion/fact", "'gender'", "policy.fact-type"),
        new("/classes/0/criterion/fact", null, "json.missing-member"),
        new("/classes/0/criterion/min", "0.001", "policy.bound-too-fine"),
        new("/classes/0/criterion/min", "1e400", "policy.bound-outside-domain"),
        new("/classes/0/criterion/min", "'2026-01-01'", "json.type"),
        new("/classes/0/criterion/max", "true", "json.type"),
        new("/classes/0/criterion/type", "null", "json.null"),
        new("/classes/0/criterion/code", "'a'", "policy.misplaced-member"),
        new("/classes/0/criterion/citation", "{}", "policy.citation"),
        new("/classes/0/criterion/citation/house", Label, "policy.citation", "/classes/0/criterion/citation"),
        new("/classes/0/criterion/citation/source/section", null, "json.missing-member"),
        new("/classes/1/code", null, "json.missing-member"),
        new("/classes/1/notes/0/value", "'2 %'", "json.type"),
        new("/classes/1/notes/0/citation", null, "json.missing-member"),
        new("/classes/1/criterion/max", "20261121", "json.type"),
        new("/classes/1/criterion/max", "'2026-02-29'", "json.date"),
        new("/classes/1/exceptAbove/house/en", "5", "json.type"),
        new("/classes/2/criterion/min", "0.001", "policy.bound-too-fine"),
        new("/classes/3/criterion/fact", "'owner'", "policy.unknown-fact"),
        new("/classes/3/criterion/fact", "'creditRating'", "policy.fact-type"),
        new("/classes/3/criterion/codes/1", "'privat'", "json.unknown-code"),
        new("/classes/3/criterion/codes", "[]", "json.empty"),
        new("/classes/3/criterion/min", "1", "policy.misplaced-member"),
        new("/classes/4/criterion/fact", "'ownership'", "policy.fact-type"),
        new("/classes/4/criterion/code", "'aaaa'", "json.unknown-code"),
        new("/classes/4/criterion/code", null, "json.missing-member"),
        new("/classes/5/criterion/parts/0/fact", "'employees'", "policy.fact-type"),
        new("/classes/5/criterion/parts/0/fact", "'age'", "policy.fact-type"),
        new("/classes/5/criterion/parts/1/part", null, "json.missing-member"),
        new("/classes/5/criterion/parts/1/part/code", "'funds'", "json.unknown-code"),
        new("/classes/5/criterion/parts/1/part/fact", "'basicAccount'", "policy.fact-type"),
        new("/classes/6/criterion/needed", "1.5", "json.not-whole"),
        new("/classes/6/criterion/needed", null, "json.missing-member"),
        new("/classes/6/criterion/parts", "[]", "json.empty"),
        new("/classes/6/criterion/parts/0/parts/0/min", "5.5", "policy.bound-too-fine"),
        new("/classes/6/criterion/parts/0/parts/0", "5", "json.type"),
        new("/classes/7/criterion/cases", "[]", "json.empty"),
        new("/classes/7/criterion/cases/1/code", "'others'", "json.unknown-code"),
        new("/classes/7/criterion/cases/1/criterion", null, "json.missing-member"),
        new("/classes/7/criterion/cases/0/criterion/citation", null, "json.missing-member"),
        new("/classes/8/criterion/card/items", "[]", "json.empty"),
        new("/classes/8/criterion/card/items/0/bins/0/points", "'10'", "json.type"),
        new("/classes/8/criterion/card/items/1/bins", "[]", "json.empty"),
        new("/classes/8/criterion/card/items/1/bins/0/criterion/fact", "'usesEbankin'", "policy.unknown-fact"),
        new("/classes/8/criterion/max", "20.5", "policy.bound-too-fine"),
        new("/classes/9/criterion", "{'type':'is','fact':'litigation','citation':" + House + "}", "policy.last-class"),
        new("/classes/9/exceptAbove", House, "policy.last-class"),
        new("/citations/0", "{'house':'x'}", "json.type", "/citations/0/house"),
        new("/interpretations/0/zh", null, "json.missing-member"),
    ];

    /// <summary>Faults of structure: the text can be read, and says what cannot be.</summary>
    public static Plant[] OfStructure { get; } =
    [
        new("/scopes/0/applies/policy", "'enterprise-siz'", "policy.unknown-policy"),
        new("/scopes/0/applies/policy", "'retail-vip'", "policy.other-kind"),
        new("/scopes/0/applies/classes/1", "'tiny'", "policy.unknown-class"),
        new("/classes/0/criterion/min", "-1", "policy.bound-outside-domain"),
        new("/classes/0/criterion/max", "0.4", "policy.bounds-crossed", "/classes/0/criterion/min"),
        new("/classes/1/criterion/max", "'1899-12-31'", "policy.bound-outside-domain"),
        new("/classes/2/criterion/min", "2000.01", "policy.bound-outside-domain"),
        new("/classes/5/criterion/parts/1/part", "{'type':'one-of','fact':'gender','codes':['male'],'citation':" + House + "}", "policy.other-kind", "/classes/5/criterion/parts/1/part/fact"),
        new("/classes/6/criterion/needed", "2", "policy.needed"),
        new("/classes/6/criterion/parts/0/parts/0/min", "-1", "policy.bound-outside-domain"),
        new("/classes/7/criterion/cases/0/code", "'other'", "policy.case-twice", "/classes/7/criterion/cases"),
        new("/classes/7/criterion/cases/0/criterion/max", "-1", "policy.bound-outside-domain"),
        new("/classes/8/criterion/card/items/0/bins/1/criterion/min", "-1", "policy.bound-outside-domain"),
        new("/classes/8/criterion/card/items/1/bins/0/criterion", "{'type':'within','fact':'age','min':1,'citation':" + House + "}", "policy.other-kind", "/classes/8/criterion/card/items/1/bins/0/criterion/fact"),
        new("/classes/8/criterion/card/items/0/bins/1/points", "-1", "policy.points", "/classes/8/criterion/card"),
        new("/classes/8/criterion/max", "2", "policy.bounds-crossed", "/classes/8/criterion/min"),
        new("/classes/9/code", "'c1'", "policy.class-twice", "/classes"),
    ];

    /// <summary>The sound policy with the changes made.</summary>
    public static byte[] With(IEnumerable<Plant> plants)
    {
        var root = JsonNode.Parse(Sound);
        foreach (var plant in plants)
        {
            var at = plant.At.LastIndexOf('/');
            PolicyWire.Resolve(root, plant.At[..at], out var parent);
            var (name, value) = (plant.At[(at + 1)..], plant.Value is { } text ? JsonNode.Parse(text.Replace('\'', '"')) : null);
            switch (parent)
            {
                case JsonObject members when plant.Value is null:
                    members.Remove(name);
                    break;
                case JsonObject members:
                    members[name] = value;
                    break;
                default:
                    parent![int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = value;
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static string Class(string code, string criterion) => "{'code':'" + code + "','label':" + Label + ",'criterion':" + criterion + "}";
}
