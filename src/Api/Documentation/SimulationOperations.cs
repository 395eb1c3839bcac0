using Kehu.Api.Http;
using Kehu.Api.Portfolios;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of simulations and of the portfolio in memory are for, and their schemas.</summary>
internal static class SimulationOperations
{
    private const string What =
        "Every customer on file is decided by the candidate and by the policy that it would replace, from the record that held on the date. Answers: the code of a class, (open), (not applicable), and (no policy) where there is none to replace. The answer has a name, a hash of all that it follows from, by which GET /v1/simulations/{name} gives it again; as JSON, as a table with a row for each outlet and pair of answers, and as one page to be read and printed. Nothing that is on file changes. 422: policy.unknown, policy.unknown-version, population-policy, faults of a policy sent along, simulation.nobody, simulation.too-many-outlets. 429 while customers are being read for others, or too many policies that were sent along are being compiled.";

    private static readonly ToldParameter PolicyId = new("id", ParameterLocation.Path, "The id of a policy.", Text(), Required: true, Example: "personal-asset-tier");

    private static readonly ToldParameter Version = new("version", ParameterLocation.Path, "The number of the version.", Text(), Required: true, Example: "1");

    private static readonly Content[] Told = [new Content(MediaTypes.Json, "Simulation"), new Content(MediaTypes.Csv, null), new Content(MediaTypes.Html, null)];

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["simulate-policy"] = new(
            "Simulation", "Simulate a policy on the customers on file",
            $"The candidate is a version, a version with other house numbers, or a policy sent whole. {What}",
            [Operations.Language],
            [new Content(MediaTypes.Json, "SimulationRequest", Example)],
            [new Reply(200, "What the change would do.", Told)],
            400, 401, 406, 408, 413, 415, 422, 429),
        ["simulate-version"] = new(
            "Simulation", "Simulate a version of a policy on the customers on file",
            $"The candidate is the version of the route. {What}",
            [PolicyId, Version, Operations.Language],
            [new Content(MediaTypes.Json, "SimulationOfVersionRequest", """{ "against": "personal-asset-tier", "asOf": "2026-11-21" }""")],
            [new Reply(200, "What the change would do.", Told)],
            400, 401, 404, 406, 408, 413, 415, 422, 429),
        ["get-simulation"] = new(
            "Simulation", "A simulation by its name",
            "What was answered under the name, in any of its forms. The last 500 are kept, 64 MB together.",
            [new("name", ParameterLocation.Path, "The name, 64 hexadecimal digits, as the answer of a simulation says.", Text(), Required: true, Example: "6440c6a03f9e27a6007c4200e4eb695ef251f18fcd67ed32eb17417fa7aacbec"), Operations.Language], [],
            [new Reply(200, "What the change would do.", Told), new Reply(304, "It is as it was.")],
            400, 401, 404, 406),
        ["get-portfolio"] = new(
            "Simulation", "The portfolio in memory",
            "Whether the newest records of all customers are in memory, from where simulations and segments are answered at once; while they are not, or where they take more than Portfolio:MostBytes, or with Portfolio:InMemory=false, answers are the same and come from the store. The hash does not depend on the order of customers.",
            [], [],
            [new Reply(200, "How it stands.", new Content(MediaTypes.Json, "Portfolio"))],
            400, 401, 406),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["SimulationRequest"] = SchemaForms.Sent(SimulationRequest.Contract(facts), document),
        ["SimulationOfVersionRequest"] = SchemaForms.Sent(SimulationRequest.OfVersion(facts), document),
        ["Simulation"] = SchemaForms.Answered(SimulationContract.Contract, document),
        ["SimulatedPolicy"] = SchemaForms.Answered(SimulatedPolicy.Contract, document),
        ["Portfolio"] = SchemaForms.Answered(PortfolioState.Contract, document),
    };

    private const string Example = """
        {
          "candidate": { "id": "value-tier", "parameters": { "medium-deposits": 250000 } },
          "asOf": "2026-11-21",
          "first": 3,
          "within": 5
        }
        """;
}
