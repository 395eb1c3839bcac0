using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>
/// The JSON Schema (draft 2020-12) of a policy, made from the catalogue that the reader reads with: whatever the reader takes is valid.
/// What a schema cannot say (that the class without a criterion is the last, references, limits) is told by POST /v1/policies/check.
/// </summary>
internal sealed class PolicySchema(FactCatalogue facts)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as it is published.</summary>
    public byte[] Text { get; } = Encoding.UTF8.GetBytes(WithNulls(Whole(facts)).ToJsonString(Readable) + "\n");

    /// <summary>The parts of the schema by name, the policy itself among them: the OpenAPI document makes its own of them.</summary>
    public static JsonObject Parts(FactCatalogue facts)
    {
        var parts = Definitions(facts).ToArray().Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone()));
        return new JsonObject(parts.Append(KeyValuePair.Create("policy", (JsonNode?)Policy())));
    }

    private static JsonObject Whole(FactCatalogue facts)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:kehu:policy",
            ["title"] = "Policy 分类办法",
            ["description"] = "A classification policy as GET /v1/policies/{id} shows it under 'policy'. "
                + "Classes come in order; the last takes everyone else and is the one without a criterion.",
        };
        foreach (var (name, value) in Policy())
        {
            schema.Add(name, value?.DeepClone());
        }

        schema.Add("$defs", Definitions(facts));
        return schema;
    }

    private static JsonObject Definitions(FactCatalogue facts) => new()
    {
        ["code"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$", ["maxLength"] = LabelJson.LongestCode },
        ["text"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = LabelJson.LongestText },
        ["label"] = Object(new() { ["en"] = Ref("text"), ["zh"] = Ref("text") }),
        ["citation"] = Citation(),
        ["scope"] = Scope(),
        ["class"] = Class(),
        ["note"] = Object(new() { ["code"] = Ref("code"), ["label"] = Ref("label"), ["value"] = Ref("label"), ["citation"] = Ref("citation") }),
        ["offer"] = Object(new() { ["code"] = Ref("code"), ["label"] = Ref("label"), ["product"] = Ref("code"), ["citation"] = Ref("citation") }, "product"),
        ["card"] = Labelled("items", Ref("item")),
        ["item"] = Labelled("bins", Ref("bin")),
        ["bin"] = Object(new() { ["criterion"] = Ref("criterion"), ["points"] = Integer() }),
        ["criterion"] = new JsonObject { ["oneOf"] = new JsonArray([.. Criteria(facts)]) },
    };

    /// <summary>A member that is there, and not null, which is left out.</summary>
    private static JsonObject There(string member) => new()
    {
        ["required"] = new JsonArray(member),
        ["properties"] = new JsonObject { [member] = new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } } },
    };

    /// <summary>The same schema where a member that may be left out may be null, and then is not there for those that depend on it.</summary>
    private static JsonNode WithNulls(JsonNode schema) => schema switch
    {
        JsonArray several => new JsonArray([.. several.Select(one => WithNulls(one!))]),
        JsonObject { } members => Linked(NullsWithin(members), members["dependentRequired"] as JsonObject),
        _ => schema.DeepClone(),
    };

    private static JsonObject NullsWithin(JsonObject members) =>
        new(members.Where(member => member.Key != "dependentRequired").Select(member => KeyValuePair.Create(member.Key, member switch
        {
            { Key: "properties", Value: JsonObject own } when members["required"] is JsonArray needed =>
                Perhaps(own, [.. needed.Select(name => name!.GetValue<string>())]),
            { Value: { } value } => WithNulls(value),
            _ => null,
        })));

    private static JsonObject Perhaps(JsonObject members, string[] needed) => new(members.Select(member => KeyValuePair.Create(
        member.Key,
        (JsonNode?)(needed.Contains(member.Key) ? WithNulls(member.Value!) : OrNull(member.Value!)))));

    private static JsonObject OrNull(JsonNode schema) =>
        new() { ["anyOf"] = new JsonArray(WithNulls(schema), new JsonObject { ["type"] = "null" }) };

    private static JsonObject Linked(JsonObject schema, JsonObject? dependent)
    {
        if (dependent is not null)
        {
            schema["allOf"] = new JsonArray([.. dependent.Select(pair => new JsonObject
            {
                ["if"] = There(pair.Key),
                ["then"] = There(pair.Value!.AsArray().Single()!.GetValue<string>()),
            })]);
        }

        return schema;
    }

    private static JsonObject Policy() => Object(
        new()
        {
            ["id"] = Ref("code"),
            ["label"] = Ref("label"),
            ["ordering"] = OneOf("nominal", "ranked"),
            ["scopes"] = Some(Ref("scope")),
            ["classes"] = new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 1,
                ["items"] = Ref("class"),
                ["contains"] = new JsonObject { ["not"] = There("criterion") },
                ["minContains"] = 1,
                ["maxContains"] = 1,
            },
            ["citations"] = List(Ref("citation")),
            ["interpretations"] = List(Ref("label")),
        },
        "citations", "interpretations");

    private static JsonObject Citation() => new()
    {
        ["oneOf"] = new JsonArray(
            Object(new() { ["source"] = Object(new() { ["document"] = Ref("text"), ["section"] = Ref("text") }) }),
            Object(new() { ["house"] = Ref("label"), ["parameter"] = Ref("code") }, "parameter"),
            Object(new() { ["external"] = Ref("label") })),
    };

    private static JsonObject Scope()
    {
        var scope = Object(
            new()
            {
                ["kind"] = OneOf([.. CustomerKinds.All.Map(kind => kind.Code())]),
                ["applies"] = Ref("criterion"),
                ["otherwise"] = Ref("label"),
            },
            "applies",
            "otherwise");
        scope.Add("dependentRequired", new JsonObject { ["applies"] = new JsonArray("otherwise"), ["otherwise"] = new JsonArray("applies") });
        return scope;
    }

    private static JsonObject Class()
    {
        var c = Object(
            new()
            {
                ["code"] = Ref("code"),
                ["label"] = Ref("label"),
                ["notes"] = List(Ref("note")),
                ["offers"] = List(Ref("offer")),
                ["criterion"] = Ref("criterion"),
                ["exceptAbove"] = Ref("citation"),
            },
            "notes", "offers", "criterion", "exceptAbove");
        c.Add("dependentRequired", new JsonObject { ["exceptAbove"] = new JsonArray("criterion") });
        return c;
    }

    /// <summary>Every type of criterion; those about a fact once for each sort of fact, or for each fact with a list of its own.</summary>
    private static IEnumerable<JsonNode> Criteria(FactCatalogue facts) =>
    [
        .. Within(facts),
        .. Each<Fact.Choice>(facts, fact =>
            Typed("one-of", new() { ["fact"] = Const(fact.Name), ["codes"] = Some(CodesOf(fact)), ["citation"] = Ref("citation") })),
        .. Each<Fact.Grade>(facts, fact =>
            Typed("at-least-grade", new() { ["fact"] = Const(fact.Name), ["code"] = CodesOf(fact), ["citation"] = Ref("citation") })),
        Typed("is", new() { ["fact"] = OneOf([.. facts.All.Filter(fact => fact is Fact.Flag).Map(fact => fact.Name)]), ["citation"] = Ref("citation") }),
        .. Each<Fact.Several>(facts, fact =>
            Typed("holds", new() { ["fact"] = Const(fact.Name), ["code"] = CodesOf(fact), ["citation"] = Ref("citation") })),
        Typed("all", new() { ["parts"] = Some(Ref("criterion")) }),
        Typed("any", new() { ["parts"] = Some(Ref("criterion")) }),
        Typed("at-least", new() { ["needed"] = Integer(), ["parts"] = Some(Ref("criterion")) }),
        Typed("not", new() { ["part"] = Ref("criterion") }),
        .. Each<Fact.Choice>(facts, Cases),
        Typed("score", new() { ["card"] = Ref("card"), ["min"] = Integer(), ["max"] = Integer(), ["citation"] = Ref("citation") }, "min", "max"),
        Typed("classified", new() { ["policy"] = Ref("code"), ["classes"] = Some(Ref("code")), ["citation"] = Ref("citation") }),
    ];

    private static JsonObject Cases(Fact.Choice fact)
    {
        var one = Object(new() { ["code"] = CodesOf(fact), ["criterion"] = Ref("criterion") });
        return Typed("cases", new() { ["fact"] = Const(fact.Name), ["cases"] = Some(one) });
    }

    /// <summary>Bounds in the unit in which the fact is sent.</summary>
    private static IEnumerable<JsonNode> Within(FactCatalogue facts) =>
        facts.All.Filter(fact => fact is Fact.Amount or Fact.Count or Fact.Share or Fact.Day).Map(fact => (Quantity)new Quantity.Of(fact))
            .Concat(facts.Derived.Map(derived => (Quantity)new Quantity.By(derived)))
            .GroupBy(BoundForms.Of)
            .OrderBy(same => same.Key)
            .Select(same => Typed(
                "within",
                new()
                {
                    ["fact"] = OneOf([.. same.Select(fact => fact.Name)]),
                    ["min"] = Bound(same.Key),
                    ["max"] = Bound(same.Key),
                    ["citation"] = Ref("citation"),
                },
                "min",
                "max"));

    private static JsonObject Bound(BoundForm form) => form switch
    {
        BoundForm.Whole => Integer(),
        BoundForm.Hundredths => new JsonObject { ["type"] = "number", ["description"] = "at most two decimals" },
        BoundForm.Date => new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
    };

    private static IEnumerable<JsonNode> Each<T>(FactCatalogue facts, Func<T, JsonNode> schema)
        where T : Fact => facts.All.ToArray().OfType<T>().Select(schema);

    private static JsonObject CodesOf(Fact fact) => OneOf([.. fact.Members.Map(member => member.Code)]);

    private static JsonObject Typed(string type, Dictionary<string, JsonNode?> members, params string[] optional) =>
        Object(new Dictionary<string, JsonNode?>(members.Prepend(KeyValuePair.Create("type", (JsonNode?)Const(type)))), optional);

    private static JsonObject Labelled(string list, JsonNode element) => Object(new() { ["label"] = Ref("label"), [list] = Some(element) });

    private static JsonObject Object(Dictionary<string, JsonNode?> members, params string[] optional) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members),
        ["required"] = new JsonArray([.. members.Keys.Except(optional).Select(name => (JsonNode)name)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject List(JsonNode element) => new() { ["type"] = "array", ["items"] = element };

    private static JsonObject Some(JsonNode element) => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = element };

    private static JsonObject OneOf(params string[] codes) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]) };

    private static JsonObject Const(string value) => new() { ["const"] = value };

    private static JsonObject Integer() => new() { ["type"] = "integer" };

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
