using Kehu.Api.Http;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of simulations and of the portfolio in memory are for, and their schemas.</summary>
internal static class SimulationOperations
{
    private const string What =
        "Every customer on file is decided by the candidate and by the policy that it would replace, from the record that held on the date. Answers: the code of a class, (open), (not applicable), and (no policy) where there is none to replace. The answer has a name, a hash of all that it follows from, by which GET /v1/simulations/{name} gives it again; as JSON, as a table with a row for each outlet and pair of answers, and as one page to be read and printed. Nothing that is on file changes. 422: policy.unknown, policy.unknown-version, population-policy, faults of a policy sent along, simulation.nobody, simulation.too-many-outlets. 429 while customers are being read for others, or too many policies that were sent along are being compiled.";

    private static readonly Parameter PolicyId = new("id", ParameterLocation.Path, "The id of a policy.", Text(), Required: true, Example: "personal-asset-tier");

    private static readonly Parameter Version = new("version", ParameterLocation.Path, "The number of the version.", Text(), Required: true, Example: "1");

    private static readonly Content[] Told = [new Content(MediaTypes.Json, "Simulation"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null)];

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["simulate-policy"] = new(
            "Simulation", "Simulate a policy on the customers on file",
            $"The candidate is a version, a version with other house numbers, or a policy sent whole. {What}",
            [Language],
            [new Content(MediaTypes.Json, "SimulationRequest", Example)],
            [new Answer(200, "What the change would do.", Told)],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["simulate-version"] = new(
            "Simulation", "Simulate a version of a policy on the customers on file",
            $"The candidate is the version of the route. {What}",
            [PolicyId, Version, Language],
            [new Content(MediaTypes.Json, "SimulationOfVersionRequest", """{ "against": "personal-asset-tier", "asOf": "2026-11-21" }""")],
            [new Answer(200, "What the change would do.", Told)],
            400, 401, 404, 406, 408, 413, 415, 422, 429),
        ["get-simulation"] = new(
            "Simulation", "A simulation by its name",
            "What was answered under the name, in any of its forms. The last 500 are kept, 64 MB together.",
            [new("name", ParameterLocation.Path, "The name, 64 hexadecimal digits, as the answer of a simulation says.", Text(), Required: true, Example: "6440c6a03f9e27a6007c4200e4eb695ef251f18fcd67ed32eb17417fa7aacbec"), Language], [],
            [new Answer(200, "What the change would do.", Told), new Answer(304, "It is as it was.")],
            400, 401, 404, 406),
        ["get-portfolio"] = new(
            "Simulation", "The portfolio in memory",
            "Whether the newest records of all customers are in memory, from where simulations and segments are answered at once; while they are not, or where they take more than Portfolio:MostBytes, or with Portfolio:InMemory=false, answers are the same and come from the store. The hash does not depend on the order of customers.",
            [], [],
            [new Answer(200, "How it stands.", new Content(MediaTypes.Json, "Portfolio"))],
            400, 401, 406),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["SimulationRequest"] = Object(
            "A candidate; against left out means the version in force of the same id.", ["candidate"], Question(document, ("candidate", PolicySchemas.Reference(document)))),
        ["SimulationOfVersionRequest"] = Object("What a version is held against, and how.", [], Question(document)),
        ["Simulation"] = Object(
            "What a changed policy would do.",
            ["name", "candidate", "against", "asOf", "outlet", "first", "within", "portfolio", "customers", "moved", "open", "transitions", "outlets", "duties", "cliffs"],
            new()
            {
                ["name"] = Text(),
                ["candidate"] = Ref("SimulatedPolicy", document),
                ["against"] = new OpenApiSchema { Description = "Null where the policy is new.", OneOf = [Ref("SimulatedPolicy", document), Of(JsonSchemaType.Null)] },
                ["asOf"] = Text("date"),
                ["outlet"] = Nullable(JsonSchemaType.String),
                ["first"] = Of(JsonSchemaType.Integer),
                ["within"] = Of(JsonSchemaType.Number),
                ["portfolio"] = Text(),
                ["customers"] = Of(JsonSchemaType.Integer),
                ["moved"] = Object("Those to whom the change means something.", ["customers", "assets", "unvalued"], Count()),
                ["open"] = Object("How many classes are open.", ["before", "after"], new() { ["before"] = Of(JsonSchemaType.Integer), ["after"] = Of(JsonSchemaType.Integer) }),
                ["transitions"] = Array(Object("Customers of a pair of answers, and the first of them by id.", ["kind", "before", "after", "customers", "assets", "unvalued", "first"], Transition(First()))),
                ["outlets"] = Array(Object(null, ["outlet", "transitions"], new()
                {
                    ["outlet"] = Text(),
                    ["transitions"] = Array(Object(null, ["kind", "before", "after", "customers", "assets", "unvalued"], Transition())),
                })),
                ["duties"] = Duties(),
                ["cliffs"] = Cliffs(),
            }),
        ["SimulatedPolicy"] = Object("A policy by its content hash, with its classes in order; version is null where it was sent along.", ["policy", "version", "hash", "label", "classes"], new()
        {
            ["policy"] = Text(),
            ["version"] = Nullable(JsonSchemaType.Integer),
            ["hash"] = Text(),
            ["label"] = Text(),
            ["classes"] = Array(Object(null, ["code", "label"], new() { ["code"] = Text(), ["label"] = Text() })),
        }),
        ["Portfolio"] = Object("The portfolio in memory; what is not known while it is not there is null. As of a date before latest, the date of the latest record, earlier records of customers who have a later one are read from the store; of more than 2 000, everything is.", ["state", "inStep", "customers", "bytes", "mostBytes", "since", "latest", "ahead", "hash"], new()
        {
            ["state"] = OneOf(["building", "ready", "off"]),
            ["inStep"] = Of(JsonSchemaType.Boolean),
            ["customers"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object | JsonSchemaType.Null,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["personal"] = Of(JsonSchemaType.Integer), ["enterprise"] = Of(JsonSchemaType.Integer) },
            },
            ["bytes"] = new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null, Format = "int64" },
            ["mostBytes"] = Long(),
            ["since"] = Nullable(JsonSchemaType.String),
            ["latest"] = Nullable(JsonSchemaType.String),
            ["ahead"] = new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null, Description = "Of how many customers the newest record is dated after today." },
            ["hash"] = Nullable(JsonSchemaType.String),
        }),
    };

    private static IEnumerable<string> Kinds => Enum.GetValues<Kehu.Domain.CustomerKind>().Select(Kehu.Domain.CustomerKinds.Code);

    private static IEnumerable<string> Roles => Enum.GetValues<Kehu.Domain.Role>().Select(Kehu.Domain.Roles.Code);

    private const string Example = """
        {
          "candidate": { "id": "value-tier", "parameters": { "medium-deposits": 250000 } },
          "asOf": "2026-11-21",
          "first": 3,
          "within": 5
        }
        """;

    private static Dictionary<string, IOpenApiSchema> Question(OpenApiDocument document, params (string Name, IOpenApiSchema Schema)[] more)
    {
        var members = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["against"] = PolicySchemas.Reference(document),
            ["asOf"] = Text("date"),
            ["first"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = $"How many customers of each cell are named, 0 to {Kehu.Domain.SimulationQuestion.MostFirst}; {Kehu.Domain.SimulationQuestion.UsualFirst} where left out." },
            ["within"] = new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Within how many percent of a line customers stand close to it, 0 to 50 with at most two decimals; 5 where left out." },
            ["outlet"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Only customers of this outlet." },
        };
        foreach (var (name, schema) in more)
        {
            members.Add(name, schema);
        }

        return members;
    }

    private static Dictionary<string, IOpenApiSchema> Count(params (string Name, IOpenApiSchema Schema)[] more)
    {
        var members = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["customers"] = Of(JsonSchemaType.Integer),
            ["assets"] = new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Total assets known of them, in yuan." },
            ["unvalued"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Of how many the assets are unknown." },
        };
        foreach (var (name, schema) in more)
        {
            members.Add(name, schema);
        }

        return members;
    }

    private static (string, IOpenApiSchema) First() => ("first", Array(Text()));

    private static Dictionary<string, IOpenApiSchema> Transition(params (string Name, IOpenApiSchema Schema)[] more) =>
        Count([("kind", OneOf(Kinds)), ("before", Text()), ("after", Text()), .. more]);

    private static OpenApiSchema Duties()
    {
        var change = Object(null, ["before", "after", "difference"], new() { ["before"] = Of(JsonSchemaType.Integer), ["after"] = Of(JsonSchemaType.Integer), ["difference"] = Of(JsonSchemaType.Integer) });
        return Object("Duties of twelve whole months and the minutes they take, by the classes before and after; none says why there are none to tell.", ["standards"], new()
        {
            ["from"] = Text("date"),
            ["to"] = Text("date"),
            ["none"] = Text(),
            ["standards"] = Array(Object("unserved: classes of the candidate that the standard does not name.", ["standard", "label", "unserved", "roles"], new()
            {
                ["standard"] = Text(),
                ["label"] = Text(),
                ["unserved"] = Array(Text()),
                ["roles"] = Array(Object(null, ["role", "duties", "minutes"], new() { ["role"] = OneOf(Roles), ["duties"] = change, ["minutes"] = change })),
            })),
        });
    }

    private static OpenApiSchema Cliffs()
    {
        OpenApiSchema Side() => Object(null, ["customers", "assets", "unvalued", "first"], Count(First()));
        return Object("The numeric lines of the candidate and who stands close to them; looked is false where there are too many lines.", ["lines", "looked", "items"], new()
        {
            ["lines"] = Of(JsonSchemaType.Integer),
            ["looked"] = Of(JsonSchemaType.Boolean),
            ["items"] = Array(Object("A line: cut is the least value on its upper side, in the unit of the fact.", ["kind", "fact", "cut", "line", "below", "above"], new()
            {
                ["kind"] = OneOf(Kinds),
                ["fact"] = Text(),
                ["cut"] = Of(JsonSchemaType.Number),
                ["line"] = Text(),
                ["below"] = Side(),
                ["above"] = Side(),
            })),
        });
    }
}
